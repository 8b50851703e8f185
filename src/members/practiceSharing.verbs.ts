import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { PracticeSharing } from './practiceSharing.entity';
import { SharePracticeInput, WithdrawPracticeInput } from './practiceSharing.input';
import { sharePractice, withdrawPractice } from './practiceSharing.service';
import { practicePolicy } from './member.policy';

@ObjectType({ implements: MutationPayload, description: 'A sharing of one’s own practice as it is after the change.' })
export class PracticeSharingPayload extends MutationPayload {
  @Field(() => PracticeSharing, { description: 'The sharing.' })
  sharing!: PracticeSharing;
}

export const practiceVerbs = [
  verb('sharePractice', {
    description: 'Let another member see how your own cycles keep to the method. Nobody can do this for you.',
    ...practicePolicy.sharePractice,
    input: SharePracticeInput,
    gives: PracticeSharingPayload,
    does: sharePractice,
  }),
  verb('withdrawPractice', {
    description: 'End a sharing of your own practice.',
    ...practicePolicy.withdrawPractice,
    on: PracticeSharing,
    input: WithdrawPracticeInput,
    gives: PracticeSharingPayload,
    does: withdrawPractice,
  }),
];
