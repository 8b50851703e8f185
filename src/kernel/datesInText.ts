import type { LocalDate } from './localDate';

/** With dots a short form such as 2.1.14 is a version; a date has two digits each, or the whole year. */
const NUMERIC_DATE =
  /(?<![\d/.-])(?:(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})|(\d{2})\.(\d{2})\.(\d{4}|\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})|\d{1,2} ?([/.-]) ?\d{1,2} ?\11 ?\d{4})(?![\d/-]|\.\d)/g;
/** The address of a piece of news often has its day as folders. */
const YEAR_FIRST = /(?<!\d|\/(?=\d{4}\/))(\d{4}) ?([/.-]) ?(\d{2}) ?\2 ?(\d{2})(?!\d)/g;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const TENS = '(?:twenty|thirty)[ -]?';
const ORDINAL = `(?:${TENS})?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth`;
const YEAR = "(?:\\d{4}|'?\\d{2}|two thousand|twenty|nineteen)";
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL})`;
const MARK = ' ?[/.|-] ?';
/** "2019/20-2020/21" and "10, 12, 14" are none. */
const FIGURES = `\\d{1,2}${MARK}\\d{1,2}${MARK}\\d{1,4}|\\d{4}${MARK}\\d{1,2}${MARK}\\d{1,2}(?!\\d)|\\d{1,2},\\d{1,2},\\d{4}|\\d{1,2} \\d{1,2} \\d{2,4}|\\d{4} \\d\\d \\d\\d(?!\\d)`;
const [TWO_DIGIT_DAY, TWO_DIGIT_MONTH] = ['(?:0[1-9]|[12]\\d|3[01])', '(?:0[1-9]|1[0-2])'];
const WITHOUT_MARKS = `(?:${TWO_DIGIT_DAY}${TWO_DIGIT_MONTH}(?:19|20)?\\d\\d|(?:19|20)\\d\\d${TWO_DIGIT_MONTH}${TWO_DIGIT_DAY})(?!\\d)`;
const PART = '[ ,./-]{0,2}';
const DAY_IN_WORDS = `${DAY}${PART}(?:day )?(?:of )?${MONTH}${PART}${YEAR}|${MONTH}${PART}${DAY}[ ,./-]{1,2}${YEAR}|\\d{4}${PART}${MONTH}${PART}${DAY}(?!\\d)`;
const WHOLE_DATE = `(?<!\\d)(?:${FIGURES}|${WITHOUT_MARKS}|${DAY_IN_WORDS})`;

/** A span of birth dates is about a cohort and not about a child. */
const COHORT = '(?:between|since|before|after|from|during|by|in the|on or (?:after|before))\\b';
const NEAR = '[^.]{0,20}?';
/** Words that begin to say something else: "born in care were reviewed on", "the incident report was agreed on". */
const ELSE =
  '(?:is|are|was|were|be|been|has|have|had|will|should|must|who|whose|that|which|when|then|and|but|meetings?|met|review\\w*|report\\w*|audit\\w*|plan\\w*|agreed|discussed|record\\w*|regist\\w*|published|data|figures|policy|guidance|protocol|procedure\\w*|between|since|before|after|from|during|until)';
/** Where or how it was: "at the hospital in the town on". */
const FAR = `(?: (?!${ELSE}\\b)(?:[^ .]+|st\\.|dr\\.)){1,12}?,? on (?:the )?`;
const withDay = (words: string): RegExp => new RegExp(`\\b${words}(?:${NEAR}|${FAR})${WHOLE_DATE}`, 'i');

const BIRTH_DATE = '(?:d[./]? ?o[./]? ?b(?:\\.|\\b)|(?:dates?[ -]?of[ -]?birth|birth ?dates?|birth ?days?)\\b)';
const SAYS_BIRTH = withDay(`(?:${BIRTH_DATE}|(?:born|birth)\\b)(?! ?${COHORT})`);
const SAYS_BIRTH_AFTER = new RegExp(
  `${WHOLE_DATE}[ ,(:-]{1,3}(?:(?:is|was|as|the|her|his|their|child's) ){0,3}${BIRTH_DATE}`,
  'i',
);
const SAYS_MONTH_OF_BIRTH = new RegExp(`\\bborn (?:on|in)? ?(?:early |late |mid-?)?${MONTH},? ${YEAR}`, 'i');
const SAYS_DEATH = withDay('(?:died|death|killed|murdered|injured|assaulted|found dead|incident)\\b');

/** Whether a text says when someone was born. */
export const saysBirth = (text: string): boolean =>
  SAYS_BIRTH.test(text) || SAYS_BIRTH_AFTER.test(text) || SAYS_MONTH_OF_BIRTH.test(text);

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
  const yearFirst = [...text.matchAll(YEAR_FIRST)].map(([, year, , month, day]) =>
    dayOf(Number(year), Number(month), Number(day)),
  );
  return [...numeric, ...yearFirst].some((date) => date !== null && date <= today);
}

/** Two-digit years are read as this century: a child's birth year is. */
function dayOf(year: number, month: number, day: number): LocalDate | null {
  const isPlausible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isPlausible) return null;
  const full = year < 100 ? 2000 + year : year;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
