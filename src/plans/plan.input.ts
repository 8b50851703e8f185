import { InputType } from 'type-graphql';
import {
  ChangeInput,
  DayInput,
  IdInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
  OptionalNarrativesInput,
} from '../api/inputFields';

@InputType({ description: 'A plan to draft.' })
export class DraftPlanInput extends MutationInput {
  @OptionalReferenceInput('Your reference; made up when not given.')
  ref?: string | null;

  @LineInput('Title.')
  title!: string;

  @DayInput('The first day of its period.')
  startsOn!: string;

  @DayInput('The last day of its period.')
  endsOn!: string;

  @OptionalNarrativesInput('The outcomes it works for, in order.')
  outcomes?: string[] | null;
}

@InputType({ description: 'Changes to a plan that is still open to change. What is left out stays.' })
export class RevisePlanInput extends ChangeInput {
  @OptionalLineInput('Title.')
  title?: string | null;

  @OptionalDayInput('The first day of its period.')
  startsOn?: string | null;

  @OptionalDayInput('The last day of its period.')
  endsOn?: string | null;
}

@InputType({ description: 'An outcome to add to a plan.' })
export class AddOutcomeInput extends MutationInput {
  @IdInput('The plan, which must be open to change.')
  planId!: string;

  @NarrativeInput('What will be different for children, families or staff.')
  statement!: string;
}

@InputType({ description: 'A plan to move on.' })
export class MovePlanInput extends ChangeInput {}

@InputType({ description: 'A decision on a plan.' })
export class DecideOnPlanInput extends ChangeInput {
  @OptionalNarrativeInput('Conditions or remarks.')
  reason?: string | null;
}

@InputType({ description: 'A plan to send back.' })
export class ReturnPlanInput extends ChangeInput {
  @NarrativeInput('What has to change.')
  reason!: string;
}
