import { createHash } from 'node:crypto';
import { Refusal } from '../kernel/errors';

/** The name of a document: the SHA-256 of its text, to the last blank. */
export const hashOfDocument = (document: string): string => createHash('sha256').update(document).digest('hex');

/** @throws FORBIDDEN when the key has a list of documents and one of these is not in it. @param trusted null for no list */
export function requireTrusted(documents: readonly string[], trusted: readonly string[] | null): void {
  if (trusted === null) return;
  const isTrusted = documents.length > 0 && documents.every((document) => trusted.includes(hashOfDocument(document)));
  if (isTrusted) return;
  throw new Refusal('FORBIDDEN', 'This key may only ask the documents it was issued for, and this is not one of them.', {
    rule: 'document.notTrusted',
  });
}
