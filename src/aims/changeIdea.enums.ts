import { describedEnum } from '../api/describedEnum';

export const ChangeIdeaStatus = describedEnum('ChangeIdeaStatus', 'How far a change idea has come.', {
  PROPOSED: 'Proposed; not tested yet.',
  TESTING: 'Being tested in PDSA cycles.',
  READY_TO_IMPLEMENT: 'Tested and adopted; ready to be made the way things are done.',
  IMPLEMENTING: 'Being made the way things are done.',
  SPREADING: 'Being taken to new settings, by decision of the committee.',
  SUSTAINED: 'In place, and its measure has held.',
  ABANDONED: 'Given up; what was learnt is kept.',
});
export type ChangeIdeaStatus = keyof typeof ChangeIdeaStatus;

export const DegreeOfBelief = describedEnum(
  'DegreeOfBelief',
  'How confident people are that a change will lead to improvement.',
  {
    LOW: 'Not confident yet: test very small.',
    HIGH: 'Confident, from evidence or from tests.',
  },
);
export type DegreeOfBelief = keyof typeof DegreeOfBelief;
