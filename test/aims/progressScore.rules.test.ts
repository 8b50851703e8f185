import { progressStepOf, progressSteps, requireProgressScore } from '../../src/aims/progressScore.rules';

const today = '2026-09-15';

test('the scale has ten scores, from 0.5 to 5.0 in steps of 0.5, each with its own name and definition', () => {
  expect(progressSteps.map(({ score }) => score)).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
  expect(new Set(progressSteps.map(({ name }) => name)).size).toBe(10);
  expect(new Set(progressSteps.map(({ definition }) => definition)).size).toBe(10);
});

test('a score is found with its published name', () => {
  expect(progressStepOf(2.5)?.name).toBe('Changes tested, but no improvement');
  expect(requireProgressScore(4, today, today).name).toBe('Significant improvement');
});

test.each([0, 0.25, 0.75, 5.5, -1, Number.NaN])('%d is not a score', (score) => {
  const rule = expect.objectContaining({ rule: 'progressScore.scale', field: 'input.score' }) as unknown;
  expect(() => requireProgressScore(score, today, today)).toThrow(expect.objectContaining({ details: rule }));
});

test('a score is not given for a day that has not come', () => {
  const rule = expect.objectContaining({ rule: 'progressScore.dayAhead' }) as unknown;
  expect(() => requireProgressScore(3, '2026-09-16', today)).toThrow(expect.objectContaining({ details: rule }));
});
