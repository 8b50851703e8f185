import { analyse } from '../analyse';
import type { AnalysedPhase, AnalysedPoint } from '../analysisTypes';
import type { PointType } from '../makingDataCount';
import { optionsOf, seriesOf } from './chartAnswer';
import type { Vector } from './vector';

/** NHSRplotthedots' own threshold, which is one more than the text of its warning. */
const shortGroup = 13;

const oraclePointTypes: Readonly<Record<PointType, string>> = {
  COMMON_CAUSE: 'common_cause',
  IMPROVEMENT: 'special_cause_improvement',
  CONCERN: 'special_cause_concern',
  NEUTRAL_HIGH: 'special_cause_neutral_high',
  NEUTRAL_LOW: 'special_cause_neutral_low',
};

const sign = { ABOVE: 1, BELOW: -1, ON: 0 } as const;
const assurances = { PASS: 'pass', FAIL: 'fail', HIT_OR_MISS: 'inconsistent' } as const;

/** The columns of a ptd-xmr vector, in the words of NHSRplotthedots, which calls a missing point common cause too. */
export function makingDataCountAnswer(vector: Vector): Record<string, unknown> {
  const analysis = analyse(seriesOf(vector), optionsOf(vector, 'MDC_XMR'));
  const { points, phases, icons } = analysis;
  const size = new Map(phases.map((phase) => [phase.number, phase.points]));
  return {
    y: points.map((point) => point.value),
    centre: points.map(({ lines }) => lines.centre),
    lcl: points.map(({ lines }) => lines.lower),
    ucl: points.map(({ lines }) => lines.upper),
    part: points.map((point) => point.phase),
    signals: {
      outsideLimits: points.map(isOutside),
      relativeToMean: points.map(({ position }) => (position === null ? null : sign[position])),
      closeToLimits: points.map(({ makingDataCount }) => makingDataCount?.closeToLimits ?? null),
      specialCauseType: points.map(({ makingDataCount }) => makingDataCount?.label ?? 'Common Cause'),
      pointType: points.map(pointType),
    },
    shortGroupWarning: points.map(({ phase }) => (size.get(phase) ?? 0) < shortGroup),
    summary: phases.map((phase) => summaryRow(phase, points)),
    variationIcon: icons?.variation?.toLowerCase() ?? 'common_cause',
    assuranceIcon: assurance(vector, icons?.assurance ?? null),
  };
}

const isOutside = ({ value, lines, signals }: AnalysedPoint): boolean | null =>
  value === null || lines.upper === null ? null : signals.beyondLimits !== null;

const pointType = ({ makingDataCount }: AnalysedPoint): string => oraclePointTypes[makingDataCount?.pointType ?? 'COMMON_CAUSE'];

/** Without limits we give no icon; NHSRplotthedots says "inconsistent", so that is what stands for it here. */
function assurance({ options }: Vector, icon: keyof typeof assurances | null): string | null {
  if (icon !== null) return assurances[icon];
  const isAsked = typeof options?.target === 'number' && ['increase', 'decrease'].includes(options.improvementDirection ?? '');
  return isAsked ? 'inconsistent' : null;
}

function summaryRow(phase: AnalysedPhase, all: readonly AnalysedPoint[]): Record<string, unknown> {
  const points = all.filter((point) => point.phase === phase.number);
  const count = (type: string): number => points.filter((point) => pointType(point) === type).length;
  const last = points.findLast((point) => point.value !== null) ?? points.at(-1);
  return {
    part: phase.number,
    mean: phase.centre,
    lpl: points[0]?.lines.lower ?? null,
    upl: points[0]?.lines.upper ?? null,
    n: phase.points,
    commonCause: count('common_cause'),
    specialCauseImprovement: count('special_cause_improvement'),
    specialCauseConcern: count('special_cause_concern'),
    variationType: last ? pointType(last) : 'common_cause',
  };
}
