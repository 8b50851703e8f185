import fc from 'fast-check';
import type { CycleFacts } from '../../src/fidelity/cycleFacts.rules';
import { dayCriteria } from '../../src/fidelity/dayCriteria.rules';
import {
  criterionQuestions,
  profile,
  scopeOf,
  type CalibrationRow,
  type DaysRow,
  type ProfileRow,
  type RatioRow,
} from '../../src/fidelity/profile.rules';
import { leftOutSentences, percentageOf } from '../../src/fidelity/ratio.rules';
import { cycle, nextCycle, prediction, ramp } from './factMaking';

const settings = { today: '2026-09-15', nextCycleDays: 14 };
const all = Array.from({ length: 22 }, (_, index) => `F${index + 1}`);
const row = (rows: readonly ProfileRow[], code: string) => rows.find((one) => one.code === code);
const ratio = (rows: readonly ProfileRow[], code: string) => row(rows, code) as RatioRow;
const days = (rows: readonly ProfileRow[], code: string) => row(rows, code) as DaysRow;

test('a profile has F1 to F22 in order, each with a name and a question, and nothing beside them', () => {
  const rows = profile(scopeOf([ramp]), settings);
  expect(rows.map(({ code }) => code)).toEqual(all);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(22);
  expect(rows.every(({ question }) => question.endsWith('?'))).toBe(true);
  expect(Object.entries(criterionQuestions)).toEqual(rows.map(({ code, question }) => [code, question]));
});

test('no cycles: every ratio is NOT_APPLICABLE, every median null, none is zero', () => {
  const rows = profile(scopeOf([]), settings);
  expect(rows.map(({ code }) => code)).toEqual(all);
  for (const one of rows) {
    if (one.kind === 'RATIO')
      expect(one).toMatchObject({ numerator: 0, denominator: 0, percentage: 'NOT_APPLICABLE', leftOut: [] });
    if (one.kind === 'DAYS') expect(one).toMatchObject({ median: null, count: 0, byRamp: [], leftOut: [] });
    if (one.kind === 'CALIBRATION') expect(one.calibration.brierScore).toBeNull();
  }
});

test('those left out are named with the reason, and are in neither numerator nor denominator', () => {
  const waiting: CycleFacts = { ...cycle, id: 'w', status: 'PLANNING', doStartedOn: null, decision: null };
  const silent: CycleFacts = { ...cycle, id: 's', predictions: [] };
  const rows = profile(scopeOf([{ ...ramp, cycles: [cycle, waiting, nextCycle, silent] }]), settings);
  const [, , , predicts, beforehand] = rows as RatioRow[];
  expect(predicts).toMatchObject({ numerator: 2, denominator: 3, percentage: 66.7 });
  expect(predicts?.leftOut).toEqual([{ id: 'w', reason: 'NOT_BEGUN' }]);
  expect(beforehand).toMatchObject({ numerator: 2, denominator: 2, percentage: 100 });
  expect(beforehand?.leftOut).toEqual([
    { id: 'w', reason: 'NOT_BEGUN' },
    { id: 's', reason: 'NO_PREDICTION' },
  ]);
  expect(leftOutSentences[beforehand!.leftOut[1]!.reason]).toBe('It has no prediction.');
});

test('a profile of one cycle counts that cycle alone, but judges it by its whole ramp', () => {
  const other = { ...ramp, id: 'q', cycles: [{ ...cycle, id: 'x' }] };
  const rows = profile(
    scopeOf([ramp, other], ({ id }) => id === 'c'),
    settings,
  );
  expect(ratio(rows, 'F1')).toMatchObject({ unit: 'CYCLE', denominator: 1 });
  expect(ratio(rows, 'F8')).toMatchObject({ numerator: 1, denominator: 1 });
  expect(ratio(rows, 'F11')).toMatchObject({ unit: 'RAMP', numerator: 1, denominator: 1, leftOut: [] });
});

