import { readFileSync } from 'node:fs';
import { identifiersIn, type Identifier } from '../../src/kernel/identifiers';
import { wordsOfAddress } from '../../src/kernel/webAddress';

const today = '2026-09-15';
const found = (text: string): Identifier[] => identifiersIn(text, today);

/* Made-up numbers: the check digits are right where the case says so, and belong to nobody. */
test.each([
  ['a CHI number', 'CHI 0101010001'],
  ['without its name', 'see 0101010001 in the file'],
  ['with a space', '010101 0001'],
  ['in pairs', '01 01 01 0001'],
  ['with slashes', '01/01/01/0001'],
  ['with dots', '01.01.01.0001'],
  ['with dashes', '01-01-01 0001'],
  ['in threes', '010 101 0001'],
  ['in fives', '01010 10001'],
  ['digit by digit', '0 1 0 1 0 1 0 0 0 1'],
  ['with a long dash', '010101–0001'],
  ['with a hard space', '010101\u00a00001'],
  ['with a space of no width', '010101\u200b0001'],
  ['in full-width digits', '０１０１０１０００１'],
  ['in Arabic digits', '٠١٠١٠١٠٠٠١'],
  ['in Devanagari digits', '०१०१०१०००१'],
  ['in mathematical digits', '𝟎𝟏𝟎𝟏𝟎𝟏𝟎𝟎𝟎𝟏'],
  ['followed by another number', 'seen 0101010001 3 times'],
  ['called one, whatever the check digit', 'CHI: 0101010008'],
  ['called one, written together', 'CHI0101010008'],
  ['called one, in groups', 'CHI no. 010 101 0008'],
])('a CHI number: %s', (_, text) => {
  expect(found(text)).toContain('CHI_NUMBER');
});

test.each([
  ['DATE_OF_BIRTH', 'born 3 March 2019'],
  ['DATE_OF_BIRTH', 'Born on the 3rd of March, 2019'],
  ['DATE_OF_BIRTH', 'born on the third of March two thousand and nineteen'],
  ['DATE_OF_BIRTH', 'born in March 2019'],
  ['DATE_OF_BIRTH', 'd.o.b. 03/03/19'],
  ['DATE_OF_BIRTH', 'DOB: 2019-03-03'],
  ['DATE_OF_BIRTH', 'DOB 03 03 2019'],
  ['DATE_OF_BIRTH', 'date of birth is 3-Mar-19'],
  ['DATE_OF_BIRTH', 'date of birth: March 3, 2019'],
  ['DATE_OF_BIRTH', 'whose birthday is 3 March 2019'],
  ['DATE_OF_BIRTH', 'ｂｏｒｎ ３ Ｍａｒｃｈ ２０１９'],
  ['CASE_NUMBER', 'SWIS 1234567'],
  ['CASE_NUMBER', 'SWIS number: 1234567'],
  ['CASE_NUMBER', 'see case ref. AB/12345'],
  ['CASE_NUMBER', 'client ID 998877'],
  ['CASE_NUMBER', 'NI number AB 12 34 56 C'],
  ['POSTCODE', 'lives at EH12 5AB'],
  ['POSTCODE', 'lives at eh125ab'],
  ['POSTCODE', 'lives at EH12-5AB'],
  ['POSTCODE', 'at SW1A 1AA'],
  ['POSTCODE', 'ＥＨ１２ ５ＡＢ'],
  ['EMAIL', 'write to jane.doe@council.example.org'],
  ['EMAIL', 'jane.doe [at] council [dot] gov [dot] uk'],
  ['EMAIL', 'jane.doe(at)council.gov.uk'],
  ['EMAIL', 'jane dot doe at council dot gov dot uk'],
  ['EMAIL', 'jane.doe＠council.gov.uk'],
  ['EMAIL', 'jane.doe @ council . gov . uk'],
  ['PHONE', 'ring 07700 900123'],
  ['PHONE', '07700900123'],
  ['PHONE', '(0131) 496 0000'],
  ['PHONE', '0131-496-0000'],
  ['PHONE', '+44 131 496 0000'],
  ['PHONE', '+44 (0)131 496 0000'],
  ['PHONE', '0044 7700 900123'],
  ['ADDRESS', 'the family moved to 12 High Street'],
  ['ADDRESS', 'at 4a North Castle Wynd'],
  ['PSEUDONYM', 'Child A, aged 7, was seen'],
  ['PSEUDONYM', 'Child A (7) was seen'],
  ['PSEUDONYM', 'the seven-year-old, Child A'],
  ['PSEUDONYM', 'Baby B was 7 months old'],
  ['PSEUDONYM', 'Child 2, a girl with a hearing loss'],
  ['PSEUDONYM', 'Sibling B attends the nursery'],
  ['PSEUDONYM', 'Mother X was diagnosed late'],
  ['PSEUDONYM', 'J.M. (7) was seen'],
  ['PSEUDONYM', 'J. M., aged 7'],
  ['PSEUDONYM', 'JM, aged 7, was seen'],
  ['PSEUDONYM', 'JM is 7 years old'],
  ['FULL_DATE', 'seen on 03/03/2026 at home'],
  ['FULL_DATE', 'seen on 2026-03-03'],
  ['FULL_DATE', 'seen on 3.3.2026'],
  ['FULL_DATE', 'seen on 03.03.26'],
  ['FULL_DATE', 'seen on 03‑03‑2026'],
  ['FULL_DATE', 'the child died on 3 March 2026'],
  ['FULL_DATE', 'the incident of 3rd March 2026'],
] as const)('%s: %s', (kind, text) => {
  expect(found(text)).toContain(kind);
});

