import { isReference } from '../../src/kernel/reference';

test.each([
  ...['1', '1.1', '2.4', 'LR-2026-01', 'LR-2026-01/F3/A12', 'PLAN-2026-01', 'M-2026-01', 'CI-S-1', 'SCR_12', '2(a)', 'Rec-3b'],
  ...['CPC/QA/2025-07(b)', '0'.repeat(40)],
])('%s is a reference', (text) => expect(isReference(text)).toBe(true));

test.each([
  ['a name', 'John-Smith'],
  ['a name in capitals', 'SMITH'],
  ['a name with a number', 'SMITH-2014'],
  ['a sentence', 'Child A was hurt in 2024'],
  ['a sentence without blanks', 'Child-A-was-hurt-in-2024'],
  ['a sentence of short words', 'A-boy-of-6-was-hit-by-his-dad'],
  ['an e-mail address', 'a1@example.org'],
  ['letters of another script', 'Рев-1'],
  ['digits of another script', 'LR-١'],
  ['a line break', 'LR-1\n'],
  ['a blank before it', ' LR-1'],
  ['no digit', 'LR-A'],
  ['nothing', ''],
  ['41 characters', '0'.repeat(41)],
  ['13 letters', 'AB-CD-EF-GH-IJ-KL-M-1'],
])('%s is none', (_, text) => expect(isReference(text)).toBe(false));