test.each<[keyof typeof dayCriteria, string, Partial<CycleFacts>, number | string]>([
  ['F13', 'from the start of Do to the decision', {}, 32],
  ['F13', 'on one day', { actedOn: '2026-04-01' }, 0],
  ['F13', 'over the change of the clocks', { doStartedOn: '2026-03-28', actedOn: '2026-03-30' }, 2],
  ['F13', 'not begun', { doStartedOn: null, status: 'PLANNING' }, 'NOT_BEGUN'],
  ['F13', 'cancelled', { doStartedOn: null, status: 'CANCELLED' }, 'CANCELLED'],
  ['F13', 'not decided', { decision: null, actedOn: null }, 'NOT_DECIDED'],
  ['F13', 'decided on no stated day', { actedOn: null }, 'DAY_MISSING'],
  ['F21', 'to the next plan', {}, 7],
  ['F21', 'to the earliest of two', { successors: [next('2026-06-01'), next('2026-05-05'), next(null)] }, 2],
  ['F21', 'planned before the decision', { successors: [next('2026-04-01')] }, 0],
  ['F21', 'with no next', { successors: [] }, 'NO_NEXT_CYCLE'],
  ['F21', 'with a next planned on no stated day', { successors: [next(null)] }, 'DAY_MISSING'],
  ['F21', 'not decided', { decision: null }, 'NOT_DECIDED'],
  ['F21', 'cancelled', { decision: null, status: 'CANCELLED' }, 'CANCELLED'],
])('%s: days of a cycle %s', (code, _, differing, answer) => {
  expect(dayCriteria[code].days({ ...cycle, ...differing })).toBe(answer);
});

function next(plannedOn: string | null) {
  return { id: 'n', plannedOn, learnedFromPrevious: null };
}

test('days are a median with its count, over all and for each ramp', () => {
  const lasting = (id: string, actedOn: string): CycleFacts => ({ ...cycle, id, actedOn });
  const one = {
    ...ramp,
    id: 'one',
    cycles: [lasting('a', '2026-04-02'), lasting('b', '2026-04-05'), lasting('c', '2026-05-01')],
  };
  const two = { ...ramp, id: 'two', cycles: [lasting('d', '2026-04-11'), { ...cycle, id: 'e', decision: null }] };
  const none = { ...ramp, id: 'none', cycles: [{ ...cycle, id: 'f', decision: null }] };
  expect(days(profile(scopeOf([one, two, none]), settings), 'F13')).toMatchObject({
    median: 7,
    count: 4,
    byRamp: [
      { rampId: 'one', median: 4, count: 3 },
      { rampId: 'two', median: 10, count: 1 },
    ],
    leftOut: [
      { id: 'e', reason: 'NOT_DECIDED' },
      { id: 'f', reason: 'NOT_DECIDED' },
    ],
  });
});

test('F22 is the calibration of what was compared, and names the cycles where nothing was', () => {
  const wrong: CycleFacts = {
    ...cycle,
    id: 'w',
    predictions: [
      { ...prediction, verdict: 'NOT_MET' },
      { ...prediction, verdict: null },
    ],
  };
  const open: CycleFacts = { ...cycle, id: 'o', predictions: [{ ...prediction, verdict: null }] };
  const f22 = row(profile(scopeOf([{ ...ramp, cycles: [cycle, wrong, open] }]), settings), 'F22') as CalibrationRow;
  expect(f22.calibration.hitRate).toEqual({ numerator: 1, denominator: 2, percentage: 50 });
  expect(f22.calibration.brierScore).toBeCloseTo((0.04 + 0.64) / 2, 12);
  expect(f22.leftOut).toEqual([{ id: 'o', reason: 'NOTHING_COMPARED' }]);
});

test.each([
  [0, 0, 'NOT_APPLICABLE'],
  [0, 3, 0],
  [3, 3, 100],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1, 16, 6.3],
  [1, 2000, 0.1],
  [1, 2001, 0],
  [23, 80, 28.8],
] as const)('%d of %d is %s percent', (numerator, denominator, percentage) => {
  expect(percentageOf(numerator, denominator)).toBe(percentage);
});

test('every cycle is counted or left out, never both and never neither, whatever it lacks', () => {
  const day = fc.constantFrom(null, '2026-04-01', '2026-05-01');
  const lacking = fc.record({
    status: fc.constantFrom('PLANNING', 'DOING', 'STUDYING', 'ACTING', 'CLOSED', 'CANCELLED'),
    decision: fc.constantFrom(null, 'ADOPT', 'ADAPT', 'ABANDON'),
    doStartedOn: day,
    studiedOn: day,
    actedOn: day,
    predictions: fc.constantFrom([], [prediction]),
    changesAtOnce: fc.constantFrom(null, 1, 2),
  });
  fc.assert(
    fc.property(fc.array(lacking), (differing) => {
      const cycles = differing.map((one, index) => ({ ...cycle, ...one, id: String(index) }));
      for (const one of profile(scopeOf([{ ...ramp, cycles }]), settings)) {
        const of = one.unit === 'CYCLE' ? cycles.length : Math.min(1, cycles.length);
        if (one.kind === 'RATIO') expect(one.denominator + one.leftOut.length).toBe(of);
        if (one.kind === 'DAYS') expect(one.count + one.leftOut.length).toBe(of);
      }
    }),
  );
});
