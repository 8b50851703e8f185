import type { Machine } from '../kernel/machine';
import type { FindingStatus } from './finding.enums';

/** Life cycle of a finding (domain.md §10.2). */
export const findingMoves: Machine<FindingStatus> = {
  DRAFT: ['RECORDED', 'SUPERSEDED'],
  RECORDED: ['ACCEPTED', 'NOT_ACCEPTED', 'REFERRED_ELSEWHERE', 'SUPERSEDED'],
  ACCEPTED: ['RESPONSE_AGREED', 'SUPERSEDED'],
  NOT_ACCEPTED: ['SUPERSEDED'],
  REFERRED_ELSEWHERE: ['SUPERSEDED'],
  RESPONSE_AGREED: ['ADDRESSED', 'SUPERSEDED'],
  ADDRESSED: ['ASSURED', 'REOPENED', 'SUPERSEDED'],
  ASSURED: ['REOPENED', 'SUPERSEDED'],
  REOPENED: ['RESPONSE_AGREED', 'SUPERSEDED'],
  SUPERSEDED: [],
};
