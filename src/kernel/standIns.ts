import { saysAge, saysAgeBefore, saysSomething } from './aboutPerson';

const ONE = [
  ...['child', 'baby', 'infant', 'sibling', 'twin', 'brother', 'sister', 'boy', 'girl', 'son', 'daughter', 'pupil', 'youth'],
  ...['toddler', 'teenager', 'kid', 'student', 'person', 'patient', 'client', 'uncle', 'aunt', 'cousin', 'nephew', 'niece'],
  ...['mother', 'father', 'parent', 'grandmother', 'grandfather', 'carer', 'adult', 'young person', 'family', 'service user'],
  ...['ms', 'mr', 'mrs', 'miss'],
];
const SEVERAL = [
  ...['children', 'babies', 'infants', 'siblings', 'twins', 'brothers', 'sisters', 'boys', 'girls', 'sons', 'daughters'],
  ...['pupils', 'toddlers', 'teenagers', 'kids', 'students', 'persons', 'patients', 'clients', 'cousins', 'nephews', 'nieces'],
  ...['mothers', 'fathers', 'parents', 'carers', 'adults', 'young people', 'families', 'service users'],
];
const OPEN = '["\'([]?';
const CLOSE = '(?:[")\\]]|\'(?!s\\b)){0,2}';
const AND = '(?:, and | and | or |, ?| ?& ?| ?/ ?)';
/** Child A, Child-A, child "a", children A and B. */
const LETTERS = `(?:-|[,:]? ${OPEN})(?!a ?& ?e\\b|c of e\\b)(?<letter>[a-z]{1,2})(?![\\w-]|\\.[a-z])(?=(?<rest>[^]{0,20}))${CLOSE}(?:${AND}${OPEN}[a-z](?![\\w-])${CLOSE})*`;
/** Sibling 2, child no. 2, children 1 and 2; in brackets it is how many there are. */
const NUMBERS = `(?:-| (?:no\\.? |number )?["'#]?)(?<number>\\d)(?![\\w-])["']?(?<more>${AND}\\d(?![\\w-]))*`;
/** ChildA */
const JOINED = /([a-z])([A-Z]\b)/g;
const STAND_IN = new RegExp(`\\b(?:(?<one>${ONE.join('|')})|${SEVERAL.join('|')})(?:${NUMBERS}|${LETTERS})`, 'gi');

/** After "a" stands what no article is followed by: "child a is", "child a, aged", not "gave each child a school place". */
const IS_NO_ARTICLE =
  /^(?:["')\],.;:]| ?[(&-]| (?:is|was|has|had|aged?|and|who|whose|born|lives|lived|attends|attended|suffers|suffered)\b|$)/i;
/** "As a child, I was" is whoever writes. */
const IS_NO_WRITER = /^(?:["')\],.;:]| ?\(| aged?\b|$)/i;
/** How far a text says something about whom it has just named. */
const REACH = 120;

function hasNamedByLetter(written: string): boolean {
  const text = written.replace(JOINED, '$1 $2');
  return [...text.matchAll(STAND_IN)].some((match) => {
    const { one, number, more } = match.groups ?? {};
    const end = match.index + match[0].length;
    const [before, after] = [text.slice(Math.max(0, match.index - REACH), match.index), text.slice(end, end + REACH)];
    /* "Children 3 and 4 at nursery" is how old they are, or how many. */
    if (number && !one) return more !== undefined && saysAge(after);
    return isName(match) && (saysSomething(after) || saysAgeBefore(before));
  });
}

/** Whether what follows the word for a person is a name of one, and not a word of the sentence. */
function isName({ 0: words, groups: { one, letter, rest = '' } = {} }: RegExpExecArray): boolean {
  if (letter === undefined) return true;
  const isInCapitals = words === words.toUpperCase();
  if (letter.length === 2) return one !== undefined && !isInCapitals && /^[^,:]+$/.test(words) && letter === letter.toUpperCase();
  if (letter.toLowerCase() === 'i') return IS_NO_WRITER.test(rest);
  const mayBeArticle = letter === 'a' || (letter === 'A' && isInCapitals);
  return !mayBeArticle || IS_NO_ARTICLE.test(rest);
}

/** Letters that stand for something else in this field, so that "CYP aged 12" points at nobody. */
const KNOWN = '(?:CYP|YP|LAC|CP|CPR|QI|LR|SCR|ICR|IRD|UASC|NHS|CPC|COG|PDSA|RAG|UK|EU|ID|AM|PM|OK)';
const IS_AGED = `(?:[Aa]ged? |is )\\d{1,2}\\b(?! ?(?:-|to|and|or|%|\\d))|\\d{1,2}[ -](?:years?|months?)[ -]old`;
const INITIALS = new RegExp(`(?<![\\w.])(?!${KNOWN}\\b)[A-Z]{2,3},? (?:is )?\\(?(?:${IS_AGED})`);
const DOTTED_INITIALS = new RegExp(
  `(?<![\\w.])[A-Z]\\. ?[A-Z]\\.?(?: ?[A-Z]\\.?)?,? ?(?:is )?(?:\\(?(?:${IS_AGED})|\\(\\d{1,2}\\))`,
);

/** Whether a letter, a number or initials stand for a person of whom the text says something, such as an age. */
export const hasStandIn = (text: string): boolean => hasNamedByLetter(text) || INITIALS.test(text) || DOTTED_INITIALS.test(text);
