import type { LocalDate } from '../kernel/localDate';
import { addMonths, dayInWords } from '../kernel/period';
import type { SignalKind } from '../measures/chart.enums';
import type { ImprovementReasonCode, ImprovementStatus } from './improvement.enums';
import {
  holdsFrom,
  isRetiredBefore,
  type Closure,
  type ImprovementReason,
  type MeasureEvidence,
  type Watch,
} from './improvementFacts.rules';

/* The reasons of a verdict, in sentences a committee understands. */
const codes: Readonly<Record<SignalKind, ImprovementReasonCode>> = {
  INSUFFICIENT: 'TOO_FEW_FIGURES',
  NO_SIGNAL: 'NO_SIGNAL',
  CHANGED: 'NO_DIRECTION',
  BETTER: 'SIGNAL_BETTER',
  WORSE: 'SIGNAL_WORSE',
};

interface Judged {
  readonly closure: Closure;
  readonly today: LocalDate;
  readonly isHeldBack: boolean;
}

/** What each measure says; of balancing measures only what gets worse is told. */
export function measureReasons(measures: readonly MeasureEvidence[], judged: Judged): ImprovementReason[] {
  const main = measures.filter(({ kind }) => kind !== 'BALANCING');
  const worse = measures.filter(({ kind, state }) => kind === 'BALANCING' && state === 'WORSE');
  return [...main.map((measure) => mainReason(measure, judged)), ...worse.map((measure) => balancingReason(measure, judged))];
}

function mainReason(measure: MeasureEvidence, { closure, today }: Judged): ImprovementReason {
  const { measureId, name, state, sentence, silentFrom, isRetired } = measure;
  if (isRetiredBefore(measure, closure)) {
    return {
      code: 'MEASURE_RETIRED',
      sentence: `${name} is no longer collected${lastSaid(measure)}, so it decides nothing now.`,
      measureId,
    };
  }
  const isOld = !isRetired && silentFrom !== null && silentFrom <= today;
  return {
    code: codes[state],
    sentence: `${name}: ${sentence}${isOld ? ` It has fallen silent${lastSaid(measure)}.` : ''}`,
    measureId,
  };
}

const lastSaid = ({ lastPeriodEnd }: MeasureEvidence): string =>
  lastPeriodEnd === null ? '' : `; its last figure is of the period to ${dayInWords(lastPeriodEnd)}`;

const balancingReason = ({ measureId, name, sentence }: MeasureEvidence, { isHeldBack }: Judged): ImprovementReason => ({
  code: 'BALANCING_WORSE',
  sentence: `${name}, a balancing measure, gets worse${isHeldBack ? ', which holds back IMPROVING' : ''}: ${sentence}`,
  measureId,
});

/** Whether it lasts, and who can still tell. */
export function lastingReasons(
  status: ImprovementStatus,
  measures: readonly MeasureEvidence[],
  { closedOn, sustainMonths }: Closure,
  watch: Watch | null,
): ImprovementReason[] {
  const stopped = measures.filter(({ measureId }) => watch?.stoppedMeasureIds.includes(measureId)).map(stoppedReason);
  if (status !== 'IMPROVING' && status !== 'SUSTAINED') return stopped;
  if (closedOn === null)
    return [
      { ...whole, code: 'NOT_CLOSED', sentence: 'It is not closed, so whether the improvement lasts cannot be asked yet.' },
    ];
  const improving = measures.filter(({ kind, state }) => kind !== 'BALANCING' && state === 'BETTER');
  const from = improving.map((measure) => holdsFrom(measure, closedOn)).sort()[0] ?? closedOn;
  const until = dayInWords(addMonths(from, sustainMonths));
  const since = from === closedOn ? `closure on ${dayInWords(from)}` : `its beginning on ${dayInWords(from)}, after closure,`;
  if (status === 'SUSTAINED') return [{ ...whole, code: 'HELD', sentence: `It has held from ${since} to ${until}.` }, ...stopped];
  if (stopped.length > 0) return stopped;
  return [{ ...whole, code: 'HOLDING', sentence: `It has to hold from ${since} to ${until}, with figures up to then.` }];
}

const whole = { measureId: null };

const stoppedReason = ({ measureId, name, lastPeriodEnd }: MeasureEvidence): ImprovementReason => ({
  code: 'MEASURE_STOPPED',
  sentence: `${name} has no figure ${lastPeriodEnd ? `after ${dayInWords(lastPeriodEnd)}` : 'at all'}, so nobody can tell whether the agreed period was held.`,
  measureId,
});
