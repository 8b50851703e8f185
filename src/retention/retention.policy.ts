import { duty, may, type Permissions, state } from '../access/policy';
import { allBut, type Reading } from '../access/reading';
import type { Role } from '../access/roles';
import type { Disposal } from './disposal.entity';
import type { LegalHold } from './legalHold.entity';
import type { RetentionRule } from './retentionRule.entity';

const stewards: readonly Role[] = ['PRIVACY_STEWARD'];

/** The steward proposes what is to be done with a record, and who speaks for the committee decides. */
const deciders: readonly Role[] = ['CHAIR', 'LEAD_OFFICER'];

export const retentionRulePolicy = { agreeRetention: may(deciders) } satisfies Permissions<RetentionRule>;

const holds = state<LegalHold>(
  'legalHold.released',
  ({ releasedAt }) => releasedAt === null,
  'This hold has been released already.',
);

export const legalHoldPolicy = {
  placeLegalHold: may([...stewards, ...deciders]),
  releaseLegalHold: may(deciders, holds),
} satisfies Permissions<LegalHold>;

const isProposed = state<Disposal>(
  'disposal.decided',
  ({ status }) => status === 'PROPOSED',
  'This disposal was decided already.',
);

/** What is destroyed cannot be brought back, so one person alone never does it, in whichever role. */
const isSecondPerson = duty<Disposal>(
  'disposal.twoPeople',
  'A disposal is confirmed by somebody else than who proposed it.',
  ({ proposedById }, { memberIds }) => !memberIds.includes(proposedById),
);

export const disposalPolicy = {
  proposeDisposal: may(stewards),
  carryOutDisposal: may(deciders, isProposed, isSecondPerson),
  declineDisposal: may(deciders, isProposed, isSecondPerson),
} satisfies Permissions<Disposal>;

const withTheCommittee = allBut('PARTNER_VIEWER', 'ADMIN');

/** What is due, held and disposed of is for those who work with the committee. */
export const retentionReading: Reading = {
  RetentionDue: withTheCommittee,
  LegalHold: withTheCommittee,
  Disposal: withTheCommittee,
};
