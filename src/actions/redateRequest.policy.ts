import { duty, may, type Permissions, state } from '../access/policy';
import { allBut, type Reading } from '../access/reading';
import { decidesForTheCommittee } from './action.policy';
import type { RedateRequest } from './redateRequest.entity';

/** By person, so that nobody loses what they asked for with a new role. */
const isTheirRequest = duty<RedateRequest>(
  'redateRequest.notYours',
  'A request is withdrawn by whoever made it, or by the lead officer.',
  ({ requestedById }, { role, memberIds }) => role === 'LEAD_OFFICER' || memberIds.includes(requestedById),
);

const isWaiting = state<RedateRequest>(
  'redateRequest.settled',
  ({ status }) => status === 'WAITING',
  ({ status }) => `This request is ${status}; it is decided once.`,
);

/** Who asks for a new date stands with the action itself. */
export const redateRequestPolicy = {
  refuseRedate: may(['CHAIR', 'VICE_CHAIR', 'SUBGROUP_CHAIR'], decidesForTheCommittee, isWaiting),
  withdrawRedate: may(['ACTION_LEAD', 'LEAD_OFFICER', 'MEMBER', 'SUBGROUP_CHAIR'], isTheirRequest, isWaiting),
} satisfies Permissions<RedateRequest>;

/** What is asked for and not decided is between the committee and its leads. */
export const redateRequestReading: Reading = { RedateRequest: allBut('PARTNER_VIEWER', 'ADMIN') };
