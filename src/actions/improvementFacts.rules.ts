import type { LocalDate } from '../kernel/localDate';
import type { SignalKind } from '../measures/chart.enums';
import type { MeasureKind } from '../measures/measure.enums';
import type { ImprovementReasonCode, WatchState } from './improvement.enums';

/** What one measure says; see measures/measureStanding.reading.ts for the whole of it. */
export interface MeasureEvidence {
  readonly measureId: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly state: SignalKind;
  readonly sentence: string;
  readonly signalFrom: LocalDate | null;
  readonly lastPeriodEnd: LocalDate | null;
  readonly silentFrom: LocalDate | null;
  readonly isRetired: boolean;
}

/** When it was closed, and for how many months an improvement has to hold afterwards. */
export interface Closure {
  readonly closedOn: LocalDate | null;
  readonly sustainMonths: number;
}

export interface ImprovementReason {
  readonly code: ImprovementReasonCode;
  readonly sentence: string;
  readonly measureId: string | null;
}

export interface Watch {
  readonly state: WatchState;
  readonly closedOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly stoppedMeasureIds: readonly string[];
}

export const isRetiredBefore = ({ isRetired, lastPeriodEnd }: MeasureEvidence, { closedOn }: Closure): boolean =>
  isRetired && (closedOn === null || lastPeriodEnd === null || lastPeriodEnd < closedOn);

/** Something gets better in what is aimed for, and something else worse. */
export const isHeldBack = (measures: readonly MeasureEvidence[]): boolean =>
  measures.some(({ kind, state }) => kind !== 'BALANCING' && state === 'BETTER') &&
  !measures.some(({ kind, state }) => kind !== 'BALANCING' && state === 'WORSE') &&
  measures.some(({ kind, state }) => kind === 'BALANCING' && state === 'WORSE');

/** The day from which a measure's improvement has to hold: closure, or its own beginning where that is later. */
export const holdsFrom = ({ signalFrom }: MeasureEvidence, closedOn: LocalDate): LocalDate =>
  signalFrom !== null && signalFrom > closedOn ? signalFrom : closedOn;
