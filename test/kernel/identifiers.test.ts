import { identifierIn } from '../../src/kernel/identifiers';

const today = '2026-09-15';

/* Made-up numbers: the check digits are right where the case says so, and belong to nobody. */
test.each([
  ['a CHI number', 'CHI 0101010001', 'CHI number'],
  ['a CHI number without its name', 'see 0101010001 in the file', 'CHI number'],
  ['a CHI number with a space', '010101 0001', 'CHI number'],
  ['ten digits called CHI, whatever the check digit', 'CHI: 0101010008', 'CHI number'],
  ['ten digits that fail the check', 'order 0101010008', null],
  ['ten digits that start with no date', 'order 9901010008', null],
  ['a longer number', 'order 20101010001', null],
  ['a date of birth by name', 'born 3 March 2019', 'date of birth'],
  ['a date of birth by abbreviation', 'd.o.b. 03/03/19', 'date of birth'],
  ['a full date in figures', 'seen on 03/03/2026 at home', 'date of birth'],
  ['a full date in ISO form', 'seen on 2026-03-03', 'date of birth'],
  ['a full date with dots', 'seen on 3.3.2026', 'date of birth'],
  ['a short date with dots', 'seen on 03.03.26', 'date of birth'],
  ['a date to come', 'to be done by 31/12/2026', null],
  ['a date to come in ISO form', 'to be done by 2026-12-31', null],
  ['a month in words', 'since March 2026', null],
  ['a fraction', 'in 3/4 of cases', null],
  ['a version', 'guidance 2.1.14', null],
  ['a postcode', 'lives at EH12 5AB', 'postcode'],
  ['a postcode in small letters', 'lives at eh125ab', 'postcode'],
  ['a London postcode', 'at SW1A 1AA', 'postcode'],
  ['a theme and an ordinal', 'theme B1 2nd review', null],
  ['an indicator', 'QI 5.3 and A11 3AB', null],
  ['ordinary words', 'Core groups met within 15 working days in 62 % of cases.', null],
])('%s', (_, text, expected) => {
  expect(identifierIn(text, today)).toBe(expected);
});
