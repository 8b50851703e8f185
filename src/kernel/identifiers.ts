import type { LocalDate } from './localDate';

/** What a text must not contain, because it could point at a child, a family or a worker (domain.md §9). */
export type Identifier = 'CHI number' | 'date of birth' | 'postcode';

/**
 * The first thing in a text that looks like a person's identifier, or null.
 * @param today a date that lies ahead is a plan, not a birth
 */
export function identifierIn(text: string, today: LocalDate): Identifier | null {
  if (hasChiNumber(text)) return 'CHI number';
  if (hasDateOfBirth(text, today)) return 'date of birth';
  return hasPostcode(text) ? 'postcode' : null;
}

const TEN_DIGITS = /(?<!\d)(\d{2})(\d{2})(\d{2})[ -]?(\d{4})(?!\d)/g;
const SAYS_CHI = /\bCHI\b[^\d]{0,20}\d{6}[ -]?\d{4}(?!\d)/i;

/**
 * A Community Health Index number is a birth date (DDMMYY), three more digits and a check digit: the weighted sum with
 * weights 10 to 2, modulo 11 (NHS Scotland data dictionary).
 */
function hasChiNumber(text: string): boolean {
  if (SAYS_CHI.test(text)) return true;
  return [...text.matchAll(TEN_DIGITS)].some(([, day, month, year, rest]) => {
    const isDate = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
    return isDate && hasCheckDigit(`${day}${month}${year}${rest}`);
  });
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** With dots a short form such as 2.1.14 is a version; a date has two digits each, or the whole year. */
const NUMERIC_DATE =
  /(?<![\d/.-])(?:(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})|(\d{2})\.(\d{2})\.(\d{4}|\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?![\d/-]|\.\d)/g;
const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const SAYS_BIRTH =
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[^.\n]{0,20}?\d{1,2}(?:st|nd|rd|th)?[ /.-]+(?:\d{1,2}|[a-z]{3,9})\.?,?[ /.-]+\d{2,4}/i;

function hasDateOfBirth(text: string, today: LocalDate): boolean {
  if (SAYS_BIRTH.test(text)) return true;
  const numeric = [...text.matchAll(NUMERIC_DATE)].map(([found]) => {
    const [day, month, year] = found.split(/[/.-]/).map(Number);
    return dayOf(year ?? 0, month ?? 0, day ?? 0);
  });
  const iso = [...text.matchAll(ISO_DATE)].map(([, year, month, day]) => dayOf(Number(year), Number(month), Number(day)));
  return [...numeric, ...iso].some((date) => date !== null && date <= today);
}

/** Two-digit years are read as this century: a child's birth year is. */
function dayOf(year: number, month: number, day: number): LocalDate | null {
  const isPlausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isPlausible) return null;
  const full = year < 100 ? 2000 + year : year;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Postcode areas of the United Kingdom (Royal Mail), so that "A1" or "QI 5" is not taken for one. */
const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W';
const POSTCODE = new RegExp(`\\b(?:${AREAS})\\d[A-Z\\d]?\\s{0,2}\\d(?!st\\b|nd\\b|rd\\b|th\\b)[ABD-HJLNP-UW-Z]{2}\\b`, 'i');

const hasPostcode = (text: string): boolean => POSTCODE.test(text);
