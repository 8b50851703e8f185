/** Whoever encodes something often enough to get past this has not written it for a reader. */
const MOST_ENCODINGS = 5;

/** A text decoded until nothing in it is encoded any more. */
export function decodedThroughout(text: string, decode: (text: string) => string): string {
  let last = text;
  for (let turn = 0; turn < MOST_ENCODINGS; turn += 1) {
    const next = decode(last);
    if (next === last) return next;
    last = next;
  }
  return last;
}
