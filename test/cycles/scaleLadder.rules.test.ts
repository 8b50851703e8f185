import type { TestScale } from '../../src/cycles/cycle.enums';
import { ladderSteps, requireLadderReason, type EarlierTest } from '../../src/cycles/scaleLadder.rules';

const small: EarlierTest = { intent: 'TEST_CHANGE', scale: 'SMALL', verdicts: ['MET'], decision: 'ADAPT' };
const failed: EarlierTest = { ...small, verdicts: ['MET', 'NOT_MET'] };

const tooFew = 'ladder.tooFewTests';
const failedPrediction = 'ladder.failedPrediction';

test.each<[string, EarlierTest[], string[]]>([
  ['two smaller tests', [small, small], []],
  ['three smaller tests', [small, small, small], []],
  ['one smaller test', [small], [tooFew]],
  ['no test', [], [tooFew]],
  ['a smaller test and one at the same scale', [small, { ...small, scale: 'WHOLE_SYSTEM' }], [tooFew]],
  ['a smaller test and one of which no scale is stated', [small, { ...small, scale: null }], [tooFew]],
  ['a smaller test and one not decided on', [small, { ...small, decision: null }], [tooFew]],
  ['a smaller test and a collection of information', [small, { ...small, intent: 'COLLECT_INFORMATION' }], [tooFew]],
  ['a smaller test and one with no stated intent', [small, { ...small, intent: null }], []],
  ['a failed prediction that a later test followed', [small, failed, small], []],
  ['a failed prediction', [small, failed], [failedPrediction]],
  ['a prediction met in part', [small, { ...small, verdicts: ['PARTLY'] }], []],
  ['a failed prediction not decided on', [small, small, { ...failed, decision: null }], [failedPrediction]],
  [
    'a failed prediction and a test that has not been studied',
    [small, failed, { ...small, decision: null, verdicts: [] }],
    [failedPrediction],
  ],
  ['a failed first test', [failed], [tooFew, failedPrediction]],
])('going to the whole system after %s, where the committee asks for two tests', (_, earlier, rules) => {
  expect(ladderSteps('WHOLE_SYSTEM', earlier, 2).map(({ rule }) => rule)).toEqual(rules);
});

test.each<TestScale | null>([null, 'SINGLE', 'VERY_SMALL', 'SMALL', 'MULTI_TEAM', 'LARGE'])(
  'scale %s needs no reason, whatever went before',
  (scale) => {
    expect(ladderSteps(scale, [failed], 5)).toEqual([]);
  },
);

test('the sentence says how many tests there were and how many the committee asks for', () => {
  expect(ladderSteps('WHOLE_SYSTEM', [small], 3)[0]?.sentence).toContain('after 1 smaller test, fewer than the 3');
  expect(ladderSteps('WHOLE_SYSTEM', [], 3)[0]?.sentence).toContain('after 0 smaller tests');
});

test('a step needs a reason with words in it; without a step none is asked for', () => {
  const steps = ladderSteps('WHOLE_SYSTEM', [failed], 2);
  const details = { rule: tooFew, field: 'input.scaleReason' };
  expect(() => requireLadderReason(steps, ' ', 'input.scaleReason')).toThrow(expect.objectContaining({ details }));
  expect(() => requireLadderReason(steps, null, 'input.scaleReason')).toThrow(expect.objectContaining({ details }));
  expect(() => requireLadderReason(steps, 'The law asks for it', 'input.scaleReason')).not.toThrow();
  expect(() => requireLadderReason([], undefined, 'input.scaleReason')).not.toThrow();
});
