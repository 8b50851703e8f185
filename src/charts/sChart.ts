import { c4 } from './constants';
import { limitLines, zeroOrMore } from './lines';
import type { Chart } from './observation';
import { subgroupSpread } from './subgroupSpread';

/** S chart: centre S, sigma_i = S sqrt(1 - c4^2)/c4 at the point's own k_i, lower limit floored at 0 (Montgomery; qicharts2). */
export const sChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? subgroupSpread(part);
  return part.map(({ size }) => {
    const bias = c4(size);
    const sigma = bias === null || centre === null ? null : (centre * Math.sqrt(1 - bias ** 2)) / bias;
    return limitLines(centre, sigma, zeroOrMore);
  });
};
