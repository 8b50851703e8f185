import { becomes, duty, may, type Permissions } from '../access/policy';
import type { Role } from '../access/roles';
import { classifiers } from '../tiers/tier.policy';
import type { Finding } from './finding.entity';
import type { FindingStatus } from './finding.enums';
import { findingMoves } from './finding.rules';

const officers: readonly Role[] = ['LEAD_OFFICER'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];

const to = (...states: readonly [FindingStatus, ...FindingStatus[]]) => becomes(findingMoves, 'finding', ...states);

const undecided: readonly FindingStatus[] = ['DRAFT', 'RECORDED'];

const answeredOnesAreTheChairs = duty<Finding>(
  'finding.answered',
  'What the committee has answered is replaced by its chair only.',
  ({ status }, { role }) => role !== 'LEAD_OFFICER' || undecided.includes(status),
);

/** The lead officer drafts; the chair answers for the committee and assures, and the chief officers can assure (domain.md §10.2). */
export const findingPolicy = {
  classifyFinding: may(classifiers),
  recordFinding: may(officers),
  confirmFinding: may(officers, to('RECORDED')),
  respondToFinding: may(chairs, to('ACCEPTED', 'NOT_ACCEPTED', 'REFERRED_ELSEWHERE')),
  agreeFindingResponse: may(chairs, to('RESPONSE_AGREED')),
  addressFinding: may([...chairs, ...officers], to('ADDRESSED')),
  assureFinding: may([...chairs, 'CHIEF_OFFICER'], to('ASSURED')),
  reopenFinding: may(chairs, to('REOPENED')),
  supersedeFinding: may([...chairs, ...officers], to('SUPERSEDED'), answeredOnesAreTheChairs),
} satisfies Permissions<Finding>;
