import type { LocalDate } from '../kernel/localDate';
import { addMonths, dayInWords } from '../kernel/period';
import type { SignalKind } from '../measures/chart.enums';
import type { MeasureKind } from '../measures/measure.enums';
import type { ImprovementReasonCode, ImprovementStatus, WatchState } from './improvement.enums';

/** What one measure says; see measures/measureStanding.reading.ts for the whole of it. */
export interface MeasureEvidence {
  readonly measureId: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly state: SignalKind;
  readonly sentence: string;
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

export interface ImprovementVerdict {
  readonly status: ImprovementStatus;
  readonly reasons: readonly ImprovementReason[];
  readonly watch: Watch | null;
}

/**
 * The worst measure decides: one that gets worse makes DETERIORATING, and a balancing measure that gets worse holds back
 * IMPROVING. SUSTAINED needs figures up to the end of the agreed period after closure.
 */
export function improvementOf(measures: readonly MeasureEvidence[], closure: Closure, today: LocalDate): ImprovementVerdict {
  const main = measures.filter(({ kind }) => kind !== 'BALANCING');
  const balancing = measures.filter(({ kind, state }) => kind === 'BALANCING' && state === 'WORSE');
  if (main.length === 0) {
    const sentence = 'No outcome or process measure is tied to it, so the data say nothing.';
    return { status: 'NO_MEASURE', reasons: [{ code: 'NO_MEASURE', sentence, measureId: null }], watch: null };
  }
  const now = statusNow(main, balancing.length > 0);
  const improving = main.filter(({ state }) => state === 'BETTER');
  const untilOn = closure.closedOn && addMonths(closure.closedOn, closure.sustainMonths);
  const isSustained =
    now === 'IMPROVING' && untilOn !== null && today >= untilOn && improving.every((each) => covers(each, untilOn));
  const status = isSustained ? 'SUSTAINED' : now;
  const watch = watchOf(main, { ...closure, untilOn, status, today });
  return {
    status,
    reasons: [...main.map(measureReason), ...balancing.map(balancingReason), ...lastingReasons(status, main, watch)],
    watch,
  };
}

function statusNow(main: readonly MeasureEvidence[], isHeldBack: boolean): ImprovementStatus {
  const says = (state: SignalKind): boolean => main.some((measure) => measure.state === state);
  if (says('WORSE')) return 'DETERIORATING';
  if (says('BETTER')) return isHeldBack ? 'NO_SIGNAL' : 'IMPROVING';
  return main.every(({ state }) => state === 'INSUFFICIENT') ? 'INSUFFICIENT_DATA' : 'NO_SIGNAL';
}

const covers = ({ lastPeriodEnd }: MeasureEvidence, day: LocalDate): boolean => lastPeriodEnd !== null && lastPeriodEnd >= day;

interface Watched extends Closure {
  readonly untilOn: LocalDate | null;
  readonly status: ImprovementStatus;
  readonly today: LocalDate;
}

function watchOf(main: readonly MeasureEvidence[], { closedOn, untilOn, status, today }: Watched): Watch | null {
  if (closedOn === null || untilOn === null) return null;
  const stopped = main.filter((measure) => !covers(measure, untilOn) && hasStopped(measure, today));
  return { state: watchState(), closedOn, untilOn, stoppedMeasureIds: stopped.map(({ measureId }) => measureId) };

  function watchState(): WatchState {
    if (status === 'SUSTAINED') return 'HELD';
    if (status === 'DETERIORATING') return 'NOT_HELD';
    if (stopped.length > 0) return 'STOPPED';
    const isOver = main.every((measure) => covers(measure, untilOn ?? today));
    return isOver && today >= (untilOn ?? today) ? 'NOT_HELD' : 'WATCHING';
  }
}

export const hasStopped = ({ isRetired, silentFrom }: MeasureEvidence, today: LocalDate): boolean =>
  isRetired || (silentFrom !== null && silentFrom <= today);

const codes: Readonly<Record<SignalKind, ImprovementReasonCode>> = {
  INSUFFICIENT: 'TOO_FEW_FIGURES',
  NO_SIGNAL: 'NO_SIGNAL',
  CHANGED: 'NO_DIRECTION',
  BETTER: 'SIGNAL_BETTER',
  WORSE: 'SIGNAL_WORSE',
};

const measureReason = ({ measureId, name, state, sentence }: MeasureEvidence): ImprovementReason => ({
  code: codes[state],
  sentence: `${name}: ${sentence}`,
  measureId,
});

const balancingReason = ({ measureId, name, sentence }: MeasureEvidence): ImprovementReason => ({
  code: 'BALANCING_WORSE',
  sentence: `${name}, a balancing measure, gets worse, which holds back IMPROVING: ${sentence}`,
  measureId,
});

function lastingReasons(status: ImprovementStatus, main: readonly MeasureEvidence[], watch: Watch | null): ImprovementReason[] {
  const about = { measureId: null };
  if (status === 'SUSTAINED' && watch) {
    return [
      {
        ...about,
        code: 'HELD',
        sentence: `It has held from closure on ${dayInWords(watch.closedOn)} to ${dayInWords(watch.untilOn)}.`,
      },
    ];
  }
  const stopped = main.filter(({ measureId }) => watch?.stoppedMeasureIds.includes(measureId));
  if (stopped.length > 0) return stopped.map(stoppedReason);
  if (status !== 'IMPROVING') return [];
  if (!watch)
    return [
      { ...about, code: 'NOT_CLOSED', sentence: 'It is not closed, so whether the improvement lasts cannot be asked yet.' },
    ];
  const sentence = `It was closed on ${dayInWords(watch.closedOn)}; the improvement has to show in figures up to ${dayInWords(watch.untilOn)}.`;
  return [{ ...about, code: 'HOLDING', sentence }];
}

const stoppedReason = ({ measureId, name, lastPeriodEnd }: MeasureEvidence): ImprovementReason => ({
  code: 'MEASURE_STOPPED',
  sentence: `${name} has no figure after ${lastPeriodEnd ? dayInWords(lastPeriodEnd) : 'closure'}, before the agreed period was over.`,
  measureId,
});
