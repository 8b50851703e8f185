import { InputType } from 'type-graphql';
import {
  ChangeInput,
  DayInput,
  IdInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalNarrativeInput,
} from '../api/inputFields';

@InputType({ description: 'An action to move on.' })
export class MoveActionInput extends ChangeInput {}

@InputType({ description: 'An action to start.' })
export class StartActionInput extends ChangeInput {
  @OptionalDayInput('The day work started; today when not given.')
  startedOn?: string | null;
}

@InputType({ description: 'An action its lead says is done.' })
export class CompleteActionInput extends ChangeInput {
  @OptionalDayInput('The day it was done; today when not given.')
  completedOn?: string | null;
}

@InputType({ description: 'An action to put on hold.' })
export class HoldActionInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;

  @DayInput('When to look at it again.')
  reviewOn!: string;
}

@InputType({ description: 'An action to move on, with the reason.' })
export class MoveActionForReasonInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'An action that another one replaces.' })
export class SupersedeActionInput extends ChangeInput {
  @IdInput('The action that replaces it.')
  supersededById!: string;

  @OptionalNarrativeInput('Why.')
  reason?: string | null;
}

@InputType({ description: 'A new due date for an approved action.' })
export class RedateActionInput extends ChangeInput {
  @DayInput('The new due date.')
  dueOn!: string;

  @NarrativeInput('Why it changes.')
  reason!: string;

  @OptionalIdInput('The chair who approved it; needed unless a chair records it.')
  approvedById?: string | null;
}
