const COUNT =
  '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)';
const UNIT = '(?:years?|yrs?|months?|mths?|weeks?|wks?)';
const OLD = `(?<![\\d/.,-])${COUNT}(?:[ -]?${UNIT}(?:[ -]old)?| ?y\\/?o)\\b`;
/** An age, and not a span of ages such as 5 to 7. */
const AGE = `(?:\\(${COUNT}\\)|\\baged? (?:of )?${COUNT}\\b(?! ?(?:-|to|and|or|\\+|years? and over)(?! ?(?:weeks|months)))|${OLD})`;

/** Health, disability and injury: what made the published reports of cases recognisable. */
const CONDITION = [
  ...['diagnos(?:ed|is)', 'disab\\w+', 'autis\\w+', 'pregnant', 'palsy', 'epilep\\w+', 'diabet\\w+', 'asthma\\w*', 'ADHD'],
  ...['FASD', 'syndrome', 'cancer', 'leuka?emia', 'HIV', 'depression', 'psychosis', 'schizophrenia', 'bipolar', 'anorexi\\w+'],
  ...['blind', 'deaf', 'wheelchair', 'spina bifida', 'cystic fibrosis', 'hearing loss', 'learning difficult\\w+'],
  ...['impairment', 'self-harm\\w*', 'suicid(?:e|al)', 'overdose', 'bruis\\w+', 'fractur\\w+', 'burns?', 'injur(?:y|ies|ed)'],
].join('|');
const CIRCUMSTANCE =
  'born|boy|girl|son|daughter|male|female|twin|attend(?:s|ed)|lives?|lived|nursery|school|prison|convicted|gay|lesbian|transgender';
const SOMETHING = new RegExp(`^[^.]{0,80}?(?:${AGE}|\\b(?:${CIRCUMSTANCE}|${CONDITION})\\b)`, 'i');

const BEING = '(?:is|was|are|were|turned|turning|will be|who|both|now|then|just|only|nearly|almost|about)';
const PAUSE = '[ ,;:.(-]{0,4}';
/** Right after the name even "4 and 6" are ages. */
const AGED = `(?:'s)?${PAUSE}(?:${BEING} ){0,4}aged?:? (?:of |is |was )?${COUNT}\\b`;
const IS_COUNT = `,? (?:${BEING} ){1,4}${COUNT}(?=$| ?[.,;:)!?]| (?:and|or|but|when|who|with|at|now|then)\\b)`;
const SET_OFF = `(?:, | ?- )${COUNT}(?=$|[.,;)])`;
const IN_BRACKETS = ` ?\\((?:[mf],? )?${COUNT}(?:(?:, ?| and | & |/)${COUNT})*\\)`;
const SAYS_AGE = new RegExp(`^(?:${AGED}|${IS_COUNT}|${SET_OFF}|${IN_BRACKETS})`, 'i');
const AGE_BEFORE = new RegExp(`${AGE}[^.]{0,20}$`, 'i');

/** Whether a text goes on with the age of whom it has just named. */
export const saysAge = (after: string): boolean => SAYS_AGE.test(after);

/** Whether a text goes on with an age, the health or the life of whom it has just named. */
export const saysSomething = (after: string): boolean => saysAge(after) || SOMETHING.test(after);

/** Whether a text comes to a name from an age: "the seven-year-old". */
export const saysAgeBefore = (before: string): boolean => AGE_BEFORE.test(before);
