import { InputType } from 'type-graphql';
import { ChangeInput, ChoiceInput, IdInput, MutationInput, NarrativeInput, OptionalIdsInput } from '../api/inputFields';
import { DriverKind } from './driver.enums';

@InputType({ description: 'A driver to add to an aim.' })
export class AddDriverInput extends MutationInput {
  @IdInput('The aim it drives.')
  aimId!: string;

  @ChoiceInput(() => DriverKind, 'Whether it is a primary or a secondary driver.')
  kind!: DriverKind;

  @NarrativeInput('What has to be in place or to happen.')
  statement!: string;

  @OptionalIdsInput('For a secondary driver: the primary drivers of the same aim it works through, at least one.')
  parentDriverIds?: string[] | null;
}

@InputType({ description: 'A driver in other words, as the theory becomes clearer.' })
export class ReviseDriverInput extends ChangeInput {
  @NarrativeInput('What has to be in place or to happen.')
  statement!: string;

  @NarrativeInput('Why the theory changes.')
  reason!: string;
}

@InputType({ description: 'A driver that is no longer part of the theory; earlier versions keep it.' })
export class RetireDriverInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}
