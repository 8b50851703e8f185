import fc from 'fast-check';
import {
  isInRange,
  whatDataSay,
  type DataOfTest,
  type Figure,
  type NumericPrediction,
} from '../../src/cycles/predictionOutcome.rules';

const prediction: NumericPrediction = { measureId: 'm', direction: null, lower: null, upper: null, horizonOn: '2026-06-30' };
const month = (number: number, value: number): Figure => ({
  periodStart: `2026-0${number}-01`,
  periodEnd: `2026-0${number}-28`,
  value,
  hiddenBecause: null,
});
const data: DataOfTest = {
  doStartedOn: '2026-04-01',
  baseline: 60,
  figures: [month(3, 10), month(4, 70), month(6, 80), month(5, 75), month(7, 20)],
  today: '2026-08-01',
};

test.each<[string, Partial<NumericPrediction>, Partial<DataOfTest>, string, string, number | null]>([
  ['up, and up it went', { direction: 'INCREASE' }, {}, 'MET', 'AS_PREDICTED', 80],
  ['up, and it stayed at the baseline', { direction: 'INCREASE' }, { baseline: 80 }, 'NOT_MET', 'OTHER_DIRECTION', 80],
  ['up, and down it went', { direction: 'INCREASE' }, { baseline: 81 }, 'NOT_MET', 'OTHER_DIRECTION', 80],
  ['down, and down it went', { direction: 'DECREASE' }, { baseline: 90 }, 'MET', 'AS_PREDICTED', 80],
  ['down, and up it went', { direction: 'DECREASE' }, {}, 'NOT_MET', 'OTHER_DIRECTION', 80],
  ['a range, and inside it', { lower: 75, upper: 85 }, {}, 'MET', 'AS_PREDICTED', 80],
  ['a range, and on its lower bound', { lower: 80, upper: 85 }, {}, 'MET', 'AS_PREDICTED', 80],
  ['a range, and on its upper bound', { lower: 75, upper: 80 }, {}, 'MET', 'AS_PREDICTED', 80],
  ['a range, and above it', { lower: 60, upper: 79 }, {}, 'NOT_MET', 'OUT_OF_RANGE', 80],
  ['at least, and it is', { lower: 80 }, {}, 'MET', 'AS_PREDICTED', 80],
  ['at least, and it is not', { lower: 81 }, {}, 'NOT_MET', 'OUT_OF_RANGE', 80],
  ['at most zero, and it is not', { upper: 0 }, {}, 'NOT_MET', 'OUT_OF_RANGE', 80],
  ['up into a range, both true', { direction: 'INCREASE', lower: 75 }, {}, 'MET', 'AS_PREDICTED', 80],
  ['up into a range, too low', { direction: 'INCREASE', lower: 85 }, {}, 'NOT_MET', 'OUT_OF_RANGE', 80],
  ['down into a range it was in before', { direction: 'DECREASE', lower: 75 }, {}, 'NOT_MET', 'OTHER_DIRECTION', 80],
  ['no change within a range', { direction: 'NO_CHANGE', lower: 75, upper: 85 }, { baseline: null }, 'MET', 'AS_PREDICTED', 80],
  ['no change, but out of its range', { direction: 'NO_CHANGE', upper: 65 }, {}, 'NOT_MET', 'OUT_OF_RANGE', 80],
  ['no change, of unstated width', { direction: 'NO_CHANGE' }, {}, 'CANNOT_TELL', 'NO_CHANGE_WITHOUT_RANGE', 80],
  ['a direction from no baseline', { direction: 'INCREASE' }, { baseline: null }, 'CANNOT_TELL', 'NO_BASELINE', 80],
  ['no baseline, but out of range', { direction: 'INCREASE', lower: 85 }, { baseline: null }, 'NOT_MET', 'OUT_OF_RANGE', 80],
  ['no measure', { measureId: null, lower: 1 }, {}, 'CANNOT_TELL', 'NO_MEASURE', null],
  ['words only', {}, {}, 'CANNOT_TELL', 'NOT_NUMERIC', null],
  ['no day', { lower: 1, horizonOn: null }, {}, 'CANNOT_TELL', 'NO_HORIZON', null],
  ['a test not begun', { lower: 1 }, { doStartedOn: null }, 'CANNOT_TELL', 'NOT_BEGUN', null],
  ['a day to come', { lower: 1 }, { today: '2026-06-29' }, 'CANNOT_TELL', 'HORIZON_NOT_REACHED', null],
  ['the day itself', { lower: 1 }, { today: '2026-06-30' }, 'MET', 'AS_PREDICTED', 80],
  ['no figures', { lower: 1 }, { figures: [] }, 'CANNOT_TELL', 'NO_FIGURES', null],
  ['figures before and after only', { lower: 1 }, { figures: [month(3, 10), month(7, 20)] }, 'CANNOT_TELL', 'NO_FIGURES', null],
  ['a period begun before the test', { lower: 1 }, { doStartedOn: '2026-06-02' }, 'CANNOT_TELL', 'NO_FIGURES', null],
  ['a period that ends after the day', { lower: 72, horizonOn: '2026-06-27' }, {}, 'MET', 'AS_PREDICTED', 75],
  ['a last figure of zero', { upper: 0 }, { figures: [month(4, 0)] }, 'MET', 'AS_PREDICTED', 0],
])('predicted: %s', (_, predicted, seen, verdict, reason, observedValue) => {
  expect(whatDataSay({ ...prediction, ...predicted }, { ...data, ...seen })).toEqual({
    ...{ verdict, reason, observedValue },
    hiddenBecause: null,
  });
});

test('a last figure that is withheld tells nothing, and an earlier one does not stand in for it', () => {
  const figures: Figure[] = [month(4, 70), { ...month(6, 0), value: null, hiddenBecause: 'SMALL_NUMBERS' }];
  expect(whatDataSay({ ...prediction, lower: 1 }, { ...data, figures })).toEqual({
    ...{ verdict: 'CANNOT_TELL', reason: 'FIGURE_NOT_SHOWN', observedValue: null },
    hiddenBecause: 'SMALL_NUMBERS',
  });
});

const value = fc.integer({ min: -100, max: 100 });

test('the order in which figures are given makes no difference', () => {
  const shuffled = fc.shuffledSubarray([...data.figures], { minLength: data.figures.length });
  fc.assert(
    fc.property(shuffled, value, value, (figures, lower, upper) => {
      const predicted = { ...prediction, lower, upper };
      expect(whatDataSay(predicted, { ...data, figures })).toEqual(whatDataSay(predicted, data));
    }),
  );
});

test('a value is in a range exactly when neither bound excludes it', () => {
  fc.assert(
    fc.property(fc.option(value), fc.option(value), value, (lower, upper, seen) => {
      const isExcluded = (lower !== null && seen < lower) || (upper !== null && seen > upper);
      expect(isInRange({ lower, upper }, seen)).toBe(!isExcluded);
    }),
  );
});
