import { dateInWords } from '../history/words.rules';
import type { Change } from './changeFacts.rules';
import { nameOf, stateInWords } from './packWords.rules';

type Told = Omit<Change, 'sentence'>;

/** A change in plain English; null where the sentence of its event says it best. */
export function changeInWords({ kind, subject, from, to, reason, approvedBy }: Told, details: readonly string[]): string | null {
  if (!subject) return null;
  const name = nameOf(subject);
  const states = `from ${stateInWords(from ?? '')} to ${stateInWords(to ?? '')}`;
  switch (kind) {
    case 'NEW':
      return `${name} was recorded${details.length === 0 ? '' : `: ${details.join('; ')}`}.`;
    case 'MOVED':
      return `${name} went ${states}.`;
    case 'CLOSED':
      return `${name} came to its end: ${states}.`;
    case 'REOPENED':
      return `${name} is open again: ${states}.`;
    case 'REDATED': {
      const dates = `from ${dateInWords(from ?? '')} to ${dateInWords(to ?? '')}`;
      const approved = approvedBy ? `, approved by the ${stateInWords(approvedBy)}` : '';
      return `${name} was re-dated ${dates}${approved}${reason ? `, because: “${reason}”` : ''}.`;
    }
    case 'EVIDENCE_ADDED':
      return `Evidence was added to ${name.charAt(0).toLowerCase()}${name.slice(1)}${details.length === 0 ? '' : `: ${details.join('; ')}`}.`;
    default:
      return null;
  }
}
