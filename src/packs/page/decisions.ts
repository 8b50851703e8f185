import { dateInWords, decisionInWords } from '../../history/words.rules';
import { nothing, text, type Markup } from '../../pictures/markup';
import type { DecisionOfPack, PackContent } from '../packContent.rules';
import { calledOf, capitalised, nameOf } from '../packWords.rules';
import { dayOfMoment, lines, paragraph, section, table } from './html';
import { textOr } from './words';

export function decisions({ about }: PackContent): Markup {
  const { previous } = about.meeting.sincePrevious;
  if (!previous) return nothing;
  const title = `What the meeting of ${dateInWords(previous.meetsOn)} decided`;
  const { nodes } = previous.decisions;
  if (nodes.length === 0) return section('decisions', title, [paragraph('No decision is recorded.')]);
  return section('decisions', title, [
    table<DecisionOfPack>(
      'Decisions, with their place in the minutes',
      [
        {
          name: 'On',
          cell: ({ subject }) =>
            lines(nameOf(calledOf(subject)), subject.ref ? textOr(calledOf(subject).title, subject.withheld) : null),
        },
        {
          name: 'Decision',
          cell: ({ kind, newDueOn }) => lines(capitalised(decisionInWords(kind)), newDueOn && `To ${dateInWords(newDueOn)}`),
        },
        { name: 'Why', cell: ({ reason, withheld }) => text(textOr(reason, withheld)) },
        {
          name: 'Minute',
          cell: ({ minuteRef, recordedAt }) => lines(minuteRef, `Recorded on ${dayOfMoment(recordedAt)}`),
        },
      ],
      nodes,
    ),
  ]);
}
