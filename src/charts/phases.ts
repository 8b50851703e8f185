import type { Reading } from './readings';
import { comparePeriods, refuseBadPeriods } from './readings';
import { type MedianSegment, automaticRebase } from './rebase';
import type { Settings } from './settings';
import { type Warning, warning } from './warnings';

/** One stretch with its own centre and limits: places `from` up to but not including `to`. */
export interface Phase {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

export interface Layout {
  readonly phases: readonly Phase[];
  /** Whether each reading lies in the stretch that its phase's centre and limits are computed from. */
  readonly baseline: readonly boolean[];
  readonly warnings: readonly Warning[];
}

/** Phases come from the parts set by hand, or else from automatic rebasing (run charts without a given centre). */
export function layOut(readings: readonly Reading[], settings: Settings): Layout {
  refuseBadPeriods([
    ...readings.slice(0, 1).map(({ period }) => period),
    ...settings.partsStartAt,
    ...given(settings.baselineEnd),
  ]);
  const starts = partStarts(readings, settings);
  if (settings.rebase !== null && settings.kind === 'RUN' && settings.centreLine === null && starts.length <= 1) {
    const segments = automaticRebase(
      readings.map(({ value, included }) => (included ? value : null)),
      settings.rebase,
    );
    return rebasedLayout(readings.length, segments, frozenWarnings(settings, true));
  }
  const phases = phasesFrom(starts, readings.length);
  const baseline = phases.flatMap((phase) => baselineWithin(phase, phases.length, readings, settings));
  return { phases, baseline, warnings: [...frozenWarnings(settings, phases.length > 1), ...rebaseWarnings(settings)] };
}

const given = <T>(value: T | null): T[] => (value === null ? [] : [value]);

/** A date starts a part only where there are values on both sides of it, so that missing periods at the ends change nothing. */
function partStarts(readings: readonly Reading[], { partsAfter, partsStartAt }: Settings): number[] {
  const first = readings.findIndex(({ value }) => value !== null);
  const last = readings.findLastIndex(({ value }) => value !== null);
  const byDate = partsStartAt
    .map((start) => readings.findIndex(({ period }) => comparePeriods(period, start) >= 0))
    .filter((start) => start > first && start <= last);
  const byCount = partsAfter.filter((start) => start < readings.length);
  return [...new Set([...(readings.length > 0 ? [0] : []), ...byCount, ...byDate])].sort((a, b) => a - b);
}

const phasesFrom = (starts: readonly number[], length: number): Phase[] =>
  starts.map((from, i) => ({ number: i + 1, from, to: starts[i + 1] ?? length }));

/**
 * All points of a part, or its first `freezeAfter`. With several parts the count is ignored, as in qicharts2, except under Making
 * Data Count, where it applies inside every part, as in NHSRplotthedots. A baseline end by date applies to the part that holds it.
 */
function baselineWithin({ from, to }: Phase, parts: number, readings: readonly Reading[], settings: Settings): boolean[] {
  const own = readings.slice(from, to);
  const { freezeAfter, baselineEnd, ruleSet } = settings;
  if (baselineEnd !== null) {
    const inBaseline = own.map(({ period }) => comparePeriods(period, baselineEnd) <= 0);
    const next = readings[to];
    const holdsEnd = inBaseline[0] && (next === undefined || comparePeriods(next.period, baselineEnd) > 0);
    return holdsEnd ? inBaseline : own.map(() => true);
  }
  const count = freezeAfter !== null && (parts === 1 || ruleSet === 'MDC_XMR') ? freezeAfter : Infinity;
  return own.map((_, i) => i < count);
}

/** The first median holds from the first reading, even when that one is missing. */
function rebasedLayout(length: number, segments: readonly MedianSegment[], warnings: readonly Warning[]): Layout {
  const starts = segments.map((segment, i) => (i === 0 ? 0 : (segment.places[0] ?? 0)));
  const used = new Set(segments.flatMap((segment) => segment.places));
  const phases = phasesFrom(starts.length > 0 || length === 0 ? starts : [0], length);
  return { phases, baseline: Array.from({ length }, (_, place) => used.has(place)), warnings };
}

function frozenWarnings({ freezeAfter, ruleSet }: Settings, hasParts: boolean): Warning[] {
  if (freezeAfter === null || !hasParts || ruleSet === 'MDC_XMR') return [];
  const message = 'A baseline by number of points is not used when the chart has phases; give its last period instead.';
  return [warning('BASELINE_IGNORED', message)];
}

function rebaseWarnings({ rebase }: Settings): Warning[] {
  if (rebase === null) return [];
  const message =
    'Automatic rebasing is for run charts without phases set by hand and without a given centre line; it was not used.';
  return [warning('REBASE_IGNORED', message)];
}
