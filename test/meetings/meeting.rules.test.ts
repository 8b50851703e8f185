import type { MeetingDecisionKind } from '../../src/meetings/meeting.enums';
import { mayBodyDecide, meetingMoves, nextOf, previousOf, type Placed } from '../../src/meetings/meeting.rules';

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
