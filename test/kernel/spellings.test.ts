import { identifiersIn, type Identifier } from '../../src/kernel/identifiers';

/* The ways in which people spell what must not be recorded, and sentences of plans and reports that look like them. */
const found = (text: string): Identifier[] => identifiersIn(text, '2026-09-15');

test.each([
  ['in capitals', 'CHILD A AGED 7 was seen'],
  ['the word in capitals', 'CHILD A aged 7 was seen'],
  ['in small letters', 'child a aged 7 was seen'],
  ['in small letters with a comma', 'child a, aged 7, was seen'],
  ['a later letter in small letters', 'child b attends the nursery'],
  ['two of them', 'Children A and B, aged 4 and 6, were seen'],
  ['three of them', 'Siblings A, B & C (4, 6 and 9) were seen'],
  ['by numbers', 'Children 1 and 2, aged 4 and 6'],
  ['two blanks', 'Child  A aged 7'],
  ['a line break', 'Child A\n  aged 7'],
  ['a hard blank', 'Child\u00a0A aged 7'],
  ['curly quotation marks', 'Child “A” aged 7'],
  ['plain quotation marks', "child 'B' is 7"],
  ['brackets', 'Child (A) aged 7'],
  ['a dash', 'Child-A aged 7'],
  ['an underscore', 'Child_A aged 7'],
  ['a word between', 'Child no. 2, aged 7'],
  ['a plain statement', 'Child A is 7'],
  ['a statement that goes on', 'Child A was only seven when services met'],
  ['between commas', 'Child A, 7, was seen'],
  ['a new sentence', 'Child A. Aged 7'],
  ['a word for age', 'Child A - age: 7'],
  ['short units', 'Child A, 7yrs, was seen'],
  ['shorter units', 'Child A is a 7 y/o'],
  ['an age before', 'a 7-year-old, CHILD A'],
  ['a birth', 'Child A, born in 2014'],
  ['health', 'Child A has cerebral palsy'],
  ['health in small letters', 'child a has epilepsy'],
  ['injury', 'Baby B had three fractured ribs'],
  ['a Cyrillic letter', 'Child А aged 7'],
  ['Cyrillic letters in the word', 'Сhіld A aged 7'],
  ['a Greek letter', 'Child Β aged 7'],
  ['a letter in a circle', 'Child Ⓐ aged 7'],
  ['an accent', 'Chíld A aged 7'],
  ['a soft hyphen', 'Chi\u00adld A aged 7'],
  ['tags', 'Child <b>A</b> aged&nbsp;7'],
  ['blocks of a page', '<p>Child A</p><p>Aged 7</p>'],
  ['bold', 'Child **A**, aged _7_'],
])('a stand-in: %s', (_, text) => {
  expect(found(text)).toContain('PSEUDONYM');
});

test.each([
  ['eight digits', 'DOB 12032014'],
  ['eight digits, the year first', 'DOB 20140312'],
  ['six digits', 'd.o.b. 120314'],
  ['with oblique strokes', 'D/O/B 12/03/14'],
  ['the year first', 'DOB 2014/03/12'],
  ['the month in letters', 'DoB 12-Mar-2014'],
  ['the month between strokes', 'DOB: 12/Mar/2014'],
  ['all in one', 'born 12March2014'],
  ['the year before words', 'born 2014 March 12'],
  ['blanks around the marks', 'date of birth 12 / 03 / 2014'],
  ['blanks', 'DOB 2014 03 12'],
  ['upright strokes', 'DOB 12|03|2014'],
  ['commas', 'DOB 12,03,2014'],
  ['over a line break', 'Date of birth:\n12 March\n2014'],
  ['in a table', '<td>DOB</td><td>12/03/2014</td>'],
  ['encoded', 'DOB 12&#x2f;03&sol;2014'],
  ['far from the word', 'born at Raigmore Hospital in Inverness on 12 March 2014'],
  ['farther', 'born early at 32 weeks in St. John’s Hospital, Livingston, on the 12th of March 2014'],
  ['the word behind', '12/03/2014 (DOB)'],
  ['the words behind', '12 March 2014 is the date of birth'],
])('a date of birth: %s', (_, text) => {
  expect(found(text)).toContain('DATE_OF_BIRTH');
});

test.each([
  ['in pairs', '01 03 14 12 35'],
  ['in pairs in a sentence', 'see 01-03-14-12-35 for more'],
  ['with commas', '01.03.14, 1235'],
  ['with a comma', '010314,1235'],
  ['with a comma and a blank', '010314, 1235'],
  ['in brackets', '010314 (1235)'],
  ['with many blanks', '010314     1235'],
  ['over a line break', '010314\r\n1235'],
  ['in other groups', '010314 12 35'],
  ['with empty tags', '0103<b></b>141235'],
  ['with a tag around', '0103<span class="x">14</span>1235'],
  ['with a comment', '0103<!-- x > y -->141235'],
  ['in a tag', '<a title="0103141235">here</a>'],
  ['with a digit encoded', '&#48;103141235'],
  ['with a digit encoded without its end', '&#48103141235 &#x30;103141235'],
  ['encoded twice', '&amp;#48;103141235'],
  ['with bold digits', '0103**14**1235'],
  ['spelled out', 'Community Health Index number: 010314, 1239'],
  ['with dots in its name', 'C.H.I. 0103141230'],
])('a CHI number: %s', (_, text) => {
  expect(found(text)).toContain('CHI_NUMBER');
});

test.each([
  ['POSTCODE', 'EH1   2AB'],
  ['POSTCODE', 'EH1\n2AB'],
  ['POSTCODE', 'ЕН1 2АВ'],
  ['POSTCODE', 'EH1/2AB'],
  ['POSTCODE', 'EH1&nbsp;2AB'],
  ['PHONE', '07700/900/123'],
  ['PHONE', '0131 / 496 / 0000'],
  ['PHONE', '07700_900_123'],
  ['PHONE', '07700   900\n123'],
  ['PHONE', '+44/7700/900123'],
  ['EMAIL', 'jo.smith&#64;nhs.scot'],
  ['EMAIL', 'jo.smith&commat;nhs&period;scot'],
  ['EMAIL', 'jo.smith<at>nhs.scot'],
  ['EMAIL', 'jo.smith<b>@</b>nhs.scot'],
  ['EMAIL', '<a href="mailto:jo.smith@nhs.scot">write</a>'],
  ['EMAIL', '<jo.smith@nhs.scot>'],
  ['CASE_NUMBER', 'SWIS 123 4567'],
  ['CASE_NUMBER', 'case no. 20191234'],
  ['CASE_NUMBER', 'NI number AB-12-34-56-C'],
  ['FULL_DATE', 'seen on 12 / 03 / 2026'],
  ['FULL_DATE', 'seen on 2026/03/12'],
  ['FULL_DATE', 'seen on 2026.03.12'],
  ['FULL_DATE', 'died at Raigmore Hospital in Inverness on 12 March 2014'],
] as const)('%s: %s', (kind, text) => {
  expect(found(text)).toContain(kind);
});
