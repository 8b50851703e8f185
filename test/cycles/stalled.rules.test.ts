import {
  stalledCycles,
  stalledRamps,
  type StalledSettings,
  type WaitingCycle,
  type WaitingRamp,
} from '../../src/cycles/stalled.rules';

const settings: StalledSettings = { today: '2026-06-15', adaptDays: 14, dataDays: 30 };

const cycle: WaitingCycle = {
  id: 'c',
  status: 'CLOSED',
  decision: null,
  actedOn: null,
  successorCount: 0,
  plannedEndOn: null,
  firstTaskOn: null,
};
const adapted: WaitingCycle = { ...cycle, decision: 'ADAPT', actedOn: '2026-05-31' };
const doing: WaitingCycle = { ...cycle, status: 'DOING', plannedEndOn: '2026-06-14' };
const planned: WaitingCycle = { ...cycle, status: 'PLANNING', firstTaskOn: '2026-06-14' };

test.each([
  ['adapted and not followed up', adapted, 'ADAPT_WITHOUT_NEXT', '2026-06-14'],
  ['in Do past its end', doing, 'DO_PAST_END', '2026-06-14'],
  ['planned and not begun', planned, 'PLANNED_NOT_STARTED', '2026-06-14'],
])('a cycle %s has stalled', (_, one, rule, dueOn) => {
  expect(stalledCycles([one], settings)).toEqual([{ rule, id: 'c', dueOn }]);
});

test.each<[string, WaitingCycle]>([
  ['adapted exactly as many days ago as are allowed', { ...adapted, actedOn: '2026-06-01' }],
  ['adapted with a next cycle', { ...adapted, successorCount: 1 }],
  ['adapted on a day nobody recorded', { ...adapted, actedOn: null }],
  ['adopted', { ...adapted, decision: 'ADOPT' }],
  ['abandoned', { ...adapted, decision: 'ABANDON' }],
  ['in Do on its last day', { ...doing, plannedEndOn: '2026-06-15' }],
  ['in Do without a planned end', { ...doing, plannedEndOn: null }],
  ['past its planned end but in Study', { ...doing, status: 'STUDYING' }],
  ['to begin today', { ...planned, firstTaskOn: '2026-06-15' }],
  ['planned without a day', { ...planned, firstTaskOn: null }],
  ['cancelled', { ...planned, status: 'CANCELLED' }],
])('a cycle %s has not stalled', (_, one) => {
  expect(stalledCycles([one], settings)).toEqual([]);
});

test('each stalled cycle is named, in the order given', () => {
  const cycles = [
    { ...doing, id: 'a' },
    { ...cycle, id: 'b' },
    { ...adapted, id: 'd' },
  ];
  expect(stalledCycles(cycles, settings).map(({ id, rule }) => `${id} ${rule}`)).toEqual([
    'a DO_PAST_END',
    'd ADAPT_WITHOUT_NEXT',
  ]);
});

const ramp: WaitingRamp = { id: 'r', firstDoStartedOn: '2026-05-15', latestDecision: null, figureEnds: [] };

test.each<[string, Partial<WaitingRamp>]>([
  ['without any figure', {}],
  ['with figures from before its first test only', { figureEnds: ['2026-05-14'] }],
  ['whose last cycle was adapted', { latestDecision: 'ADAPT' }],
])('a ramp %s has stalled', (_, differing) => {
  expect(stalledRamps([{ ...ramp, ...differing }], settings)).toEqual([
    { rule: 'RAMP_WITHOUT_DATA', id: 'r', dueOn: '2026-06-14' },
  ]);
});

test.each<[string, Partial<WaitingRamp>]>([
  ['with a figure since its first test', { figureEnds: ['2026-05-01', '2026-05-15'] }],
  ['begun exactly as many days ago as are allowed', { firstDoStartedOn: '2026-05-16' }],
  ['without a test begun', { firstDoStartedOn: null }],
  ['that ended in ABANDON', { latestDecision: 'ABANDON' }],
])('a ramp %s has not stalled', (_, differing) => {
  expect(stalledRamps([{ ...ramp, ...differing }], settings)).toEqual([]);
});
