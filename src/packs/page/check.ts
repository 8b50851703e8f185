import { element, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import { paragraph, section, table } from './html';

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
