import { limitLines, zeroOrMore } from './lines';
import { mean } from './mean';
import { type Chart, baselineOf, presentValues } from './observation';

/** c chart: centre = mean count, sigma = sqrt(centre), lower limit cut at 0 (Montgomery). */
export const cChart: Chart = (part, settings) => {
  const centre = settings.centreLine ?? mean(presentValues(baselineOf(part)));
  const lines = limitLines(centre, centre === null || centre < 0 ? null : Math.sqrt(centre), zeroOrMore);
  return part.map(() => lines);
};
