const PEOPLE = [
  ...['child', 'baby', 'infant', 'sibling', 'twin', 'brother', 'sister', 'boy', 'girl', 'son', 'daughter', 'pupil', 'youth'],
  ...['mother', 'father', 'parent', 'grandmother', 'grandfather', 'carer', 'adult', 'young person', 'family', 'service user'],
  ...['ms', 'mr', 'mrs', 'miss'],
];
const inAnyCase = (word: string): string => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
/** A letter or a number in place of a name: Child A, sibling 2, Ms X. */
const STAND_IN = `\\b(?:${PEOPLE.map(inAnyCase).join('|')}) (?:[A-Z]{1,2}|\\d)(?![\\w-])`;
const COUNT =
  '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)';
/** An age, and not a span of ages such as 5 to 7. */
const AGE = `(?:\\(${COUNT}\\)|[Aa]ged? (?:of )?${COUNT}\\b(?! ?(?:-|to|and|or|\\+|years? and over)(?! ?(?:weeks|months)))|${COUNT}[ -](?:year|month|week)s?(?:[ -]old)?\\b)`;
const ATTRIBUTE = `(?:${AGE}|\\b(?:boy|girl|son|daughter|male|female|twin|diagnos(?:ed|is)|disab\\w+|autis\\w+|pregnant|attend(?:s|ed)|lives?|lived|nursery|school|prison|suicide|overdose)\\b)`;

const THEN_ATTRIBUTE = new RegExp(`${STAND_IN}[^.\\n]{0,80}?${ATTRIBUTE}`);
const AGE_THEN = new RegExp(`${AGE}[^.\\n]{0,20}?${STAND_IN}`);

/** Letters that stand for something else in this field, so that "CYP aged 12" points at nobody. */
const KNOWN = '(?:CYP|YP|LAC|CP|CPR|QI|LR|SCR|ICR|IRD|UASC|NHS|CPC|COG|PDSA|RAG|UK|EU|ID|AM|PM|OK)';
const IS_AGED = `(?:[Aa]ged? |is )\\d{1,2}\\b(?! ?(?:-|to|and|or|%|\\d))|\\d{1,2}[ -](?:years?|months?)[ -]old`;
const INITIALS = new RegExp(`(?<![\\w.])(?!${KNOWN}\\b)[A-Z]{2,3},? (?:is )?\\(?(?:${IS_AGED})`);
const DOTTED_INITIALS = new RegExp(
  `(?<![\\w.])[A-Z]\\. ?[A-Z]\\.?(?: ?[A-Z]\\.?)?,? ?(?:is )?(?:\\(?(?:${IS_AGED})|\\(\\d{1,2}\\))`,
);

/** Whether a letter, a number or initials stand for a person of whom the text says something, such as an age. */
export const hasStandIn = (text: string): boolean =>
  THEN_ATTRIBUTE.test(text) || AGE_THEN.test(text) || INITIALS.test(text) || DOTTED_INITIALS.test(text);
