import type { ActionStatus } from '../actions/action.enums';
import { isOverdue, liveStatuses, unsettledStatuses } from '../actions/action.rules';
import type { FindingStatus } from '../findings/finding.enums';
import type { LocalDate } from '../kernel/localDate';
import { doneStatuses, LEAST_IMPACT } from './breakSql.rules';
import type { ResponseState } from './coverage.enums';

export interface CoveringAction {
  readonly status: ActionStatus;
  readonly dueOn: LocalDate | null;
  readonly evidenceLevels: readonly number[];
}

export interface CoveredFinding {
  readonly status: FindingStatus;
  readonly noActionReason: string | null;
  readonly actions: readonly CoveringAction[];
}

/** How far one finding has come along the thread. */
export interface FindingLine {
  readonly isAccepted: boolean;
  readonly response: ResponseState;
  readonly actions: number;
  readonly actionsDone: number;
  readonly actionsOverdue: number;
  readonly highestEvidenceLevel: number | null;
}

const accepted: readonly FindingStatus[] = ['ACCEPTED', 'RESPONSE_AGREED', 'ADDRESSED', 'ASSURED', 'REOPENED'];

export function lineOf(finding: CoveredFinding, today: LocalDate): FindingLine {
  const live = finding.actions.filter(({ status }) => liveStatuses.includes(status));
  return {
    isAccepted: accepted.includes(finding.status),
    response: responseOf(finding),
    actions: live.length,
    actionsDone: live.filter(({ status }) => doneStatuses.includes(status)).length,
    actionsOverdue: live.filter((action) => isOverdue(action, today)).length,
    highestEvidenceLevel: highestLevel(finding.actions),
  };
}

export function highestLevel(actions: readonly Pick<CoveringAction, 'evidenceLevels'>[]): number | null {
  const levels = actions.flatMap(({ evidenceLevels }) => evidenceLevels);
  return levels.length > 0 ? Math.max(...levels) : null;
}

export const showsImpact = (level: number | null): boolean => level !== null && level >= LEAST_IMPACT;

/** MISSING is what the breaks FINDING_WITHOUT_RESPONSE and RESPONSE_WITHOUT_LIVE_ACTION name. */
function responseOf({ status, noActionReason, actions }: CoveredFinding): ResponseState {
  if (!accepted.includes(status)) return 'NOT_OWED';
  const answering = status === 'REOPENED' ? unsettledStatuses : liveStatuses;
  if (status === 'ASSURED' || actions.some((action) => answering.includes(action.status))) return 'ACTIONS';
  const isExplained = (status === 'RESPONSE_AGREED' || status === 'ADDRESSED') && Boolean(noActionReason?.trim());
  return isExplained ? 'NO_ACTION' : 'MISSING';
}

/** How many findings come how far; each step counts those of the step before that also came so far. */
export interface Funnel {
  readonly found: number;
  readonly accepted: number;
  readonly withResponse: number;
  readonly withAction: number;
  readonly withEvidence: number;
  readonly withImpact: number;
}

export function funnelOf(lines: readonly FindingLine[]): Funnel {
  const owed = lines.filter(({ isAccepted }) => isAccepted);
  const acted = owed.filter(({ response }) => response === 'ACTIONS');
  return {
    found: lines.length,
    accepted: owed.length,
    withResponse: owed.filter(({ response }) => response !== 'MISSING').length,
    withAction: acted.length,
    withEvidence: acted.filter(({ highestEvidenceLevel: level }) => level !== null && level > 0).length,
    withImpact: acted.filter(({ highestEvidenceLevel: level }) => showsImpact(level)).length,
  };
}
