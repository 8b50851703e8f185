import type { LocalDate } from './localDate';

/** With dots a short form such as 2.1.14 is a version; a date has two digits each, or the whole year. */
const NUMERIC_DATE =
  /(?<![\d/.-])(?:(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})|(\d{2})\.(\d{2})\.(\d{4}|\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?![\d/-]|\.\d)/g;
const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TENS = '(?:twenty|thirty)[ -]?';
const ORDINAL = `(?:${TENS})?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth`;
const YEAR = "(?:\\d{4}|'?\\d{2}|two thousand|twenty|nineteen)";
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL})`;
const FIGURES = '\\d{1,4} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{1,4}';
const DAY_IN_WORDS = `${DAY},? (?:day )?(?:of )?${MONTH}\\.?,? ${YEAR}|${MONTH}\\.? ${DAY},? ${YEAR}|${DAY}-${MONTH}-${YEAR}|\\d{1,2} \\d{1,2} \\d{2,4}`;
const WHOLE_DATE = `(?:${FIGURES}|${DAY_IN_WORDS})`;

/** A span of birth dates is about a cohort and not about a child. */
const COHORT = '(?:between|since|before|after|from|during|by|in the)\\b';
const BORN = `(?:d\\.? ?o\\.? ?b(?:\\.|\\b)|(?:dates? of birth|birth ?dates?|birth ?days?|born|birth)\\b)(?! ?${COHORT})`;
const SAYS_BIRTH = new RegExp(`\\b${BORN}[^.\\n]{0,20}?(?<!\\d)(?:${WHOLE_DATE})`, 'i');
const SAYS_MONTH_OF_BIRTH = new RegExp(`\\bborn (?:on|in)? ?(?:early |late |mid-?)?${MONTH},? ${YEAR}`, 'i');
const SAYS_DEATH = new RegExp(
  `\\b(?:died|death|killed|murdered|injured|assaulted|found dead|incident)\\b[^.\\n]{0,20}?(?<!\\d)(?:${WHOLE_DATE})`,
  'i',
);

/** Whether a text says when someone was born. */
export const saysBirth = (text: string): boolean => SAYS_BIRTH.test(text) || SAYS_MONTH_OF_BIRTH.test(text);

/**
 * Whether a text has a whole date in figures, or the day of a death or an incident: a case can be known by it.
 * @param today a date that lies ahead is a plan
 */
export function hasDayOfCase(text: string, today: LocalDate): boolean {
  if (SAYS_DEATH.test(text)) return true;
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
