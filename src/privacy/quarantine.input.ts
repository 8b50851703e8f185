import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  IdInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalNarrativeInput,
} from '../api/inputFields';
import { ErasureAsk, QuarantineReason } from './quarantine.enums';

@InputType({ description: 'Which text is to be withheld, and why.' })
export class QuarantineTextInput extends MutationInput {
  @IdInput('Whose text it is: the id of a finding, an action, a progress update or anything else that is recorded.')
  id!: string;

  @LineInput('The name of the field that holds the text, for example statement.')
  fieldName!: string;

  @ChoiceInput(() => QuarantineReason, 'Why.')
  reason!: QuarantineReason;

  @OptionalNarrativeInput('More about why, in words that say nothing of what the text says; needed for OTHER.')
  note?: string | null;
}

@InputType({ description: 'Which withheld text is shown again, and why.' })
export class ReleaseTextInput extends ChangeInput {
  @NarrativeInput('Why.')
  note!: string;
}

@InputType({ description: 'Which withheld text is to be erased, and on what ground.' })
export class AskErasureInput extends ChangeInput {
  @ChoiceInput(() => ErasureAsk, 'On what ground.')
  ground!: ErasureAsk;

  @OptionalNarrativeInput('More about that ground.')
  note?: string | null;
}

@InputType({ description: 'Which erasure is confirmed.' })
export class ConfirmErasureInput extends ChangeInput {}

@InputType({ description: 'Which erasure is declined; the text stays withheld.' })
export class DeclineErasureInput extends ChangeInput {}
