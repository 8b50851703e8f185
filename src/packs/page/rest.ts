import { dateInWords } from '../../history/words.rules';
import { element, nothing, text, type Markup } from '../../pictures/markup';
import type { DecisionOfPack, PackContent } from '../packContent.rules';
import type { BreakOfPack, CycleOfPack } from '../packThread.rules';
import { calledOf, capitalised, nameOf, stateInWords } from '../packWords.rules';
import { lines, paragraph, section, table } from './html';
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
          cell: ({ kind, newDueOn }) => lines(capitalised(stateInWords(kind)), newDueOn && `To ${dateInWords(newDueOn)}`),
        },
        { name: 'Why', cell: ({ reason, withheld }) => text(textOr(reason, withheld)) },
        {
          name: 'Minute',
          cell: ({ minuteRef, recordedAt }) => lines(minuteRef, `Recorded on ${dateInWords(recordedAt.slice(0, 10))}`),
        },
      ],
      nodes,
    ),
  ]);
}

export function breaks({ breaks: all }: PackContent): Markup {
  if (all.length === 0) return nothing;
  return section('breaks', 'Where the thread is broken', [
    paragraph('From finding to evidence: what is missing, and what would mend it.'),
    table<BreakOfPack>(
      'Breaks, the longest standing first',
      [
        { name: 'What', cell: ({ ref }) => text(ref) },
        { name: 'What is missing', cell: ({ sentence }) => text(sentence) },
        { name: 'Since', cell: ({ sinceOn }) => text(dateInWords(sinceOn)) },
        { name: 'Next step', cell: ({ nextStep }) => text(nextStep) },
      ],
      all,
    ),
  ]);
}

export function tests({ cycles }: PackContent): Markup {
  if (cycles.length === 0) return nothing;
  return section('tests', 'Tests of change', [
    table<CycleOfPack>(
      'PDSA cycles',
      [
        { name: 'Cycle', cell: ({ label, ramp, changeIdea }) => lines(label, ramp.title, changeIdea.ref) },
        { name: 'What it tests', cell: ({ objective, withheld }) => text(textOr(objective, withheld)) },
        {
          name: 'State',
          cell: ({ status, decision, doStartedOn, studiedOn }) =>
            lines(
              capitalised(stateInWords(status)),
              decision && `Decision: ${stateInWords(decision)}`,
              doStartedOn && `Began on ${dateInWords(doStartedOn)}`,
              studiedOn && `Studied on ${dateInWords(studiedOn)}`,
            ),
        },
        { name: 'What was learned', cell: ({ learning, nextStep }) => lines(learning, nextStep && `Next: ${nextStep}`) },
      ],
      cycles,
    ),
  ]);
}

export function colours({ about }: PackContent): Markup {
  return section('colours', 'What the colours and levels mean', [
    table(
      'Ratings of actions, as the committee has agreed them',
      [
        {
          name: 'Rating',
          cell: ({ colour, label }) => element('div', { class: `rating ${colour}` }, [text(`${colour}: ${label}`)]),
        },
        { name: 'Meaning', cell: ({ meaning }) => text(meaning) },
      ],
      about.committee.ratingLegend.colours,
    ),
    paragraph(
      'Evidence has a level of impact: 0 none; 1 an output is there; 2 it reaches people; 3 practice changed; 4 the experience or outcome of children and families changed; 5 it was sustained.',
    ),
    paragraph(
      'In charts a signal is a pattern that chance alone would seldom make. It is named in words in the table below each chart.',
    ),
  ]);
}

/** The seal of a pack, and whether it still says all that was sealed. */
export interface Seal {
  readonly sha256: string;
  readonly isWhole: boolean;
}

/** How anybody finds out whether this is what was sealed. */
export function check({ format, number, previousSha256, head, asAt, since }: PackContent, seal: Seal | null): Markup {
  if (seal === null) {
    return section('check', 'This is a draft', [
      paragraph('It is not sealed, nothing of it is kept, and it may say something else tomorrow.'),
    ]);
  }
  const facts: readonly (readonly [string, string])[] = [
    ['Recipe', format],
    ['Number', String(number)],
    ['As at', asAt],
    ['SHA-256', seal.sha256],
    ['SHA-256 of the pack before it', previousSha256 ?? 'none: it is the first'],
    ['Last event it knows of', `${head.seq}, with the hash ${head.hash}`],
    ['Changes are told since', since ? `event ${since.seq}, ${since.moment}` : 'nothing before'],
  ];
  return section('check', 'How to check this pack', [
    paragraph(
      'Fetch the same address with .json at its end. Take the SHA-256 of those bytes: it is the one below. If the file was written anew meanwhile, bring it into the form of RFC 8785 first (keys in order, no white space). The page is made from that file and nothing else.',
    ),
    table(
      'The seal',
      [
        { name: 'Fact', cell: ([name]) => text(name) },
        { name: 'Value', cell: ([, value]) => element('code', {}, [text(value)]) },
      ],
      facts,
    ),
  ]);
}
