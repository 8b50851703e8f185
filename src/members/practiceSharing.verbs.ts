import { Field, ObjectType } from 'type-graphql';
import { everyone, MutationPayload, verb } from '../api/verbs';
import { PracticeSharing } from './practiceSharing.entity';
import { SharePracticeInput, WithdrawPracticeInput } from './practiceSharing.input';
import { sharePractice, withdrawPractice } from './practiceSharing.service';

@ObjectType({ implements: MutationPayload, description: 'A sharing of one’s own practice as it is after the change.' })
export class PracticeSharingPayload extends MutationPayload {
  @Field(() => PracticeSharing, { description: 'The sharing.' })
  sharing!: PracticeSharing;
}

/** One's own practice is nobody else's to share, so these go by who one is and not by role. */
export const practiceVerbs = [
  verb('sharePractice', {
    description: 'Let another member see how your own cycles keep to the method. Nobody can do this for you.',
    by: everyone,
    input: SharePracticeInput,
    gives: PracticeSharingPayload,
    does: sharePractice,
  }),
  verb('withdrawPractice', {
    description: 'End a sharing of your own practice.',
    by: everyone,
    input: WithdrawPracticeInput,
    gives: PracticeSharingPayload,
    does: withdrawPractice,
  }),
];
