import { InputType } from 'type-graphql';
import { ChangeInput, ChoiceInput, MutationInput, OptionalChoiceInput, OptionalIdInput } from '../api/inputFields';
import { Visibility } from './visibility.enums';

/** What may be said of the tier of something that is recorded. */
@InputType()
export abstract class ClassifiedInput extends MutationInput {
  @OptionalChoiceInput(() => Visibility, 'Who may read its texts; COMMITTEE when not given.')
  visibility?: Visibility | null;

  @OptionalIdInput('The group it is restricted to; only with RESTRICTED, and you must be in it.')
  restrictedGroupId?: string | null;
}

@InputType({ description: 'A new tier for something on the thread. What is above it can make it stricter, never wider.' })
export class ClassifyInput extends ChangeInput {
  @ChoiceInput(() => Visibility, 'Who may read its texts from now on.')
  visibility!: Visibility;

  @OptionalIdInput('The group it is restricted to; only with RESTRICTED, and you must be in it.')
  restrictedGroupId?: string | null;
}
