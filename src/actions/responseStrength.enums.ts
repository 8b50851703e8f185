import { describedEnum } from '../api/describedEnum';

export const ResponseStrength = describedEnum('ResponseStrength', 'How a kind of change works, from weaker to stronger.', {
  PERSON_DEPENDENT: 'It depends on people: training, a policy or procedure, a task done once.',
  INTERMEDIATE: 'It changes the conditions of the work: resources, how it is led and overseen.',
  SYSTEM: 'It changes how the work is done, and is tested.',
});
export type ResponseStrength = keyof typeof ResponseStrength;
