import type { CycleStatus } from '../../src/cycles/cycle.enums';
import {
  cycleLabel,
  cycleMoves,
  requireAdopted,
  requireDaysInOrder,
  requireRange,
  requireSafeguards,
  unexpectedSeen,
  walk,
  type CycleDays,
} from '../../src/cycles/cycle.rules';
import { actAdvice, doAdvice, planAdvice, studyAdvice, type PlanFacts } from '../../src/cycles/cycleAdvice.rules';
import { mayMove } from '../../src/kernel/machine';

const statuses: readonly CycleStatus[] = ['PLANNING', 'DOING', 'STUDYING', 'ACTING', 'CLOSED', 'CANCELLED'];
const allowed = new Set([
  'PLANNING to DOING',
  'PLANNING to CANCELLED',
  'DOING to STUDYING',
  'STUDYING to ACTING',
  'ACTING to CLOSED',
]);
const moves = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

test.each(moves.filter(([from, to]) => allowed.has(`${from} to ${to}`)))('a cycle goes from %s to %s', (from, to) => {
  expect(walk(from, [], to)).toBe(to);
});

test.each(moves.filter(([from, to]) => !allowed.has(`${from} to ${to}`)))('a cycle does not go from %s to %s', (from, to) => {
  expect(() => walk(from, [], to)).toThrow(expect.objectContaining({ details: { rule: 'cycle.transition' } }));
});

test('stopping early is passed through between Do and Study, and nowhere else', () => {
  expect(walk('DOING', ['STOPPED_EARLY'], 'STUDYING')).toBe('STUDYING');
  expect(statuses.filter((from) => mayMove(cycleMoves, from, 'STOPPED_EARLY'))).toEqual(['DOING']);
  expect(cycleMoves.STOPPED_EARLY).toEqual(['STUDYING']);
});

test.each([
  [1, 1, '1a'],
  [1, 2, '1b'],
  [2, 1, '2a'],
  [1, 26, '1z'],
  [1, 27, '1aa'],
  [3, 52, '3az'],
  [3, 53, '3ba'],
  [12, 702, '12zz'],
  [12, 703, '12aaa'],
])('ramp %i, place %i is called %s', (number, position, label) => {
  expect(cycleLabel(number, position)).toBe(label);
});

const today = '2026-09-15';
const noDays: CycleDays = { plannedOn: null, doStartedOn: null, doEndedOn: null, studiedOn: null, actedOn: null };

test.each<[string, Partial<CycleDays>]>([
  ['none given', {}],
  ['all on one day', { plannedOn: today, doStartedOn: today, doEndedOn: today, studiedOn: today, actedOn: today }],
  ['in order with gaps', { plannedOn: '2026-08-01', studiedOn: '2026-09-01' }],
])('days in order: %s', (_, days) => {
  expect(() => requireDaysInOrder({ ...noDays, ...days }, today, 'input')).not.toThrow();
});

test.each<[string, Partial<CycleDays>, string]>([
  ['begun before planned', { plannedOn: '2026-09-02', doStartedOn: '2026-09-01' }, 'cycle.dates'],
  ['ended before begun', { doStartedOn: '2026-09-02', doEndedOn: '2026-09-01' }, 'cycle.dates'],
  ['studied before planned, with gaps', { plannedOn: '2026-09-02', studiedOn: '2026-09-01' }, 'cycle.dates'],
  ['acted on before studied', { studiedOn: '2026-09-02', actedOn: '2026-09-01' }, 'cycle.dates'],
  ['a day that has not come', { doStartedOn: '2026-09-16' }, 'cycle.dayAhead'],
])('days out of order: %s', (_, days, rule) => {
  const check = () => requireDaysInOrder({ ...noDays, ...days }, today, 'input.x');
  expect(check).toThrow(expect.objectContaining({ details: { rule, field: 'input.x' } }));
});

test('a test that lowers a statutory safeguard is refused; saying that it does not, or nothing, is not', () => {
  const rule = expect.objectContaining({ rule: 'cycle.safeguard' }) as unknown;
  expect(() => requireSafeguards(true)).toThrow(expect.objectContaining({ details: rule }));
  expect(() => requireSafeguards(false)).not.toThrow();
  expect(() => requireSafeguards(null)).not.toThrow();
});

test.each([
  {},
  { lower: 1 },
  { upper: -1 },
  { lower: 1, upper: 1 },
  { lower: 1, upper: 3, expectedValue: 2 },
  { expectedValue: 5 },
])('a range that can be: %o', (range) => {
  expect(() => requireRange(range, 'p')).not.toThrow();
});

