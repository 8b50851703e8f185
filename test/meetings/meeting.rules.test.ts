import type { Role } from '../../src/access/roles';
import type { Refusal } from '../../src/kernel/errors';
import type { MeetingDecisionKind } from '../../src/meetings/meeting.enums';
import {
  mayActFor,
  mayBodyDecide,
  meetingMoves,
  nextOf,
  previousOf,
  requireChair,
  requireHeld,
  type Placed,
} from '../../src/meetings/meeting.rules';

const ruleOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Refusal).details.rule;
  }
};

const meeting = (id: string, meetsOn: string, more: Partial<Placed> = {}): Placed => ({
  ...{ id, meetsOn, subgroupId: null, meetsAt: null, status: 'HELD' },
  ...more,
});

const march = meeting('a', '2026-03-10');
const cancelled = meeting('b', '2026-05-12', { status: 'CANCELLED' });
const june = meeting('c', '2026-06-09', { status: 'MINUTES_AGREED' });
const morning = meeting('d', '2026-09-08', { meetsAt: '09:30', status: 'PLANNED' });
const afternoon = meeting('e', '2026-09-08', { meetsAt: '14:00', status: 'PLANNED' });
const quality = meeting('f', '2026-07-01', { subgroupId: 'quality' });
const all = [afternoon, quality, june, march, morning, cancelled];

test.each([
  [march, null, june],
  [cancelled, march, june],
  [june, march, morning],
  [morning, june, afternoon],
  [afternoon, june, null],
  [quality, null, null],
])('the meetings of a body follow each other by day and time: $0.id', (each, previous, next) => {
  expect([previousOf(all, each), nextOf(all, each)]).toEqual([previous, next]);
});

test('nothing leads back to planned, and what is agreed or cancelled stays', () => {
  expect(Object.values(meetingMoves).flat()).not.toContain('PLANNED');
  expect([meetingMoves.MINUTES_AGREED, meetingMoves.CANCELLED]).toEqual([[], []]);
});

const bodies: readonly [MeetingDecisionKind | 'ASSURE', MeetingDecisionKind[] | null, boolean][] = [
  ['ACCEPT_COMPLETION', null, true],
  ['ASSURE', null, true],
  ['NOTE', [], true],
  ['CONTINUE', [], true],
  ['ACCEPT_COMPLETION', [], false],
  ['ACCEPT_COMPLETION', ['ACCEPT_COMPLETION'], true],
  ['STOP', ['ACCEPT_COMPLETION'], false],
  ['ASSURE', ['ACCEPT_COMPLETION', 'STOP', 'REOPEN'], false],
];

test.each(bodies)('%s, delegated %j: %s', (kind, delegated, may) => {
  expect(mayBodyDecide(kind, delegated && { delegated })).toBe(may);
});

const actors: readonly [Role, string | null, string | null, string | null, boolean][] = [
  ['CHAIR', null, null, null, true],
  ['CHAIR', 'quality', 'other', 'other', true],
  ['LEAD_OFFICER', null, null, null, true],
  ['SUBGROUP_CHAIR', null, 'me', null, false],
  ['SUBGROUP_CHAIR', 'quality', 'me', 'other', true],
  ['SUBGROUP_CHAIR', 'quality', 'other', 'me', true],
  ['SUBGROUP_CHAIR', 'quality', null, 'other', false],
];

test.each(actors)('%s for a meeting of %s chaired by %s, subgroup chaired by %s: %s', (role, subgroupId, chair, own, may) => {
  expect(mayActFor({ id: 'me', role }, { subgroupId, chairId: chair }, { chairId: own })).toBe(may);
});

test.each([
  ['HELD', undefined],
  ['PLANNED', 'meeting.notHeld'],
  ['CANCELLED', 'meeting.notHeld'],
  ['MINUTES_AGREED', 'meeting.minutesAgreed'],
] as const)('a meeting that is %s: %s', (status, rule) => {
  expect(ruleOf(() => requireHeld({ status }))).toBe(rule);
});

test.each([
  ['CHAIR', null, undefined],
  ['SUBGROUP_CHAIR', '2026-09-15', undefined],
  ['VICE_CHAIR', '2026-09-14', 'meeting.chair'],
  ['LEAD_OFFICER', null, 'meeting.chair'],
] as const)('a %s whose last day is %s chairs: %s', (role, endedOn, rule) => {
  expect(ruleOf(() => requireChair({ role, endedOn }, '2026-09-15'))).toBe(rule);
});
