import { dateInWords } from '../../history/words.rules';
import { fragment, text, type Markup } from '../../pictures/markup';
import type { PackChangeKind } from '../change.enums';
import type { Change } from '../changeFacts.rules';
import type { PackContent } from '../packContent.rules';
import { heading, lines, list, paragraph, section } from './html';

const titles: Readonly<Record<PackChangeKind, string>> = {
  NEW_SIGNAL: 'New signals',
  DECIDED: 'Decided',
  REDATED: 'Re-dated',
  REOPENED: 'Reopened',
  CLOSED: 'Came to an end',
  NEW: 'New',
  MOVED: 'Moved on',
  EVIDENCE_ADDED: 'Evidence added',
  FIGURES_ADDED: 'Figures recorded',
  CHANGED: 'Other changes',
};

export function changes(content: PackContent): Markup {
  const { since } = content;
  if (!since) {
    const words = 'This is the first pack, and no meeting was held before it: there is nothing to compare with.';
    return section('changes', 'What changed', [paragraph(words)]);
  }
  const basis = since.packId ? 'the pack of the meeting' : 'the meeting';
  return section('changes', `What changed since ${basis} of ${dateInWords(since.meetsOn)}`, [
    paragraph(`From event ${since.seq + 1} to event ${content.head.seq} of the committee’s record. Each is here at least once.`),
    ...(content.changes.length === 0 ? [paragraph('Nothing changed.')] : []),
    ...(Object.keys(titles) as PackChangeKind[]).map((kind) => ofKind(kind, content.changes)),
  ]);
}

function ofKind(kind: PackChangeKind, all: readonly Change[]): Markup {
  const found = all.filter((change) => change.kind === kind);
  if (found.length === 0) return fragment([]);
  return fragment([heading(3, `${titles[kind]} (${found.length})`), list(found.map(told))]);
}

function told({ sentence, subject, happenedOn, eventSeqs }: Change): Markup {
  const title = subject?.title && subject.typeName !== 'Meeting' && !sentence.includes(subject.title) ? subject.title : null;
  const source = eventSeqs.length === 0 ? '' : `; event ${eventSeqs.join(', ')}`;
  return fragment([text(sentence), lines(title, `${dateInWords(happenedOn)}${source}`)]);
}
