import { counted } from '../kernel/text';
import type { AnalysedPart } from './analysedPart';
import { longRuns } from './anhoejRules';
import { enoughForLimits, enoughForMedian } from './constants';
import { isTooLarge } from './finite';
import { type Observation, baselineOf, presentValues } from './observation';
import { hasLimits, takesMovingRanges } from './provenance';
import type { RuleSet } from './ruleSets';
import { expectedRuns } from './runsTable';
import type { Settings } from './settings';
import type { ChartKind } from './types';
import { shift } from './shift';
import { type Warning, warning } from './warnings';

/** Warnings about what one phase's centre and limits can bear. */
export function limitWarnings(part: AnalysedPart, settings: Settings, ruleSet: RuleSet): Warning[] {
  const present = presentValues(part.observations).length;
  if (present === 0) return [];
  const baseline = presentValues(baselineOf(part.observations));
  const found = hasLimits(settings.kind) ? limits(part, settings, baseline) : provisionalMedian(part, settings, baseline.length);
  if (baseline.length === 0 && settings.centreLine === null) {
    found.push(warning('NO_BASELINE', 'The baseline holds no value, so there is no centre line.', { phase: part.phase.number }));
  }
  if (ruleSet.runsTable && expectedRuns(part.runs.useful) === null) found.push(tableSilent(part));
  return [
    ...found,
    ...unfrozenShift(part, settings, ruleSet),
    ...smallDenominators(part, settings.kind),
    ...takenFromAll(part, settings),
  ];
}

function provisionalMedian({ phase }: AnalysedPart, { centreLine }: Settings, values: number): Warning[] {
  if (values >= enoughForMedian || values === 0 || centreLine !== null) return [];
  const message = `The median rests on ${counted(values, 'point')}; with fewer than ${enoughForMedian} it is provisional.`;
  return [warning('TOO_FEW_POINTS', message, { phase: phase.number })];
}

function limits(
  { phase, judged }: AnalysedPart,
  { kind, screening, multiplier }: Settings,
  baseline: readonly number[],
): Warning[] {
  // That they are too large is said of the data.
  if (baseline.some((value) => isTooLarge(value * multiplier))) return [];
  const about = { phase: phase.number };
  const isConstant = baseline.length > 1 && baseline.every((value) => Math.abs(value - (baseline[0] ?? 0)) <= judged.tolerance);
  const drawn = judged.points.filter(({ lines }) => lines.upper !== null);
  if (drawn.length === 0) {
    if (!isConstant) return [warning('NO_LIMITS', 'There is too little to compute limits from.', about)];
    const because = screening && takesMovingRanges(kind) ? ' (screening drops every moving range of zero)' : '';
    return [warning('CONSTANT_DATA', `All baseline values are the same, so there are no limits${because}.`, about)];
  }
  const found: Warning[] = [];
  if (baseline.length < enoughForLimits) {
    const message = `The limits rest on ${counted(baseline.length, 'point')}; with fewer than ${enoughForLimits} they are trial limits.`;
    found.push(warning('TOO_FEW_POINTS', message, about));
  }
  if (drawn.every(({ lines }) => lines.upper === lines.lower)) {
    const cause = isConstant ? 'all baseline values are the same' : 'nearly all changes from point to point are zero';
    found.push(warning('ZERO_WIDTH_LIMITS', `The limits have no width, because ${cause}: do not read signals from them.`, about));
  }
  return found;
}

function tableSilent({ phase, runs }: AnalysedPart): Warning {
  const message = `The runs table gives no verdict on ${counted(runs.useful, 'useful observation')}; it covers 10 to 60.`;
  return warning('RUNS_TABLE_SILENT', message, { phase: phase.number });
}

/** A change within the baseline draws the centre towards itself, so that what was before it looks worse than it was. */
function unfrozenShift({ phase, observations, judged }: AnalysedPart, settings: Settings, ruleSet: RuleSet): Warning[] {
  // Nothing is computed where the centre is given and there are no limits.
  if (settings.centreLine !== null && !hasLimits(settings.kind)) return [];
  const within = observations.flatMap(({ baseline, period }, place) =>
    baseline ? [{ period, position: judged.points[place]?.position ?? null }] : [],
  );
  const positions = within.map(({ position }) => position);
  const runs = ruleSet.shift === null ? [] : shift(positions, ruleSet.shift);
  const long = ruleSet.anhoej ? longRuns(positions) : [];
  const periods = within.flatMap(({ period }, place) => (runs[place] || long[place] ? [period] : []));
  if (periods.length === 0) return [];
  const message = 'Centre and limits are computed from the change as well: freeze the baseline before it.';
  return [warning('UNFROZEN_SHIFT', message, { phase: phase.number, periods })];
}

const ratioCharts: ReadonlySet<ChartKind> = new Set(['P', 'P_PRIME', 'U', 'U_PRIME', 'NP']);

/** Rule of thumb: with fewer than 1/c chances not even one event is expected, and limits reach 0 (or 1) so no signal is possible. */
function smallDenominators({ phase, observations, judged }: AnalysedPart, kind: ChartKind): Warning[] {
  if (!ratioCharts.has(kind)) return [];
  const small = observations.flatMap((observation, i) =>
    isSmall(observation, judged.points[i]?.lines.centre ?? null, kind) ? [observation.period] : [],
  );
  if (small.length === 0) return [];
  const message = `${counted(small.length, 'denominator')} so small that not even one case is expected: signals can hardly appear there.`;
  return [warning('SMALL_DENOMINATORS', message, { phase: phase.number, periods: small })];
}

function isSmall({ value, denominator }: Observation, centre: number | null, kind: ChartKind): boolean {
  if (value === null || denominator === null || centre === null) return false;
  const share = kind === 'NP' ? centre / denominator : centre;
  const isCount = kind === 'U' || kind === 'U_PRIME';
  return share > 0 && (isCount || share < 1) && denominator * (isCount ? share : Math.min(share, 1 - share)) < 1;
}

function takenFromAll({ phase, observations }: AnalysedPart, { kind }: Settings): Warning[] {
  if (kind !== 'I_PRIME' || observations.every(({ baseline, included }) => baseline && included)) return [];
  const message = 'The sigma of this chart comes from all points of the phase, also those outside the baseline or excluded.';
  return [warning('SIGMA_FROM_ALL_POINTS', message, { phase: phase.number })];
}
