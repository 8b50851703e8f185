/** What binary fractions may add to or take from a quotient. */
const NOISE = 1e-9;

/** Whether a number may be another one, rounded to as many decimals as it is given with: half a unit of the last one away at most. */
export const isRoundingOf = (given: number, exact: number): boolean =>
  Math.abs(given - exact) <= halfUnitOf(given) + NOISE * Math.abs(exact);

/** Half a unit of the last decimal with which a number is written: 0.05 for 8.3, and 0.5 for 8. */
const halfUnitOf = (given: number): number => 0.5 * 10 ** -decimalsOf(given);

function decimalsOf(given: number): number {
  const [digits = '', exponent = '0'] = String(given).split('e');
  const [, fraction = ''] = digits.split('.');
  return Math.max(0, fraction.length - Number(exponent));
}
