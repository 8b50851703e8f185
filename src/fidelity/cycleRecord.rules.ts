import { isBlank } from '../kernel/text';
import type { CycleFacts, RampFacts } from './cycleFacts.rules';
import type { LeftOutReason } from './ratio.rules';

/*
 * What several criteria ask of a record alike.
 */
export const isPlanWritten = ({ objective, questionCount, taskCount, plannedDataCount }: CycleFacts): boolean =>
  !isBlank(objective) || questionCount + taskCount + plannedDataCount > 0;

/** All four stages have something written in them, whatever their days. */
export const isDocumented = (cycle: CycleFacts): boolean =>
  isPlanWritten(cycle) &&
  (cycle.observationCount > 0 || cycle.carriedOutAsPlanned !== null) &&
  (!isBlank(cycle.learning) || cycle.predictions.some(({ verdict }) => verdict !== null)) &&
  cycle.decision !== null;

/** A series is a ramp with at least two documented cycles. */
export const isSeries = ({ cycles }: RampFacts): boolean => cycles.filter(isDocumented).length >= 2;

export function unlessBegun({ status, doStartedOn }: CycleFacts): LeftOutReason | null {
  if (status === 'CANCELLED') return 'CANCELLED';
  return doStartedOn === null ? 'NOT_BEGUN' : null;
}

export function unlessClosed({ status }: CycleFacts): LeftOutReason | null {
  if (status === 'CANCELLED') return 'CANCELLED';
  return status === 'CLOSED' ? null : 'UNDER_WAY';
}
