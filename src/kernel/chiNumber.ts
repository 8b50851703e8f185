const GAP = ' ?[ ./-] ?';
/** Between the birth date and the rest anything may stand that is no letter. */
const MARKS = '[^a-zA-Z\\d]{1,3}';

const grouped = (sizes: string, gap: string): string => sizes.replace(/\d/g, '\\d{$&}').replaceAll(' ', gap);

/** The ways in which people group ten digits. "1,012,345,678" is a sum, "10, 11, 12, 13, 14" a series, "2007 2008-09" years. */
const LIKE_OTHER_NUMBERS = ['5 5', '4 6', '8 2', '6 2 2', '6 3 1', '3 3 4', '4 3 3', '2 2 2 3 1', '1 1 1 1 1 1 1 1 1 1'];
const written = [
  ...['\\d{10}', grouped('6 4', MARKS), `${grouped('2 2 2', GAP)}(?:${MARKS})?\\d{4}`],
  ...LIKE_OTHER_NUMBERS.map((sizes) => grouped(sizes, GAP)),
];
/** Five pairs are only taken for one number when they stand by themselves: tables have longer rows. */
const FIVE_PAIRS = `(?<!\\d\\d${GAP})${grouped('2 2 2 2 2', GAP)}(?!${GAP}\\d\\d)`;
const TEN_DIGITS = new RegExp(`(?<!\\d)(?=(${[...written, FIVE_PAIRS].join('|')})(?!\\d))`, 'g');
const SAYS_CHI = new RegExp(
  `\\b(?:C\\.? ?H\\.? ?I|Community Health Index)(?![a-z])\\D{0,25}(?:${written.join('|')}|\\d(?:[ ./-]{0,3}\\d){9})(?!\\d)`,
  'i',
);

/**
 * A Community Health Index number is a birth date (DDMMYY), three more digits and a check digit: the weighted sum with
 * weights 10 to 2, modulo 11 (NHS Scotland data dictionary). Ten digits that are called one are taken for one.
 */
export const hasChiNumber = (text: string): boolean =>
  SAYS_CHI.test(text) || [...text.matchAll(TEN_DIGITS)].some(([, found]) => isChiNumber((found ?? '').replace(/\D/g, '')));

function isChiNumber(digits: string): boolean {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && hasCheckDigit(digits);
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
