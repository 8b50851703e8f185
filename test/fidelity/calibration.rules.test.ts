import fc from 'fast-check';
import { calibration, type ComparedPrediction } from '../../src/fidelity/calibration.rules';

const compared: ComparedPrediction = { verdict: 'MET', confidence: null, lower: null, upper: null, observedValue: null };
const sure = (confidence: number | null, verdict: ComparedPrediction['verdict']): ComparedPrediction => ({
  ...compared,
  confidence,
  verdict,
});
const ranged = (lower: number | null, upper: number | null, observedValue: number | null): ComparedPrediction => ({
  ...compared,
  lower,
  upper,
  observedValue,
});

test('without predictions there is nothing to say, and no zero stands for it', () => {
  const none = calibration([]);
  expect(none.verdicts).toEqual({ MET: 0, PARTLY: 0, NOT_MET: 0, CANNOT_TELL: 0 });
  expect(none.hitRate).toEqual({ numerator: 0, denominator: 0, percentage: 'NOT_APPLICABLE' });
  expect(none.intervalCoverage).toEqual({ numerator: 0, denominator: 0, percentage: 'NOT_APPLICABLE' });
  expect(none).toMatchObject({ brierScore: null, brierCount: 0 });
  expect(none.bands.every(({ meanConfidence, met }) => meanConfidence === null && met.percentage === 'NOT_APPLICABLE')).toBe(
    true,
  );
});

test('the hit rate is of what was met or not; PARTLY and CANNOT_TELL are counted beside it', () => {
  const verdicts = ['MET', 'MET', 'NOT_MET', 'PARTLY', 'CANNOT_TELL', 'CANNOT_TELL'] as const;
  const { hitRate, verdicts: counts } = calibration(verdicts.map((verdict) => sure(null, verdict)));
  expect(counts).toEqual({ MET: 2, PARTLY: 1, NOT_MET: 1, CANNOT_TELL: 2 });
  expect(hitRate).toEqual({ numerator: 2, denominator: 3, percentage: 66.7 });
});

/** (0.9-1)² = 0.01, (0.7-1)² = 0.09, (0.8-0)² = 0.64, (0.5-0)² = 0.25: together 0.99. */
const four = [sure(0.9, 'MET'), sure(0.7, 'MET'), sure(0.8, 'NOT_MET'), sure(0.5, 'NOT_MET')];

test.each<[string, ComparedPrediction[], number | null, number]>([
  ['four worked by hand', four, 0.99 / 4, 4],
  ['sure and right', [sure(1, 'MET'), sure(0, 'NOT_MET')], 0, 2],
  ['sure and wrong', [sure(0, 'MET'), sure(1, 'NOT_MET')], 1, 2],
  ['always half sure', [sure(0.5, 'MET'), sure(0.5, 'NOT_MET'), sure(0.5, 'MET')], 0.25, 3],
  ['without a confidence', [sure(null, 'MET'), sure(0.5, 'MET')], 0.25, 1],
  ['met in part or past telling', [sure(0.9, 'PARTLY'), sure(0.9, 'CANNOT_TELL')], null, 0],
])('the Brier score of predictions %s', (_, predictions, score, counted) => {
  const found = calibration(predictions);
  expect(found.brierCount).toBe(counted);
  if (score === null) expect(found.brierScore).toBeNull();
  else expect(found.brierScore).toBeCloseTo(score, 12);
});

test('interval coverage counts ranges with two ends and a value observed, ends included', () => {
  const covered = [ranged(70, 90, 70), ranged(70, 90, 90), ranged(0, 0, 0)];
  const missed = [ranged(70, 90, 69.9), ranged(70, 90, 90.1)];
  const uncounted = [ranged(70, null, 80), ranged(null, 90, 80), ranged(70, 90, null), compared];
  expect(calibration([...covered, ...missed, ...uncounted]).intervalCoverage).toEqual({
    numerator: 3,
    denominator: 5,
    percentage: 60,
  });
});

test('coverage asks the value, whatever the verdict', () => {
  const { intervalCoverage } = calibration([{ ...ranged(70, 90, 80), verdict: 'CANNOT_TELL' }]);
  expect(intervalCoverage).toEqual({ numerator: 1, denominator: 1, percentage: 100 });
});

test('five bands of confidence set what was expected beside what came; a bound belongs to the band above it', () => {
  const { bands } = calibration([sure(0.2, 'MET'), sure(0.3, 'NOT_MET'), sure(0.8, 'MET'), sure(1, 'MET'), sure(1, 'NOT_MET')]);
  expect(bands.map(({ from, to, met }) => [from, to, met.numerator, met.denominator])).toEqual([
    [0, 0.2, 0, 0],
    [0.2, 0.4, 1, 2],
    [0.4, 0.6, 0, 0],
    [0.6, 0.8, 0, 0],
    [0.8, 1, 2, 3],
  ]);
  expect(bands[1]?.meanConfidence).toBeCloseTo(0.25, 12);
  expect(bands[4]?.meanConfidence).toBeCloseTo(2.8 / 3, 12);
});

test('each prediction with a confidence and an outcome is in exactly one band, and no score leaves 0 to 1', () => {
  const verdict = fc.constantFrom('MET', 'PARTLY', 'NOT_MET', 'CANNOT_TELL');
  const confidence = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.tuple(confidence, verdict)), (given) => {
      const found = calibration(given.map(([how, what]) => sure(how, what)));
      expect(found.bands.reduce((sum, { met }) => sum + met.denominator, 0)).toBe(found.brierCount);
      expect(Object.values(found.verdicts).reduce((sum, counted) => sum + counted, 0)).toBe(given.length);
      expect(found.brierScore ?? 0).toBeGreaterThanOrEqual(0);
      expect(found.brierScore ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});
