import { chartAnswer, runChartRules } from './chartAnswer';
import { makingDataCountAnswer } from './makingDataCountAnswer';
import { rebaseAnswer, rulesAnswer } from './rulesAnswer';
import { type Vector, kinds } from './vector';

export interface Answer {
  readonly expected: Record<string, unknown>;
  readonly derived: Record<string, unknown>;
}

/** Our answer to a vector, in the columns of SPEC section 11. */
export function answer(vector: Vector): Answer {
  if (vector.chart === 'rules') return { expected: rulesAnswer(vector), derived: { shewhartRules: rulesAnswer(vector) } };
  if (vector.chart === 'run-rebase') return { expected: rebaseAnswer(vector), derived: {} };
  if (vector.chart === 'ptd-xmr') return { expected: makingDataCountAnswer(vector), derived: {} };
  if (!kinds[vector.chart]) throw new Error(`There is no chart called "${vector.chart}".`);
  return { expected: chartAnswer(vector), derived: { runChartRules: runChartRules(vector) } };
}
