import type { LocalDate } from '../kernel/localDate';
import { addMonths } from '../kernel/period';
import type { SignalKind } from '../measures/chart.enums';
import type { ImprovementStatus, WatchState } from './improvement.enums';
import {
  holdsFrom,
  isHeldBack,
  isRetiredBefore,
  type Closure,
  type ImprovementReason,
  type MeasureEvidence,
  type Watch,
} from './improvementFacts.rules';
import { lastingReasons, measureReasons } from './improvementReasons.rules';

export interface ImprovementVerdict {
  readonly status: ImprovementStatus;
  readonly reasons: readonly ImprovementReason[];
  readonly watch: Watch | null;
}

/**
 * The worst measure decides: one that gets worse makes DETERIORATING, and a balancing measure that gets worse holds back
 * IMPROVING. A measure that was retired before closure decides nothing any more. SUSTAINED needs an improvement that has held
 * for the agreed period, from closure or from its own beginning, whichever is later, with figures up to the end of it.
 */
export function improvementOf(measures: readonly MeasureEvidence[], closure: Closure, today: LocalDate): ImprovementVerdict {
  if (measures.every(({ kind }) => kind === 'BALANCING')) {
    const sentence = 'No outcome or process measure is tied to it, so the data say nothing.';
    const none: ImprovementReason = { code: 'NO_MEASURE', sentence, measureId: null };
    return {
      status: 'NO_MEASURE',
      reasons: [none, ...measureReasons(measures, { closure, today, isHeldBack: false })],
      watch: null,
    };
  }
  const deciding = measures.filter((measure) => !isRetiredBefore(measure, closure));
  const now = statusNow(deciding);
  const watched = closure.closedOn === null ? null : watchOf(deciding, { ...closure, closedOn: closure.closedOn }, now, today);
  const status = watched?.state === 'HELD' ? 'SUSTAINED' : now;
  const judged = { closure, today, isHeldBack: isHeldBack(deciding) };
  const reasons = [...measureReasons(measures, judged), ...lastingReasons(status, deciding, closure, watched)];
  return { status, reasons, watch: watched };
}

function statusNow(deciding: readonly MeasureEvidence[]): ImprovementStatus {
  const main = deciding.filter(({ kind }) => kind !== 'BALANCING');
  const says = (state: SignalKind): boolean => main.some((measure) => measure.state === state);
  if (says('WORSE')) return 'DETERIORATING';
  if (says('BETTER')) return isHeldBack(deciding) ? 'NO_SIGNAL' : 'IMPROVING';
  return main.every(({ state }) => state === 'INSUFFICIENT') ? 'INSUFFICIENT_DATA' : 'NO_SIGNAL';
}

const covers = ({ lastPeriodEnd }: MeasureEvidence, day: LocalDate): boolean => lastPeriodEnd !== null && lastPeriodEnd >= day;

type Closed = Closure & { readonly closedOn: LocalDate };

function watchOf(deciding: readonly MeasureEvidence[], closed: Closed, now: ImprovementStatus, today: LocalDate): Watch {
  const { closedOn, sustainMonths } = closed;
  const untilOn = addMonths(closedOn, sustainMonths);
  const stopped = deciding.filter((measure) => !covers(measure, untilOn) && hasStopped(measure, today));
  const state = watchState(deciding, { ...closed, untilOn, now, today, hasStopped: stopped.length > 0 });
  return { state, closedOn, untilOn, stoppedMeasureIds: stopped.map(({ measureId }) => measureId) };
}

interface Watching extends Closed {
  readonly untilOn: LocalDate;
  readonly now: ImprovementStatus;
  readonly today: LocalDate;
  readonly hasStopped: boolean;
}

function watchState(
  deciding: readonly MeasureEvidence[],
  { closedOn, sustainMonths, untilOn, now, today, ...at }: Watching,
): WatchState {
  if (now === 'DETERIORATING') return 'NOT_HELD';
  if (at.hasStopped) return 'STOPPED';
  const hasHeld = (measure: MeasureEvidence): boolean => {
    const until = addMonths(holdsFrom(measure, closedOn), sustainMonths);
    return measure.state === 'BETTER' && measure.kind !== 'BALANCING' && today >= until && covers(measure, until);
  };
  if (now === 'IMPROVING') return deciding.some(hasHeld) ? 'HELD' : 'WATCHING';
  const isOver = today >= untilOn && deciding.every((measure) => covers(measure, untilOn));
  return isOver ? 'NOT_HELD' : 'WATCHING';
}

const hasStopped = ({ isRetired, silentFrom }: MeasureEvidence, today: LocalDate): boolean =>
  isRetired || (silentFrom !== null && silentFrom <= today);
