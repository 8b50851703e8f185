import type { PredictionVerdict } from '../cycles/cycle.enums';
import { percentageOf, type Percentage } from './ratio.rules';

/** A prediction that people have compared with what happened. */
export interface ComparedPrediction {
  readonly verdict: PredictionVerdict;
  readonly confidence: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly observedValue: number | null;
}

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  readonly percentage: Percentage;
}

export interface ConfidenceBand {
  readonly from: number;
  readonly to: number;
  readonly meanConfidence: number | null;
  readonly met: Share;
}

/** How well a person or group foresees. For learning: shown with its counts, never as a grade. */
export interface Calibration {
  /** Of every verdict; PARTLY and CANNOT_TELL are counted here and nowhere else. */
  readonly verdicts: Readonly<Record<PredictionVerdict, number>>;
  /** MET out of MET and NOT_MET. */
  readonly hitRate: Share;
  /** Ranges with two ends that held the value observed, out of those with a value observed. */
  readonly intervalCoverage: Share;
  /** 0 is perfect, 1 is sure and wrong every time, 0.25 is what always saying 0.5 gives; null for none. */
  readonly brierScore: number | null;
  readonly brierCount: number;
  readonly bands: readonly ConfidenceBand[];
}

export function calibration(predictions: readonly ComparedPrediction[]): Calibration {
  const confident = predictions.flatMap(({ verdict, confidence }) =>
    confidence !== null && isDecided(verdict) ? [{ confidence, outcome: verdict === 'MET' ? 1 : 0 }] : [],
  );
  return {
    verdicts: countVerdicts(predictions),
    hitRate: share(predictions.filter(({ verdict }) => isDecided(verdict)).map(({ verdict }) => verdict === 'MET')),
    intervalCoverage: share(predictions.flatMap(isCovered)),
    // Brier 1950, Monthly Weather Review 78:1, in its form for one event: the mean of (confidence - outcome) squared.
    brierScore: mean(confident.map(({ confidence, outcome }) => (confidence - outcome) ** 2)),
    brierCount: confident.length,
    bands: bandsOf(confident),
  };
}

function countVerdicts(predictions: readonly ComparedPrediction[]): Record<PredictionVerdict, number> {
  const counts = { MET: 0, PARTLY: 0, NOT_MET: 0, CANNOT_TELL: 0 };
  for (const { verdict } of predictions) counts[verdict] += 1;
  return counts;
}

const isDecided = (verdict: PredictionVerdict): boolean => verdict === 'MET' || verdict === 'NOT_MET';

/** A range open at one end is no interval: it would cover by its open side alone. */
const isCovered = ({ lower, upper, observedValue }: ComparedPrediction): boolean[] =>
  lower === null || upper === null || observedValue === null ? [] : [lower <= observedValue && observedValue <= upper];

function share(each: readonly boolean[]): Share {
  const numerator = each.filter(Boolean).length;
  return { numerator, denominator: each.length, percentage: percentageOf(numerator, each.length) };
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

interface Confident {
  readonly confidence: number;
  readonly outcome: number;
}

const bounds = [0, 0.2, 0.4, 0.6, 0.8] as const;

/** A confidence on a bound belongs to the band above it; 1 belongs to the last. */
function bandsOf(confident: readonly Confident[]): ConfidenceBand[] {
  return bounds.map((from, index) => {
    const to = bounds[index + 1] ?? 1;
    const within = confident.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    return {
      from,
      to,
      meanConfidence: mean(within.map(({ confidence }) => confidence)),
      met: share(within.map(({ outcome }) => outcome === 1)),
    };
  });
}
