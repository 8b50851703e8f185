/** Whoever encodes something often enough to get past this has not written it for a reader. */
const MOST_ENCODINGS = 5;
const ENCODED = /(?:%[0-9a-f]{2})+/gi;
const BETWEEN_WORDS = /[-_+/=&?#;:,.~!*'()]+/g;

/**
 * What a web address says, for looking things up in it: decoded, once as it is written and once with blanks for the marks that
 * stand between the words of an address.
 */
export function wordsOfAddress(address: string): string {
  const written = decoded(address);
  return `${written}\n${written.replace(BETWEEN_WORDS, ' ')}`;
}

function decoded(text: string): string {
  let last = text;
  for (let turn = 0; turn < MOST_ENCODINGS; turn += 1) {
    const next = last.replace(ENCODED, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
    if (next === last) return next;
    last = next;
  }
  return last;
}
