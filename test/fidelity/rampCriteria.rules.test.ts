import type { CycleFacts, MeasureFacts, RampFacts } from '../../src/fidelity/cycleFacts.rules';
import { rampCriteria, type RampCriterion } from '../../src/fidelity/rampCriteria.rules';
import type { LeftOutReason } from '../../src/fidelity/ratio.rules';
import { cycle, monthly, nextCycle, ramp } from './factMaking';

type Code = keyof typeof rampCriteria;
type Answer = 'holds' | 'fails' | LeftOutReason;

function judge(code: Code, judged: RampFacts): Answer {
  const criterion: RampCriterion = rampCriteria[code];
  return criterion.unless(judged) ?? (criterion.holds(judged) ? 'holds' : 'fails');
}

test.each(Object.keys(rampCriteria) as Code[])('%s holds for a ramp that is as it should be', (code) => {
  expect(judge(code, ramp)).toBe('holds');
});

const cycles = (...differing: Partial<CycleFacts>[]): Partial<RampFacts> => ({
  cycles: differing.map((one, index) => ({ ...cycle, doStartedOn: `2026-04-0${index + 1}`, ...one })),
});
const measured = (differing: Partial<MeasureFacts>): Partial<RampFacts> => ({ measures: [{ ...monthly, ...differing }] });
const periods = (...starts: string[]): Partial<RampFacts> => measured(starting(...starts));
const starting = (...starts: string[]) => ({ points: starts.map((day) => ({ periodStart: day, periodEnd: day })) });
const untested = cycles({ doStartedOn: null });
const informing = cycles({ intent: 'COLLECT_INFORMATION', scale: 'WHOLE_SYSTEM' });

test.each<[Code, string, Partial<RampFacts>, Answer]>([
  ['F10', 'that starts with several people of one team', cycles({ scale: 'SMALL' }), 'holds'],
  ['F10', 'that starts with several teams', cycles({ scale: 'MULTI_TEAM' }, { scale: 'SINGLE' }), 'fails'],
  [
    'F10',
    'whose small test was planned first but begun later',
    cycles({ scale: 'SINGLE', doStartedOn: '2026-05-01' }, { scale: 'LARGE' }),
    'fails',
  ],
  [
    'F10',
    'that asks everybody first and then tests small',
    cycles({ intent: 'COLLECT_INFORMATION', scale: 'WHOLE_SYSTEM' }, {}),
    'holds',
  ],
  ['F10', 'whose first test has no stated scale', cycles({ scale: null }, { scale: 'SINGLE' }), 'SCALE_UNSAID'],
  ['F10', 'of which nothing has begun', untested, 'NO_TEST_BEGUN'],
  ['F10', 'that only collects information', informing, 'NO_TEST_BEGUN'],

  ['F11', 'that stays at its scale', cycles({ scale: 'SMALL' }, { scale: 'SMALL' }), 'fails'],
  ['F11', 'that shrinks', cycles({ scale: 'LARGE' }, { scale: 'SMALL' }, { scale: 'MULTI_TEAM' }), 'fails'],
  ['F11', 'that grows, and goes back once', cycles({ scale: 'SINGLE' }, { scale: 'LARGE' }, { scale: 'SINGLE' }), 'holds'],
  ['F11', 'that grows over a test of no stated scale', cycles({ scale: 'SINGLE' }, { scale: null }, { scale: 'SMALL' }), 'holds'],
  ['F11', 'with one test', cycles({}), 'ONE_SCALE'],
  ['F11', 'of which nothing has begun', untested, 'NO_TEST_BEGUN'],

  ['F14', 'with no measure', { measures: [] }, 'fails'],
  ['F14', 'with two figures', periods('2026-03-01', '2026-04-01'), 'fails'],
  ['F14', 'with three months in a row', periods('2026-02-01', '2026-04-01', '2026-03-01'), 'holds'],
  ['F14', 'with a month missing', periods('2026-02-01', '2026-04-01', '2026-05-01'), 'fails'],
  ['F14', 'with a month missing earlier on', periods('2025-11-01', '2026-02-01', '2026-03-01', '2026-04-01'), 'holds'],
  ['F14', 'whose figures ended before the tests', periods('2026-01-01', '2026-02-01', '2026-03-01'), 'fails'],
  ['F14', 'with three weeks', measured({ frequency: 'WEEKLY', ...starting('2026-04-01', '2026-04-08', '2026-04-15') }), 'holds'],
  [
    'F14',
    'with a week missing',
    measured({ frequency: 'WEEKLY', ...starting('2026-04-01', '2026-04-08', '2026-04-22') }),
    'fails',
  ],
  ['F14', 'with figures at no fixed interval', measured({ frequency: 'IRREGULAR' }), 'fails'],
  ['F14', 'that only collects information', informing, 'holds'],
  ['F14', 'of which nothing has begun', untested, 'NOT_BEGUN'],

  ['F15', 'measured daily', measured({ frequency: 'DAILY' }), 'holds'],
  ['F15', 'measured quarterly', measured({ frequency: 'QUARTERLY' }), 'fails'],
  ['F15', 'measured at no fixed interval', measured({ frequency: 'IRREGULAR' }), 'fails'],
  ['F15', 'measured yearly and monthly', { measures: [{ ...monthly, frequency: 'YEARLY' }, monthly] }, 'holds'],
  ['F15', 'with no measure', { measures: [] }, 'NO_MEASURE'],

  ['F16', 'with three figures that ended before the test', periods('2026-01-01', '2026-02-01', '2026-03-31'), 'holds'],
  ['F16', 'with two before and one on the day', periods('2026-01-01', '2026-02-01', '2026-04-01'), 'fails'],
  ['F16', 'with figures only since', periods('2026-04-02', '2026-05-01', '2026-06-01'), 'fails'],
  ['F16', 'with no measure', { measures: [] }, 'NO_MEASURE'],
  ['F16', 'of which nothing has begun', untested, 'NO_TEST_BEGUN'],

  ['F17', 'read without a rule', measured({ readByRule: false }), 'fails'],
  [
    'F17',
    'whose only figures are of a measure read without a rule',
    {
      measures: [
        { ...monthly, readByRule: false },
        { ...monthly, points: [] },
      ],
    },
    'fails',
  ],
  ['F17', 'without figures', measured({ points: [] }), 'NO_FIGURES'],
  ['F17', 'with no measure', { measures: [] }, 'NO_MEASURE'],

  ['F18', 'without a theory', { hasTheory: false }, 'fails'],
  ['F18', 'of which nothing has begun', { ...untested, hasTheory: false }, 'NO_TEST_BEGUN'],

  ['F19', 'without an aim', { aims: [] }, 'fails'],
  ['F19', 'whose aim has no number', { aims: [{ hasNumericTarget: false, hasDate: true }] }, 'fails'],
  ['F19', 'whose aim has no day', { aims: [{ hasNumericTarget: true, hasDate: false }] }, 'fails'],
  [
    'F19',
    'with half of it in each of two aims',
    {
      aims: [
        { hasNumericTarget: true, hasDate: false },
        { hasNumericTarget: false, hasDate: true },
      ],
    },
    'fails',
  ],
  ['F19', 'of which nothing has begun', untested, 'NO_TEST_BEGUN'],
])('%s for a ramp %s', (code, _, differing, answer) => {
  expect(judge(code, { ...ramp, ...differing })).toBe(answer);
});

test('the tests of a ramp are taken by the day they began, not by their place', () => {
  const backwards = { ...ramp, cycles: [nextCycle, cycle] };
  expect(judge('F10', backwards)).toBe('holds');
  expect(judge('F11', backwards)).toBe('holds');
});
