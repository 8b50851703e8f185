/** Lanczos coefficients for g = 7, nine terms (Godfrey 2001): about fifteen digits for x >= 0.5. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x >= 0.5; the gamma function itself overflows at 172. */
export function logGamma(x: number): number {
  const shifted = x - 1;
  const t = shifted + 7.5;
  const sum = lanczos.reduce((total, coefficient, k) => (k === 0 ? coefficient : total + coefficient / (shifted + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}
