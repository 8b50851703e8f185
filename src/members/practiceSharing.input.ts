import { InputType } from 'type-graphql';
import { ChangeInput, IdInput, MutationInput } from '../api/inputFields';

@InputType({ description: 'Whom you let see how your own cycles keep to the method.' })
export class SharePracticeInput extends MutationInput {
  @IdInput('The member who may see it from now on.')
  memberId!: string;
}

@InputType({ description: 'A sharing of your own practice that ends now; it stays on record.' })
export class WithdrawPracticeInput extends ChangeInput {}
