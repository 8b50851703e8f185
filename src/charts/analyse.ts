import type { AnalysedPhase, AnalysedPoint, Analysis } from './analysisTypes';
import { type AnalysedPart, type Question, analysedPart, flooredAtZero } from './analysedPart';
import { dataWarnings } from './dataWarnings';
import { finiteOrNull } from './finite';
import { limitWarnings } from './limitWarnings';
import { type Lines, mapLines, onlyCentre } from './lines';
import {
  type MakingDataCountIcons,
  type MakingDataCountPoint,
  assuranceIcon,
  makingDataCountPoints,
  variationIcon,
} from './makingDataCount';
import { baselineOf, presentValues } from './observation';
import { layOut } from './phases';
import { provenance } from './provenance';
import { readings } from './readings';
import { ruleSetFor } from './ruleSets';
import { phaseSignals } from './runsFacts';
import { type Settings, settle } from './settings';
import { noSignals } from './signals';
import type { AnalysisOptions, SeriesInput } from './types';
import { type Warning, warning } from './warnings';

/**
 * The one entry: a series and a choice of chart and rules in, lines, signals, warnings and provenance out. Pure: nothing is
 * mutated, nothing is read from outside. It throws SeriesRefused for a question without an answer, and never for odd data.
 */
export function analyse(input: SeriesInput, options: AnalysisOptions): Analysis {
  const settings = settle(options);
  const read = readings(input.points, settings.kind, settings.excluded);
  const layout = layOut(read, settings);
  const ruleSet = ruleSetFor(settings.ruleSet, settings.kind);
  const question: Question = { settings, ruleSet, readings: read, baseline: layout.baseline };
  const parts = layout.phases.map((phase) => analysedPart(phase, question));
  const labels = parts.map((part) =>
    ruleSet.makingDataCount ? makingDataCountPoints(part.judged, part.signals, settings.direction) : [],
  );
  const phases = parts.map((part) => analysedPhase(part, question));
  const icons = ruleSet.makingDataCount ? iconsOf(parts, labels, settings) : null;
  const isRebased = !layout.warnings.some(({ code }) => code === 'REBASE_IGNORED');
  const finish = finisher(parts, settings);
  return {
    points: parts.flatMap((part, i) => analysedPoints(part, question, labels[i] ?? [], finish)),
    phases,
    target: scaled(settings.target, settings),
    icons,
    warnings: [
      ...dataWarnings(read, settings),
      ...layout.warnings,
      ...parts.flatMap((part) => limitWarnings(part, settings, ruleSet)),
      ...misfits(settings, icons),
    ],
    provenance: provenance(read, phases, { ...settings, rebase: isRebased ? settings.rebase : null }, ruleSet),
  };
}

const scaled = (value: number | null, { multiplier }: Settings): number | null =>
  value === null ? null : finiteOrNull(value * multiplier);

/** Floors and multiplies at the very end, when every signal has been judged, so that neither can change one. */
function finisher(parts: readonly AnalysedPart[], { floorAtZero, multiplier }: Settings): (lines: Lines) => Lines {
  const mayFloor = floorAtZero && parts.every((part) => presentValues(part.observations).every((value) => value >= 0));
  return (lines) => {
    const floored = mayFloor ? flooredAtZero(lines) : lines;
    return multiplier === 1 ? floored : mapLines(floored, (value) => value * multiplier);
  };
}

function analysedPoints(
  { phase, observations, judged, signals }: AnalysedPart,
  { settings }: Question,
  labels: readonly (MakingDataCountPoint | null)[],
  finish: (lines: Lines) => Lines,
): AnalysedPoint[] {
  const isSubgrouped = settings.kind === 'XBAR' || settings.kind === 'S';
  return observations.map((observation, i) => {
    const point = judged.points[i];
    return {
      period: observation.period,
      value: scaled(observation.value, settings),
      numerator: observation.numerator,
      denominator: observation.denominator,
      subgroupSize: isSubgrouped ? observation.size : null,
      phase: phase.number,
      included: observation.included,
      excludedBecause: observation.excludedBecause,
      baseline: observation.baseline,
      position: point?.position ?? null,
      lines: finish(point?.lines ?? onlyCentre(null)),
      signals: signals[i] ?? noSignals,
      makingDataCount: labels[i] ?? null,
    };
  });
}

function analysedPhase(part: AnalysedPart, { settings, ruleSet, readings: all, baseline }: Question): AnalysedPhase {
  const { number, from, to } = part.phase;
  const places = all.slice(from, to).map((_, i) => from + i);
  const inBaseline = places.filter((place) => baseline[place]);
  const periodAt = (place: number | undefined): AnalysedPhase['from'] | null => all[place ?? -1]?.period ?? null;
  const centre = part.judged.points[0]?.lines.centre ?? null;
  return {
    number,
    from: periodAt(from) ?? number,
    to: periodAt(to - 1) ?? number,
    points: to - from,
    baselineFrom: periodAt(inBaseline[0]),
    baselineTo: periodAt(inBaseline.at(-1)),
    baselineValues: presentValues(baselineOf(part.observations)).length,
    centre: settings.kind === 'NP' ? null : scaled(centre, settings),
    runs: part.runs,
    signals: phaseSignals(part.runs, ruleSet),
  };
}

/** Both icons come from the last point that has a value and counts. */
function iconsOf(
  parts: readonly AnalysedPart[],
  labels: readonly (readonly (MakingDataCountPoint | null)[])[],
  { target, direction }: Settings,
): MakingDataCountIcons {
  for (let number = parts.length - 1; number >= 0; number -= 1) {
    const judged = parts[number]?.judged;
    const place = judged?.points.findLastIndex(({ value, included }) => value !== null && included) ?? -1;
    const last = judged?.points[place];
    const label = labels[number]?.[place];
    if (!judged || !last || !label) continue;
    return { variation: variationIcon(label), assurance: assuranceIcon(last.lines, target, direction, judged.tolerance) };
  }
  return { variation: null, assurance: null };
}

function misfits({ kind, ruleSet, target, direction }: Settings, icons: MakingDataCountIcons | null): Warning[] {
  const found: Warning[] = [];
  if (ruleSet === 'IHI_RUN_CHART' && kind !== 'RUN') {
    found.push(warning('RULE_SET_MISFIT', 'Run chart rules do not ask about control limits: points beyond them are not marked.'));
  }
  if (kind === 'RUN' && (ruleSet === 'SHEWHART' || ruleSet === 'MDC_XMR')) {
    found.push(warning('RULE_SET_MISFIT', 'A run chart has no limits, so the rules of this set that need them cannot be asked.'));
  }
  if (ruleSet === 'MDC_XMR' && kind !== 'I' && kind !== 'RUN') {
    found.push(warning('RULE_SET_MISFIT', 'Making Data Count rules are meant for individuals (XmR) charts.'));
  }
  if (icons && icons.assurance === null && target !== null && direction !== 'NEUTRAL') {
    found.push(warning('NO_ASSURANCE', 'Without limits it cannot be said whether the target will be met.'));
  }
  return found;
}
