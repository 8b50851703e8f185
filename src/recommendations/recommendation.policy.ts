import { becomes, duty, may, type Permissions } from '../access/policy';
import type { Role } from '../access/roles';
import type { Recommendation } from './recommendation.entity';
import type { RecommendationStatus } from './recommendation.enums';
import { recommendationMoves } from './recommendation.rules';

const officers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];
const everyoneOnIt: readonly Role[] = [...chairs, ...officers, 'MEMBER'];

const to = (...states: readonly [RecommendationStatus, ...RecommendationStatus[]]) =>
  becomes(recommendationMoves, 'recommendation', ...states);

const membersSpeakForTheirAgency = duty<Recommendation>(
  'recommendation.otherAgency',
  'A member speaks only to a recommendation for a single agency that is addressed to their own.',
  ({ scope, addresseeAgencyId }, { role, agencyId }) =>
    role !== 'MEMBER' || (scope === 'SINGLE_AGENCY' && addresseeAgencyId !== null && addresseeAgencyId === agencyId),
);

/** The chair answers for the committee; a member answers for their agency what concerns it alone (domain.md §10.2). */
export const recommendationPolicy = {
  recordRecommendation: may(officers),
  respondToRecommendation: may(
    [...chairs, 'MEMBER'],
    membersSpeakForTheirAgency,
    to('ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'),
  ),
  startRecommendation: may(everyoneOnIt, membersSpeakForTheirAgency, to('IN_PROGRESS')),
  holdRecommendation: may([...chairs, ...officers], to('ON_HOLD')),
  implementRecommendation: may(everyoneOnIt, membersSpeakForTheirAgency, to('IMPLEMENTED')),
  closeRecommendation: may(chairs, to('CLOSED')),
  reopenRecommendation: may(chairs, to('REOPENED')),
  rateRecommendation: may(everyoneOnIt, membersSpeakForTheirAgency),
} satisfies Permissions<Recommendation>;