test.each([
  [{ lower: 2, upper: 1 }, 'p.lower'],
  [{ lower: 2, expectedValue: 1 }, 'p.expectedValue'],
  [{ upper: 2, expectedValue: 3 }, 'p.expectedValue'],
])('a range that cannot be: %o', (range, field) => {
  expect(() => requireRange(range, 'p')).toThrow(expect.objectContaining({ details: { rule: 'prediction.range', field } }));
});

test.each([
  [undefined, false, null],
  [undefined, true, true],
  [false, false, false],
  [true, false, true],
  [true, true, true],
])('asked about the unexpected, said %s, recorded %s: %s', (said, isRecorded, seen) => {
  expect(unexpectedSeen(said, isRecorded)).toBe(seen);
});

test('"none seen" does not stand beside something unexpected', () => {
  const details = { rule: 'cycle.unexpected', field: 'input.unexpectedSeen' };
  expect(() => unexpectedSeen(false, true)).toThrow(expect.objectContaining({ details }));
});

test.each([
  ['no cycle', []],
  ['an adopted one that is not closed', [{ status: 'ACTING', decision: null } as const]],
  ['one that was adapted', [{ status: 'CLOSED', decision: 'ADAPT' } as const]],
])('a change idea with %s is not ready', (_, cycles) => {
  expect(() => requireAdopted(cycles)).toThrow(expect.objectContaining({ details: { rule: 'changeIdea.adopted' } }));
});

const task = { who: 'Chair', whenOn: null, whenText: 'Tuesday', place: 'Office' };
const fullPlan: PlanFacts = {
  ...{ objective: 'Why', predictionCounts: [1, 2], tasks: [task], plannedDataCount: 1 },
  ...{ predecessorCount: 1, learnedFromPrevious: 'Ask at the end of the meeting', isLargerThanSuggested: false },
};

test.each<[Partial<PlanFacts>, string[]]>([
  [{}, []],
  [{ objective: ' ' }, ['NO_OBJECTIVE']],
  [{ predictionCounts: [] }, ['NO_QUESTION']],
  [{ predictionCounts: [1, 0] }, ['QUESTION_WITHOUT_PREDICTION']],
  [{ tasks: [] }, ['NO_TASK']],
  [{ tasks: [{ ...task, who: null }] }, ['TASK_INCOMPLETE']],
  [{ tasks: [{ ...task, whenText: null }] }, ['TASK_INCOMPLETE']],
  [{ tasks: [{ ...task, place: null }] }, ['TASK_INCOMPLETE']],
  [{ plannedDataCount: 0 }, ['NO_DATA_PLAN']],
  [{ learnedFromPrevious: ' ' }, ['LEARNT_UNSAID']],
  [{ learnedFromPrevious: null, predecessorCount: 0 }, []],
  [{ isLargerThanSuggested: true }, ['LARGER_THAN_SUGGESTED']],
  [
    { objective: null, predictionCounts: [], tasks: [], plannedDataCount: 0 },
    ['NO_OBJECTIVE', 'NO_QUESTION', 'NO_TASK', 'NO_DATA_PLAN'],
  ],
])('a plan that differs by %o is advised %o', (facts, advice) => {
  expect(planAdvice({ ...fullPlan, ...facts })).toEqual(advice);
});

test('Do, Study and Act are advised on what each lacks', () => {
  expect(doAdvice({ carriedOutAsPlanned: false, observationCount: 1 })).toEqual([]);
  expect(doAdvice({ carriedOutAsPlanned: null, observationCount: 0 })).toEqual(['AS_PLANNED_UNSAID', 'NO_OBSERVATION']);
  expect(studyAdvice({ learning: 'Much', predictionCount: 2, comparisonCount: 2 })).toEqual([]);
  expect(studyAdvice({ learning: null, predictionCount: 2, comparisonCount: 1 })).toEqual([
    'PREDICTION_NOT_COMPARED',
    'NO_LEARNING',
  ]);
  const act = { rationale: 'It worked', nextStep: 'Three chairs', successorCount: 1 };
  expect(actAdvice({ ...act, decision: 'ADOPT' })).toEqual([]);
  expect(actAdvice({ ...act, decision: 'ADOPT', nextStep: null })).toEqual(['ADOPT_WITHOUT_NEXT_STEP']);
  expect(actAdvice({ ...act, decision: 'ADAPT', successorCount: 0 })).toEqual(['ADAPT_WITHOUT_NEXT_CYCLE']);
  expect(actAdvice({ ...act, decision: 'ABANDON', rationale: null })).toEqual(['NO_RATIONALE']);
});
