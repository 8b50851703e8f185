import { InputType } from 'type-graphql';
import { ChangeInput, LineInput, OptionalDayInput, OptionalIdInput, OptionalNarrativeInput } from '../api/inputFields';

@InputType({ description: 'The agreed response to a finding.' })
export class AgreeFindingResponseInput extends ChangeInput {
  @OptionalNarrativeInput('Why no action follows; needed when the finding has none.')
  noActionReason?: string | null;
}

@InputType({ description: 'A finding whose actions are all closed.' })
export class AddressFindingInput extends ChangeInput {}

@InputType({ description: 'The decision of a meeting that evidence shows a finding was answered.' })
export class AssureFindingInput extends ChangeInput {
  @OptionalIdInput('The meeting of the committee that decided.')
  meetingId?: string | null;

  @OptionalDayInput('The day of the meeting, where it was the only one of that day.')
  meetingOn?: string | null;

  @LineInput('Where the decision stands in the minutes.')
  minuteRef!: string;
}
