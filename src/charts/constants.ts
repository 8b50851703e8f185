import { logGamma } from './logGamma';

/** d2 for two points, rounded as in Montgomery's table and in qicharts2, qcc and PowerBI-SPC. Exact: 2/sqrt(pi) = 1.128379. */
export const movingRangeToSigma = 1.128;

/** D4 for two points (Montgomery): the upper limit of a moving range chart, and Nelson's bound for screening (1982). */
export const movingRangeLimit = 3.267;

/** The bound that Taylor's I' chart screens with. */
export const iPrimeScreening = 3.2665;

/** NHS England, Making Data Count: limits are mean -/+ 2.66 mean moving ranges (3/1.128 would be 2.659574). */
export const makingDataCountMultiplier = 2.66;

/** Nelson 1994: y^(1/3.6) makes an exponential waiting time nearly normal. */
export const timeBetweenPower = 3.6;

/** ln 2, the ratio of median to mean of an exponential law, rounded as qicharts2 does. Used when a g chart's mean is given. */
export const medianOfGeometric = 0.693;

/** Fewer baseline values than this give trial limits only (NHSRplotthedots, Provost & Murray). */
export const enoughForLimits = 12;

/** Fewer baseline values than this give a provisional median only (Perla, Provost & Murray 2011). */
export const enoughForMedian = 10;

/**
 * c4(n) = sqrt(2/(n-1)) Gamma(n/2) / Gamma((n-1)/2): what the standard deviation of n normal values must be divided by to be
 * unbiased (Montgomery). Above n = 60 by the asymptotic series in 1/x, x = (n-1)/2, because the difference of two large
 * log-gammas loses the digits that 1 - c4 needs.
 */
export function c4(n: number): number | null {
  if (n < 2) return null;
  const x = (n - 1) / 2;
  if (n <= 60) return Math.exp(logGamma(n / 2) - logGamma(x)) / Math.sqrt(x);
  const series = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304];
  return series.reduceRight((sum, coefficient) => sum / x + coefficient, 0);
}
