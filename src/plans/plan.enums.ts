import { describedEnum } from '../api/describedEnum';

export const PlanStatus = describedEnum('PlanStatus', 'How far an improvement plan has come.', {
  DRAFT: 'Being written.',
  SUBMITTED: 'Before the committee.',
  RETURNED: 'Sent back to be changed, with reasons.',
  APPROVED_BY_CPC: 'Approved by the committee.',
  RATIFIED_BY_COG: 'Ratified by the chief officers, with the resources it needs.',
  ACTIVE: 'In force.',
  UNDER_REVIEW: 'Being reviewed; it stays in force meanwhile.',
  CLOSED: 'Ended.',
});
export type PlanStatus = keyof typeof PlanStatus;

export const PlanDecisionKind = describedEnum('PlanDecisionKind', 'What was decided on a plan.', {
  APPROVED: 'The committee approved it.',
  RATIFIED: 'The chief officers ratified it.',
  RETURNED: 'It was sent back.',
  RENEWED: 'It was reviewed and goes on as a new edition.',
});
export type PlanDecisionKind = keyof typeof PlanDecisionKind;
