const GAP = ' ?[ ./_-] ?';

/** The ways in which people write ten digits down. */
const written = [
  ['\\d{6}(?: ?[ ./_-] ?)?\\d{4}', `\\d{2}${GAP}\\d{2}${GAP}\\d{2}(?:${GAP})?\\d{4}`, `\\d{3}${GAP}\\d{3}${GAP}\\d{4}`],
  [`\\d{5}${GAP}\\d{5}`, `\\d{6}${GAP}\\d{3}${GAP}\\d`, `\\d{4}${GAP}\\d{3}${GAP}\\d{3}`, `\\d(?:${GAP}\\d){9}`],
].flat();
const TEN_DIGITS = new RegExp(`(?<!\\d)(?:${written.join('|')})(?!\\d)`, 'g');
const SAYS_CHI = /\bCHI(?![a-z])\D{0,25}\d(?:[ ./_-]{0,3}\d){9}(?!\d)/i;

/**
 * A Community Health Index number is a birth date (DDMMYY), three more digits and a check digit: the weighted sum with
 * weights 10 to 2, modulo 11 (NHS Scotland data dictionary). Ten digits that are called one are taken for one.
 */
export const hasChiNumber = (text: string): boolean =>
  SAYS_CHI.test(text) || [...text.matchAll(TEN_DIGITS)].some(([found]) => isChiNumber(found.replace(/\D/g, '')));

function isChiNumber(digits: string): boolean {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && hasCheckDigit(digits);
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
