import { identifiersIn, type Identifier } from '../../src/kernel/identifiers';

/* What committees write every day and what only looks like personal data: nothing of it may be asked about. */
const found = (text: string): Identifier[] => identifiersIn(text, '2026-09-15');

test.each([
  ['the name of a published review', 'Significant case review: Child A, published in 2019'],
  ['the name of a published review in capitals', 'SIGNIFICANT CASE REVIEW: CHILD A'],
  ['a review by its year', 'the review of Child A (2014) and that of Child “B”'],
  ['a review of several', 'Children A and B: what the review asked for'],
  ['a count beside a review', 'Child A is 1 of 12 reviews; Child B is 3 of 5'],
  ['percent beside a review', 'of Child A, 7 % of actions are open'],
  ['an article', 'gave each child a school place and each family a 12 week programme'],
  ['an article in capitals', 'GIVE EVERY CHILD A SCHOOL NURSE'],
  ['an article after several', 'We gave parents a diagnosis leaflet'],
  ['an article after a word with that letter', 'gave a teenager a school place and an adult a nursery place'],
  ['a verb', 'pupils who miss a school day'],
  ['small words', 'child in need, child is heard, mother to be, adult or child at school'],
  ['a possessive', "the child's school and the parents' nursery"],
  ['an act', 'Children and Families Act 2014, Children (Scotland) Act 1995'],
  ['a service', 'child and adolescent mental health services for school pupils'],
  ['a charity', 'Children 1st attended the meeting'],
  ['a span of ages', 'children aged 0 to 4'],
  ['another span of ages', 'children 0-2 attend nursery'],
  ['ages as numbers', 'children 3 and 4 at nursery'],
  ['two ages', 'children aged 4 and 5 are weighed in school'],
  ['how many', 'parent (5), child (3) and sibling (2) attended'],
  ['part of a whole', '12 of 20 children had a plan'],
  ['a project with a number', 'Family First, Parent 2 Parent'],
  ['whoever writes', 'As a child, I attended school; as a parent I lived in fear'],
  ['an example', 'for every child, e.g. in school; each parent (i.e. at nursery)'],
  ['a department', 'Child A&E attendances from school; children C of E school'],
  ['an article after a comma', 'for every child, a school place'],
  ['letters after a comma', 'For every child, QI 5 asks for a nursery'],
  ['a list with bullets', 'Child A\n• School staff were trained\n• Suicide prevention'],
  ['people in general', 'a person-centred school; patients, clients and students'],
  ['unborn babies', 'pre-birth planning for unborn babies by week 28'],
  ['a theme', 'Theme A: child at the centre, aged care is theme B'],
])('no stand-in: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['a period of time', 'within 15 days of 12 March 2026'],
  ['a day in short form', 'the meeting of 12-Mar-2026 agreed'],
  ['a financial year', 'in 2024/25 and in 2025-26'],
  ['financial years', '2023/24, 2024/25 and 2025/26'],
  ['births and a meeting', 'babies born in hospital were reviewed at the meeting on 12 March 2026'],
  ['births and a plan', 'Babies born into care have plans, agreed on 12 March 2026'],
  ['another sentence', 'Support from birth. The group met on 12 March 2026'],
  ['a cohort from a day', 'children born on or after 1 April 2019'],
  ['a cohort by financial year', 'babies born in 2019/20 and 2020/21'],
  ['a span of financial years', 'babies born in 2019/20-2020/21'],
  ['financial years in a row', 'babies born in 2019/20, 2020/21 and 2021/22'],
  ['births in a row', 'Babies born: 10, 12, 14, 9'],
  ['a month of deaths', 'how many died in March 2014, and the incident of May 2015'],
  ['a count after births', 'of the 120314 people, 12032 were born abroad'],
  ['a certificate', 'birth certificates are asked for in 12 areas'],
  ['a review after a death', 'The death review was published on 12 March 2026'],
  ['a policy on incidents', 'The incident policy that the group agreed on 3 March 2026'],
  ['a version with spaces', 'version 2 . 1 . 14 of the guidance'],
  ['the address of a piece of news', 'https://news.example.org/2020/02/27/getting-it-right-for-every-child/'],
  ['a statutory instrument', 'SSI 2014/123/04'],
])('no date of a case: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['a series', '10, 11, 12, 13, 14'],
  ['a series in which the check would hold', '01, 03, 14, 12, 35'],
  ['a longer series', '12 01 03 14 12 35 10'],
  ['a series without blanks', '01,03,14,12,35'],
  ['a row of a table', '1203,1412,35.10,2007 2007-08,1512,3501.25'],
  ['a series of single figures', '0, 1, 0, 3, 1, 4, 1, 2, 3, 5'],
  ['a sum', '£1,012,345,678 of 1,203,141,230'],
  ['a day and a count', 'On 10 12 2026 there were 14'],
  ['two years', '2019 2020 21'],
  ['years after the letters', 'CHI linkage was audited in 2019-20, 2020-21 and 2021-22'],
  ['a statistic', 'chi-squared 12.3, p = 0.0012'],
  ['a number of an order', 'order 0103141239'],
  ['a reference like a telephone number', 'reference LR-01314960000 and SG/07700/900123'],
  ['a reference in short', 'PO 0131496, grant 0270123'],
  ['dates to come with a stroke', 'by 01/12/2026-31/12/2026'],
  ['case numbers of a year', 'case numbers 2024/25 rose; case numbers 2024 fell'],
  ['weeks', 'weeks 01, 02, 03, 04, 05 and 06'],
  ['an indicator', 'QI 2.1/3AB, P1 2nd term, S1/2 pupils'],
  ['shares', '<5 cases and >3 areas, a < b > c'],
  ['an ampersand', 'health & social care, Q&A; R&D; AT&T'],
  ['a reference that is none', '&nosuch; &#99999999; &#;'],
  ['words of another language', 'Дитина має план. Οικογένεια'],
  ['stars and code', 'Scores: 3*, 4** and `plan_2026_27`'],
])('no number of a person: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('long and hostile texts are read in little time', () => {
  const hostile = [
    ...['<b'.repeat(5_000), '<!--'.repeat(2_500), '&amp;'.repeat(2_000), `&${'amp;'.repeat(2_500)}`, '01 '.repeat(3_300)],
    ...['children a and '.repeat(700), `Child A${', B'.repeat(3_000)}`, 'born at the '.repeat(900), 'DOB 1 '.repeat(1_700)],
    ...['Child A is '.repeat(900), '12 / '.repeat(2_000), '2014/'.repeat(2_000), '12March'.repeat(1_400), '<at>'.repeat(2_500)],
  ];
  const before = performance.now();
  for (const text of hostile) found(text);
  expect(performance.now() - before).toBeLessThan(2_000);
});
