import { standingSentence } from '../charts/sentence';
import type { SignalStretch } from '../charts/signalStretches';
import type { LocalDate } from '../kernel/localDate';
import type { RowReads } from '../store/rowReads';
import type { SignalKind } from './chart.enums';
import { chartBasisOf } from './measureChart.reading';
import { standingOf } from './measureChart.rules';
import { Measure } from './measure.entity';
import type { MeasureKind } from './measure.enums';
import { periodWords, silenceOf } from './periods.rules';

/** What a measure says now, and whether it still says anything. */
export interface StandingOfMeasure {
  readonly measureId: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly state: SignalKind;
  /** The signal in force, or that there is none, as a sentence. */
  readonly sentence: string;
  readonly signal: SignalStretch | null;
  readonly lastPeriodEnd: LocalDate | null;
  /** From this day on it counts as stopped; null when that cannot be said. */
  readonly silentFrom: LocalDate | null;
  readonly isRetired: boolean;
}

export async function standingOfMeasure(reads: RowReads, measure: Measure): Promise<StandingOfMeasure> {
  const basis = await chartBasisOf(reads, measure);
  const standing = standingOf(basis, reads.today);
  const { chart, isByPreviousPhase } = standing;
  const sentence = standingSentence(standing, chart.analysis, chart.direction, periodWords(chart.figures));
  return {
    measureId: measure.id,
    name: measure.name,
    kind: measure.kind,
    state: standing.state,
    sentence: isByPreviousPhase ? `${sentence.slice(0, -1)}, by the centre of the phase before.` : sentence,
    signal: standing.signal,
    lastPeriodEnd: basis.figures.findLast(({ value }) => value !== null)?.periodEnd ?? null,
    silentFrom: silenceOf(basis.figures, chart.definition?.frequency ?? 'IRREGULAR')?.silentFrom ?? null,
    isRetired: measure.status === 'RETIRED',
  };
}

/** The measures of the committee whose figures now say one of these. */
export async function measuresThatSay(kinds: readonly SignalKind[], reads: RowReads): Promise<string[]> {
  const all = await Promise.all((await reads.all(Measure)).map((measure) => standingOfMeasure(reads, measure)));
  return all.filter(({ state }) => kinds.includes(state)).map(({ measureId }) => measureId);
}

/** The measures in use that have fallen silent, or those that have not. */
export async function measuresThatAreSilent(wanted: boolean, reads: RowReads): Promise<string[]> {
  const all = await Promise.all((await reads.all(Measure)).map((measure) => standingOfMeasure(reads, measure)));
  return all.filter((standing) => isSilent(standing, reads.today) === wanted).map(({ measureId }) => measureId);
}

export const isSilent = ({ silentFrom, isRetired }: StandingOfMeasure, today: LocalDate): boolean =>
  !isRetired && silentFrom !== null && silentFrom <= today;
