import { onlyCentre } from './lines';
import { median } from './median';
import { type Chart, baselineOf, presentValues } from './observation';

/** Run chart: centre = median of the baseline, no limits (Perla, Provost & Murray, BMJ Qual Saf 2011;20:46). */
export const runChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? median(presentValues(baselineOf(part)));
  return part.map(() => onlyCentre(centre));
};
