import { dateInWords } from '../../history/words.rules';
import { nothing, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import type { CycleOfPack } from '../packThread.rules';
import { capitalised, stateInWords } from '../packWords.rules';
import { lines, section, table } from './html';
import { textOr } from './words';

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
