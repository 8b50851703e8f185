import { element, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import { paragraph, section, table } from './html';
import { impactSteps } from './words';

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
    paragraph(`Evidence has a level of impact: ${impactSteps.map((step, level) => `${level} ${step}`).join('; ')}.`),
    paragraph(
      'In charts a signal is a pattern that chance alone would seldom make. It is named in words in the table below each chart.',
    ),
  ]);
}
