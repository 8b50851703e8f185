import { dayInWords } from '../kernel/period';
import type { ChartView } from './chartView';

export const ruleSetNames = {
  IHI_RUN_CHART: 'run chart rules (IHI)',
  ANHOEJ: 'Anhøj',
  SHEWHART: 'Shewhart (Public Health Scotland)',
  MDC_XMR: 'Making Data Count (NHS England)',
  NONE: 'none',
} as const;

/** How a chart was computed, in sentences: enough to do it again, and to question it. */
export function provenanceInWords(view: ChartView): string[] {
  const { usefulObservations, exclusions } = view.analysis.provenance;
  const { words } = view;
  return [
    rules(view),
    ...baselines(view),
    ...centre(view),
    ...limits(view),
    `Useful observations (present, not left out, not on the centre): ${usefulObservations}.`,
    ...exclusions.map(({ period, reason }) => `Left out: ${words.first(period)} (${reason.replace(/\.$/, '')}).`),
    ...withheld(view),
    ...windowOf(view),
  ];
}

function rules({ ruleSet, analysis }: ChartView): string {
  const { ruleSetVersion, methodVersion, rules } = analysis.provenance;
  const inForce = rules.map(({ meaning }) => meaning.replace(/\.$/, '')).join('; ');
  return `Rules: ${ruleSetNames[ruleSet]}, version ${ruleSetVersion}; formulas version ${methodVersion}.${inForce === '' ? '' : ` ${inForce}.`}`;
}

function baselines({ analysis, words }: ChartView): string[] {
  const { baselines } = analysis.provenance;
  return baselines.map(({ phase, from, to, values }) => {
    const name = baselines.length === 1 ? 'Baseline' : `Baseline of phase ${phase}`;
    if (from === null || to === null) return `${name}: none.`;
    return `${name}: ${words.first(from)} to ${words.last(to)}, ${values} figures.`;
  });
}

function centre({ analysis }: ChartView): string[] {
  const { givenCentreLine, multiplier, automaticRebase } = analysis.provenance;
  const given = givenCentreLine === null ? [] : [`The centre line is given, not computed: ${givenCentreLine * multiplier}.`];
  if (!automaticRebase) return given;
  const { direction, baselinePoints, runLength } = automaticRebase;
  const side = { ABOVE: 'above', BELOW: 'below', BOTH: 'on either side of' }[direction];
  return [
    ...given,
    `A new median from ${runLength} points in a row ${side} the last; the first rests on ${baselinePoints} points.`,
  ];
}

function limits({ analysis }: ChartView): string[] {
  const { screenMovingRanges, floorsLowerLimitAtZero } = analysis.provenance;
  const what = screenMovingRanges === true ? 'were dropped' : 'were kept';
  return [
    ...(screenMovingRanges === null ? [] : [`Unusually large moving ranges ${what} before limits were computed.`]),
    ...(floorsLowerLimitAtZero ? ['Lower limits below zero are drawn at zero.'] : []),
  ];
}

function withheld({ figures, words }: ChartView): string[] {
  const periods = figures
    .filter(({ hiddenBecause }) => hiddenBecause !== null)
    .map(({ periodStart }) => words.first(periodStart));
  return periods.length === 0 ? [] : [`Withheld, so that no small number can be worked out; not missing: ${periods.join(', ')}.`];
}

function windowOf({ window: { fromOn, toOn } }: ChartView): string[] {
  if (fromOn === null && toOn === null) return [];
  const from = fromOn === null ? '' : ` from ${dayInWords(fromOn)}`;
  const to = toOn === null ? '' : ` to ${dayInWords(toOn)}`;
  return [`Only figures${from}${to} were used.`];
}
