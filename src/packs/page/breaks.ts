import { dateInWords } from '../../history/words.rules';
import { nothing, text, type Markup } from '../../pictures/markup';
import type { PackContent } from '../packContent.rules';
import type { BreakOfPack } from '../packThread.rules';
import { paragraph, section, table } from './html';

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
