import type { SignalStretch } from '../charts/signalStretches';
import type { LocalDate } from '../kernel/localDate';
import type { RowReads } from '../store/rowReads';
import type { SignalKind } from './chart.enums';
import { chartBasisOf } from './measureChart.reading';
import { Measure } from './measure.entity';
import type { MeasureKind } from './measure.enums';
import { standingOf, standingSentence } from './measureStanding.rules';
import { hasFigure, silenceOf } from './periods.rules';

/** What a measure says now, and whether it still says anything. */
export interface StandingOfMeasure {
  readonly measureId: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly state: SignalKind;
  /** The signal in force, or that there is none, as a sentence. */
  readonly sentence: string;
  readonly signal: SignalStretch | null;
  /** The first day of the first period of the signal in force. */
  readonly signalFrom: LocalDate | null;
  readonly lastPeriodEnd: LocalDate | null;
  /** From this day on it counts as stopped; null when that cannot be said. */
  readonly silentFrom: LocalDate | null;
  readonly isRetired: boolean;
}

/** Worked out once a request, however many actions and filters ask. */
export const standingOfMeasure = (reads: RowReads, measure: Measure): Promise<StandingOfMeasure> =>
  reads.once(`standing ${measure.id}`, () => workOut(reads, measure));

async function workOut(reads: RowReads, measure: Measure): Promise<StandingOfMeasure> {
  const basis = await chartBasisOf(reads, measure);
  const standing = standingOf(basis, reads.today);
  return {
    measureId: measure.id,
    name: measure.name,
    kind: measure.kind,
    state: standing.state,
    sentence: standingSentence(standing),
    signal: standing.signal,
    signalFrom: standing.signal && String(standing.signal.from),
    lastPeriodEnd: basis.figures.findLast(hasFigure)?.periodEnd ?? null,
    silentFrom: silenceOf(basis.figures, standing.chart.definition?.frequency ?? 'IRREGULAR')?.silentFrom ?? null,
    isRetired: measure.status === 'RETIRED',
  };
}

/** The measures of the committee whose figures now say one of these. */
export const measuresThatSay = (kinds: readonly SignalKind[], reads: RowReads): Promise<string[]> =>
  measuresWhere(reads, ({ state }) => kinds.includes(state));

/** The measures in use that have fallen silent, or those that have not. */
export const measuresThatAreSilent = (wanted: boolean, reads: RowReads): Promise<string[]> =>
  measuresWhere(reads, (standing) => isSilent(standing, reads.today) === wanted);

async function measuresWhere(reads: RowReads, holds: (standing: StandingOfMeasure) => boolean): Promise<string[]> {
  const all = await Promise.all((await reads.all(Measure)).map((measure) => standingOfMeasure(reads, measure)));
  return all.filter(holds).map(({ measureId }) => measureId);
}

/** In use, and more than a whole period late. */
export const isSilent = (
  { silentFrom, isRetired }: Pick<StandingOfMeasure, 'silentFrom' | 'isRetired'>,
  today: LocalDate,
): boolean => !isRetired && silentFrom !== null && silentFrom <= today;