test.each([
  ['ten digits that fail the check', 'order 0101010008'],
  ['ten digits that start with no date', 'order 9901010008'],
  ['a longer number', 'order 20101010001'],
  ['years in a row', '2019, 2020, 2021 and 2022'],
  ['a series of figures', '10 11 12 13 14 15'],
  ['a date to come', 'to be done by 31/12/2026'],
  ['a date to come in ISO form', 'to be done by 2026-12-31'],
  ['a month in words', 'since March 2026'],
  ['the day of a meeting in words', 'the meeting of 3 March 2026 agreed'],
  ['a cohort', 'children born between 1 April 2019 and 31 March 2020'],
  ['another cohort', 'babies born since 1 April 2019'],
  ['a year of birth', 'children born in 2019'],
  ['a fraction', 'in 3/4 of cases'],
  ['a version', 'guidance 2.1.14'],
  ['a theme and an ordinal', 'theme B1 2nd review'],
  ['an indicator', 'QI 5.3 and A11 3AB'],
  ['a reference of ours', 'LR-2026-03/F2/A1'],
  ['an act', 'section 8 of the Children (Scotland) Act 1995, SSI 2014/123'],
  ['a web address', 'looked at www.gov.scot and at celcis.org/knowledge-bank'],
  ['a dot at the end', 'Tested at home. Then at school.'],
  ['a helpline', 'Childline 0800 1111, ring 0808 800 5000 or 101'],
  ['a sum of money', '£0.12 to £7,012,345,678'],
  ['a stand-in of which nothing is said', 'as Child A would have found'],
  ['children of an age', 'children aged 7 or under, and CYP aged 12 to 17'],
  ['what is on a register', 'child or sibling on the register; suicide or accidental death'],
  ['how many cases', 'in case 3 of 12; 12345 children'],
  ['indicators with a count', 'QI (5), SCR (23), LR (3) and ICRs (50)'],
  ['an agreed place', '5 working days in place; 12 Health Boards'],
  ['a street nobody lives in', 'the High Street project'],
  ['ordinary words', 'Core groups met within 15 working days in 62 % of cases.'],
])('nothing: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

/* The addresses of published reports are full of numbers and dates of the year. */
test('in the addresses of the published record nothing is found', () => {
  const record: unknown = JSON.parse(readFileSync('seeds/published/record.json', 'utf8'));
  const addresses = textsIn(record).filter((text) => /^https?:/.test(text));
  expect(addresses.length).toBeGreaterThan(15);
  expect(addresses.filter((address) => found(wordsOfAddress(address)).length > 0)).toEqual([]);
});

test('what is no right encoding in an address is read as it stands', () => {
  expect(wordsOfAddress('https://x.example/100%/%zz%e0')).toContain('100%/%zz%e0');
});

test('a text may hold several', () => {
  expect(found('Child A, aged 7, born 3 March 2019, of EH12 5AB, CHI 0101010001')).toEqual([
    ...['CHI_NUMBER', 'DATE_OF_BIRTH', 'POSTCODE', 'PSEUDONYM'],
  ]);
});

/* The published record that comes with the service, and all its words, are what committees really write. */
test('in the published record nothing is found but dates', () => {
  const record: unknown = JSON.parse(readFileSync('seeds/published/record.json', 'utf8'));
  const texts = textsIn(record);
  expect(texts.length).toBeGreaterThan(300);
  const kinds = new Set(texts.flatMap((text) => found(text)));
  expect([...kinds].filter((kind) => kind !== 'FULL_DATE')).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('long and hostile texts are read in little time', () => {
  const hostile = [
    ...['0 '.repeat(4_000), 'a.'.repeat(4_000), 'born '.repeat(1_600), 'A. '.repeat(2_600), `Child A ${'x '.repeat(3_900)}`],
    ...['1 Aa '.repeat(1_600), 'a@a.'.repeat(2_000), 'SWIS no no no '.repeat(570), '+44 0 '.repeat(1_300), '1/1/1'.repeat(1_600)],
  ];
  const before = performance.now();
  for (const text of hostile) found(text);
  expect(performance.now() - before).toBeLessThan(2_000);
});
