const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;
const DASH = /[\p{Pd}\u2212\u2043]/gu;
const BLANK = /[\p{Zs}\t]/gu;
const DIGIT = /\p{Nd}/u;

/**
 * A text as a reader takes it: full-width letters, digits of any script, every kind of dash and blank become the plain ones,
 * and what cannot be seen is left out. For looking things up in it, never for keeping.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(valueOf(digit)))
    .replace(DASH, '-')
    .replace(BLANK, ' ');

/** The digits of each script follow one another from nought to nine. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (point - first) % 10;
}
