import { requireParticulars, requireTimely, type Particulars } from '../../src/decisions/decision.rules';
import type { Refusal } from '../../src/kernel/errors';

const refused = (given: Particulars): object | undefined => {
  try {
    requireParticulars(given);
    return undefined;
  } catch (error) {
    return (error as Refusal).details;
  }
};

const cases: readonly [Particulars, string?, string?][] = [
  [{ kind: 'NOTE' }],
  [{ kind: 'CONTINUE', reason: 'Well under way' }],
  [{ kind: 'ACCEPT_COMPLETION', sustainMonths: 6 }],
  [{ kind: 'REQUEST_EVIDENCE' }, 'decision.reason', 'input.reason'],
  [{ kind: 'REVISE_DATE', dueOn: '2027-01-31' }, 'decision.reason', 'input.reason'],
  [{ kind: 'REVISE_DATE', dueOn: '2027-01-31', reason: 'Staff' }],
  [{ kind: 'REVISE_DATE', reason: 'Staff' }],
  [{ kind: 'ESCALATE_TO_COG' }, 'decision.reason', 'input.reason'],
  [{ kind: 'REASSIGN', reason: 'Moved' }, 'decision.lead', 'input.leadAgencyId'],
  [{ kind: 'REASSIGN', reason: 'Moved', leadRole: 'Inspector' }],
  [{ kind: 'MERGE' }, 'decision.successor', 'input.successorId'],
  [{ kind: 'MERGE', successorId: 'x' }],
  [{ kind: 'STOP' }, 'decision.reason', 'input.reason'],
  [{ kind: 'REOPEN' }, 'decision.reason', 'input.reason'],
  [{ kind: 'NOTE', dueOn: '2027-01-31' }, 'decision.particulars', 'input.dueOn'],
  [{ kind: 'STOP', reason: 'Done elsewhere', successorId: 'x' }, 'decision.particulars', 'input.successorId'],
  [{ kind: 'CONTINUE', leadRole: 'Inspector' }, 'decision.particulars', 'input.leadRole'],
  [{ kind: 'CONTINUE', leadAgencyId: 'x' }, 'decision.particulars', 'input.leadAgencyId'],
  [{ kind: 'CONTINUE', leadMemberId: 'x' }, 'decision.particulars', 'input.leadMemberId'],
  [{ kind: 'REOPEN', reason: 'It came back', sustainMonths: 0 }, 'decision.particulars', 'input.sustainMonths'],
];

test.each(cases.map(([given, rule = 'fits', field = '']) => [given, rule, field] as const))('%j: %s', (given, rule, field) => {
  expect(refused(given)).toEqual(rule === 'fits' ? undefined : { rule, field });
});

test.each([
  ['what has no day of its own', null, undefined],
  ['what was so before', '2026-09-13', undefined],
  ['what was so on the day', '2026-09-14', undefined],
  ['what came later', '2026-09-15', { rule: 'decision.tooEarly', field: 'input.meetingOn' }],
])('a meeting decides about %s', (_, on, expected) => {
  const deciding = () => requireTimely('REOPEN', { what: 'It was done', on }, '2026-09-14', 'input.meetingOn');
  if (expected) expect(deciding).toThrow(expect.objectContaining({ details: expected }));
  else expect(deciding).not.toThrow();
});
