import { timeBetweenPower } from './constants';
import { individualsChart } from './individualsChart';
import { mapLines } from './lines';
import type { Chart } from './observation';

const toNormal = (time: number): number => time ** (1 / timeBetweenPower);
const toTime = (transformed: number): number => Math.max(0, transformed) ** timeBetweenPower;

/**
 * t chart: y = time between events; an I chart on y^(1/3.6), its centre and limits raised to the power 3.6 (Nelson 1994;
 * Montgomery). A lower limit below zero on the transformed scale is 0. There is no sigma on the scale of time. A given centre
 * is a time.
 */
export const tChart: Chart = (part, settings) => {
  const transformed = part.map((observation) => ({
    ...observation,
    value: observation.value === null ? null : toNormal(observation.value),
  }));
  const centreLine = settings.centreLine === null ? null : toNormal(Math.max(0, settings.centreLine));
  const [lines] = individualsChart(transformed, { ...settings, centreLine });
  if (!lines) return [];
  const timed = { ...mapLines(lines, toTime), sigma: null };
  return part.map(() => timed);
};
