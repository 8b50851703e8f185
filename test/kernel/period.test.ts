import { addMonths, periodInWords, periodLabel } from '../../src/kernel/period';

test.each([
  ['2026-03-01', '2026-03-31', 'March 2026', 'Mar 2026'],
  ['2024-02-01', '2024-02-29', 'February 2024', 'Feb 2024'],
  ['2026-01-01', '2026-03-31', 'January to March 2026', 'Jan–Mar 2026'],
  ['2026-01-01', '2026-12-31', '2026', '2026'],
  ['2025-04-01', '2026-03-31', 'April 2025 to March 2026', 'Apr 2025–Mar 2026'],
  ['2026-03-02', '2026-03-08', 'the week of 2 March 2026', '2 Mar 2026'],
  ['2026-03-02', '2026-03-02', '2 March 2026', '2 Mar 2026'],
  ['2026-05-10', '2026-06-09', '10 May 2026 to 9 June 2026', '10 May 2026–9 Jun 2026'],
])('%s to %s is said as "%s" and labelled "%s"', (start, end, words, label) => {
  expect([periodInWords({ start, end }), periodLabel({ start, end })]).toEqual([words, label]);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-11-15', 3, '2027-02-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-05-01', 12, '2027-05-01'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});
