import { withoutLookAlikes } from './lookAlikes';
import { withoutEntities, withoutTags } from './markup';
import { withoutPercentCodes } from './webAddress';

const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;
const DASH = /[\p{Pd}\u2212\u2043]/gu;
const DOUBLE_QUOTE = /[“”„‟«»″]/g;
const SINGLE_QUOTE = /[‘’‚‛‹›′´]/g;
const BULLET = /[·•‧∙◦▪]/g;
const SLASH = /[\\\u2044\u2215]/g;
/** The marks of Markdown that make a word bold, slanted, struck out or code. */
const EMPHASIS = /[*`~]/g;
/** White space with line breaks, the blank of Braille, the underscore, and characters that control a printer. */
const BLANKS = /[\s\p{Zs}\p{Cc}\u2800_]+/gu;
const DIGIT = /\p{Nd}/u;

/**
 * A text as a reader takes it: as a page shows it, with its tags, in which something may stand too, and with the web addresses
 * in it decoded. For looking things up in it, never for keeping.
 */
export function plainTexts(text: string): string[] {
  const whole = withoutEntities(text.normalize('NFKD'));
  return [...new Set([withoutTags(whole), whole, withoutPercentCodes(whole)].map(plain))];
}

/**
 * Full-width and look-alike letters, digits of any script, every kind of dash, quotation mark and white space become the plain
 * ones, and what cannot be seen is left out.
 */
const plain = (text: string): string =>
  withoutLookAlikes(text.normalize('NFKD').replace(INVISIBLE, ''))
    .replace(/[^\P{Nd}0-9]/gu, (digit) => String(valueOf(digit)))
    .replace(DASH, '-')
    .replace(DOUBLE_QUOTE, '"')
    .replace(SINGLE_QUOTE, "'")
    .replace(BULLET, '.')
    .replace(SLASH, '/')
    .replace(EMPHASIS, '')
    .replace(BLANKS, ' ');

/** The digits of each script follow one another from nought to nine. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (point - first) % 10;
}
