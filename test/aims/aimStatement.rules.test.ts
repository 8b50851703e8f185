import { aimPartSentences, missingAimParts, type AimStatement } from '../../src/aims/aimStatement.rules';

const whole: AimStatement = {
  statement: 'Initial core groups meet in time',
  population: 'Children on the register',
  baselineValue: 62,
  targetValue: 90,
  unit: '%',
  targetOn: '2027-03-31',
};

test.each<[string, Partial<AimStatement>, string[]]>([
  ['all parts', {}, []],
  ['numbers that are zero', { baselineValue: 0, targetValue: 0 }, []],
  ['no statement', { statement: ' ' }, ['WHAT']],
  ['no population', { population: null }, ['FOR_WHOM']],
  ['no baseline', { baselineValue: null }, ['BASELINE']],
  ['no target', { targetValue: null }, ['HOW_MUCH']],
  ['a target without a unit', { unit: '' }, ['HOW_MUCH']],
  ['no day', { targetOn: null }, ['BY_WHEN']],
  [
    'nothing at all',
    { statement: null, population: null, baselineValue: null, targetValue: null, unit: null, targetOn: null },
    ['WHAT', 'FOR_WHOM', 'BASELINE', 'HOW_MUCH', 'BY_WHEN'],
  ],
])('an aim with %s', (_, parts, missing) => {
  expect(missingAimParts({ ...whole, ...parts })).toEqual(missing);
});

test('each part that can be missing has a sentence of its own', () => {
  const sentences = Object.values(aimPartSentences);
  expect(new Set(sentences).size).toBe(5);
  expect(sentences.every((sentence) => /^Say .*\.$/.test(sentence))).toBe(true);
});
