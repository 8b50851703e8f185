import type { CycleFacts, RampFacts } from '../../src/fidelity/cycleFacts.rules';
import { scopeOf } from '../../src/fidelity/profile.rules';
import { publishedQuestions, publishedRatios, type PublishedCode } from '../../src/fidelity/publishedRatios.rules';
import { cycle, monthly, prediction, ramp } from './factMaking';

/** As many of something as were published: the first n of a row have it. */
const first = (count: number, index: number): boolean => index < count;

/** 299 documented cycles: 163 in 64 series (35 of three and 29 of two), each of the other 136 alone in its ramp. */
function documentedRamps(): RampFacts[] {
  const sizes = [...times(35, 3), ...times(29, 2), ...times(136, 1)];
  let made = 0;
  return sizes.map((size, number) => ({
    ...ramp,
    id: `ramp ${number}`,
    // Only the first 64 are series; single ramps have data and large tests too, which must not count.
    measures: first(29, number) || number >= 64 ? [monthly] : [{ ...monthly, points: monthly.points.slice(0, 2) }],
    cycles: times(size, 0).map((_, place) => documented(made++, !first(19, number) || place === 0 ? 'SINGLE' : 'SMALL', place)),
  }));
}

/** Of the 299, 46 were studied too early, 5 were no learning activity, and 36 of the 294 others predicted. */
function documented(number: number, scale: 'SINGLE' | 'SMALL', place: number): CycleFacts {
  const isLearning = !first(5, number);
  return {
    ...cycle,
    id: `cycle ${number}`,
    intent: isLearning ? 'TEST_CHANGE' : 'IMPLEMENT_CHANGE',
    scale,
    // Those that are no learning activity predict too, which must not count.
    predictions: first(5 + 36, number) ? [prediction] : [],
    doStartedOn: `2026-04-0${place + 1}`,
    studiedOn: first(46, number) ? '2026-04-19' : '2026-04-20',
  };
}

/** 122 more were planned and never documented to the end; they predict, and sit beside documented ones, in vain. */
const undocumented = (number: number): CycleFacts => ({
  ...cycle,
  id: `undocumented ${number}`,
  status: 'ACTING',
  decision: null,
});

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

function published(): RampFacts[] {
  const ramps = documentedRamps();
  return ramps.map((one, index) => (first(122, index) ? { ...one, cycles: [...one.cycles, undocumented(index)] } : one));
}

test('421 cycles made as McNicholas 2019 counted them give back the seven published ratios', () => {
  const ratios = publishedRatios(scopeOf(published()));
  expect(ratios.map(({ numerator, denominator, percentage }) => [numerator, denominator, percentage])).toEqual([
    [299, 421, 71.0],
    [253, 299, 84.6],
    [294, 299, 98.3],
    [36, 294, 12.2],
    [163, 299, 54.5],
    [19, 64, 29.7],
    [29, 64, 45.3],
  ]);
});

test('beside each ratio stands what was published, and the criterion that asks nearly the same', () => {
  const ratios = publishedRatios(scopeOf(published()));
  for (const { numerator, denominator, percentage, published: benchmark } of ratios) {
    expect({ numerator, denominator, percentage }).toEqual(benchmark);
  }
  expect(ratios.map(({ code, question }) => [code, question])).toEqual(Object.entries(publishedQuestions));
  expect(ratios.map(({ criterion }) => criterion)).toEqual(['F1', 'F2', 'F3', 'F4', 'F8', 'F11', 'F14']);
});

const ratioOf = (code: PublishedCode, ...ramps: RampFacts[]) => {
  const { numerator, denominator, percentage, leftOut } = publishedRatios(scopeOf(ramps)).find((one) => one.code === code)!;
  return { counts: [numerator, denominator], percentage, reasons: leftOut.map(({ reason }) => reason) };
};
const alone = (differing: Partial<CycleFacts>): RampFacts => ({ ...ramp, cycles: [{ ...cycle, ...differing }] });

test.each<[PublishedCode, string, Partial<CycleFacts>, number[], string[]]>([
  ['ALL_STAGES_DOCUMENTED', 'a cycle under way', { status: 'DOING', decision: null }, [0, 1], []],
  ['ALL_STAGES_DOCUMENTED', 'a documented cycle without days', { plannedOn: null, actedOn: null }, [1, 1], []],
  [
    'ALL_STAGES_DOCUMENTED',
    'a cycle without a plan',
    { objective: null, questionCount: 0, taskCount: 0, plannedDataCount: 0 },
    [0, 0],
    ['PLAN_NOT_WRITTEN'],
  ],
  ['STUDY_AFTER_THE_FACT', 'a cycle of which no end of Do is known', { doEndedOn: null }, [0, 1], []],
  ['STUDY_AFTER_THE_FACT', 'a cycle not documented', { decision: null }, [0, 0], ['NOT_DOCUMENTED']],
  ['LEARNING_ACTIVITY', 'a collection of information', { intent: 'COLLECT_INFORMATION' }, [1, 1], []],
  ['LEARNING_ACTIVITY', 'an implementation', { intent: 'IMPLEMENT_CHANGE' }, [0, 1], []],
  ['LEARNING_ACTIVITY', 'a question without a stated intent', { intent: null }, [1, 1], []],
  ['LEARNING_ACTIVITY', 'neither question nor intent', { intent: null, questionCount: 0 }, [0, 1], []],
  ['EXPLICIT_PREDICTION', 'an implementation that predicts', { intent: 'IMPLEMENT_CHANGE' }, [0, 0], ['NO_LEARNING_ACTIVITY']],
  ['EXPLICIT_PREDICTION', 'a cycle not documented that predicts', { decision: null }, [0, 0], ['NOT_DOCUMENTED']],
  ['WITHIN_A_SERIES', 'a cycle alone', {}, [0, 1], []],
  ['INCREASING_SCALE', 'a cycle alone', {}, [0, 0], ['NOT_A_SERIES']],
  ['REGULAR_DATA', 'a cycle alone', {}, [0, 0], ['NOT_A_SERIES']],
])('%s of %s', (code, _, differing, counts, reasons) => {
  const found = ratioOf(code, alone(differing));
  expect(found).toMatchObject({ counts, reasons });
  expect(found.percentage === 'NOT_APPLICABLE').toBe(counts[1] === 0);
});

test('a series whose tests state no scale counts as one that does not grow', () => {
  const unsaid = { ...ramp, cycles: ramp.cycles.map((one) => ({ ...one, scale: null })) };
  expect(ratioOf('INCREASING_SCALE', unsaid)).toMatchObject({ counts: [0, 1], reasons: [] });
});
