import { type Condition, may, type Permissions } from '../access/policy';
import type { Role } from '../access/roles';
import { Refusal } from '../kernel/errors';
import { whyNotMove } from '../kernel/machine';
import { classifiers } from '../tiers/tier.policy';
import type { LearningSource } from './learningSource.entity';
import type { SourceStatus } from './source.enums';
import { sourceMoves } from './source.rules';

const officers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];

/** Who may record which step (domain.md §10.2): officers prepare, the chair speaks for the committee, chief officers for theirs. */
const stepTakenBy: Readonly<Record<SourceStatus, readonly Role[]>> = {
  NOTIFIED: [],
  INFORMATION_GATHERING: officers,
  RECOMMENDED: officers,
  PROCEEDING: chairs,
  NOT_PROCEEDING: chairs,
  ALTERNATIVE_REVIEW: chairs,
  ON_HOLD: [...chairs, ...officers],
  REPORTED: officers,
  ACCEPTED_BY_CPC: chairs,
  CONSIDERED_BY_COG: ['CHIEF_OFFICER'],
  PUBLISHED: [...chairs, 'CHIEF_OFFICER'],
  NOT_PUBLISHED: [...chairs, 'CHIEF_OFFICER'],
  CLOSED: [...chairs, ...officers],
};

/** @throws FORBIDDEN `source.step` */
export function requireOwnStep(to: SourceStatus, role: Role): void {
  if (stepTakenBy[to].includes(role)) return;
  throw new Refusal('FORBIDDEN', `Your role (${role}) may not take a source to ${to}.`, {
    rule: 'source.step',
    field: 'input.to',
  });
}

const goesOn: Condition<Pick<LearningSource, 'status'>> = {
  code: 'RULE_BROKEN',
  rule: 'source.transition',
  whyNot: ({ status }) => (sourceMoves[status].length > 0 ? null : whyNotMove(sourceMoves, 'source', status, 'CLOSED')),
};

const isTheirStep: Condition<Pick<LearningSource, 'status'>> = {
  code: 'FORBIDDEN',
  rule: 'source.step',
  sentence:
    'Officers record what prepares a decision, chairs what the committee decides, and chief officers what their body considers.',
  whyNot: ({ status }, { role }) =>
    sourceMoves[status].some((to) => stepTakenBy[to].includes(role))
      ? null
      : `This source is ${status}; the next step is not for your role (${role}).`,
};

export const sourcePolicy = {
  classifySource: may(classifiers),
  // Any member may notify; officers record what arrives as a report.
  recordLearningSource: may([...chairs, ...officers, 'MEMBER']),
  takeSourceStep: may([...chairs, ...officers, 'CHIEF_OFFICER'], goesOn, isTheirStep),
} satisfies Permissions<LearningSource>;
