import { InputType } from 'type-graphql';
import { ChangeInput, DayInput, NarrativeInput, OptionalNarrativeInput } from '../api/inputFields';

@InputType({ description: 'A new due date to ask for; `id` and `version` are the action’s.' })
export class RequestRedateInput extends ChangeInput {
  @DayInput('The due date asked for.')
  dueOn!: string;

  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'A request for a new date that is refused.' })
export class RefuseRedateInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'A request for a new date that is no longer made.' })
export class WithdrawRedateInput extends ChangeInput {
  @OptionalNarrativeInput('Why.')
  reason?: string | null;
}
