import { performance } from 'node:perf_hooks';
import { analyse } from '../src/charts/analyse';
import type { AnalysisOptions, ChartKind, RuleSetName, SeriesInput } from '../src/charts/types';

const kinds: readonly ChartKind[] = [
  'RUN',
  'I',
  'MR',
  'I_PRIME',
  'XBAR',
  'S',
  'P',
  'P_PRIME',
  'U',
  'U_PRIME',
  'C',
  'NP',
  'G',
  'T',
];
const ruleSets: readonly RuleSetName[] = ['IHI_RUN_CHART', 'ANHOEJ', 'SHEWHART', 'MDC_XMR'];

/** A small generator (Park & Miller 1988), so that each run of the bench sees the same series. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Half a level shift, some ties, some gaps: every rule finds work. */
function series(length: number, kind: ChartKind, seed: number): SeriesInput {
  const random = generator(seed);
  const points = Array.from({ length }, (_, period) => {
    const level = period > length / 2 ? 0.4 : 0.5;
    const share = Math.round(100 * Math.min(1, Math.max(0.01, level + (random() + random() + random() - 1.5) / 4))) / 100;
    if (random() < 0.02) return { period };
    if (kind === 'XBAR' || kind === 'S') return { period, values: Array.from({ length: 5 }, () => share + random()) };
    const isPlain = kind === 'RUN' || kind === 'I' || kind === 'MR' || kind === 'C' || kind === 'G' || kind === 'T';
    return isPlain ? { period, value: share * 100 } : { period, numerator: Math.round(share * 200), denominator: 200 };
  });
  return { points };
}

/** Median of nine timings after three rounds of warming up. */
function milliseconds(task: () => unknown): number {
  const timings = Array.from({ length: 12 }, () => {
    const from = performance.now();
    task();
    return performance.now() - from;
  });
  return timings.slice(3).sort((a, b) => a - b)[4] ?? 0;
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function report(kind: ChartKind, ruleSet: RuleSetName): void {
  const options: AnalysisOptions = { kind, ruleSet, target: 0.5, improvementDirection: 'INCREASE' };
  const long = series(10_000, kind, 7);
  const many = Array.from({ length: 1000 }, (_, i) => series(24, kind, i + 1));
  const oneLong = milliseconds(() => analyse(long, options));
  const thousandShort = milliseconds(() => many.map((one) => analyse(one, options)));
  print(`${kind.padEnd(8)} ${ruleSet.padEnd(14)} ${oneLong.toFixed(1).padStart(10)} ${thousandShort.toFixed(1).padStart(12)}`);
}

print('chart    rules          1 x 10,000   1,000 x 24   (milliseconds, all rules of the set)');
for (const kind of kinds) report(kind, 'SHEWHART');
for (const kind of ['RUN', 'I'] as const) for (const ruleSet of ruleSets) if (ruleSet !== 'SHEWHART') report(kind, ruleSet);
