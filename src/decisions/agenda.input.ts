import { InputType } from 'type-graphql';
import { ChangeInput, IdInput, MutationInput, NarrativeInput, OptionalIdInput } from '../api/inputFields';

@InputType({ description: 'A meeting that was held.' })
export class HoldMeetingInput extends ChangeInput {
  @OptionalIdInput('The member who chaired it, if another than was planned.')
  chairId?: string | null;
}

@InputType({ description: 'Something to put on the agenda of a planned meeting.' })
export class AddAgendaItemInput extends MutationInput {
  @IdInput('The meeting.')
  meetingId!: string;

  @NarrativeInput('What is to be talked about, and why.')
  text!: string;

  @OptionalIdInput('What it is about, if it is something recorded here.')
  subjectId?: string | null;
}

@InputType({ description: 'Something to be taken at a later meeting. Give either what it is about or the item.' })
export class DeferAgendaItemInput extends MutationInput {
  @IdInput('The meeting on whose agenda it is.')
  meetingId!: string;

  @OptionalIdInput('What it is about.')
  subjectId?: string | null;

  @OptionalIdInput('The item, for one that is words only.')
  itemId?: string | null;

  @OptionalIdInput('The planned meeting that takes it; the next of the same body when not given.')
  toMeetingId?: string | null;

  @NarrativeInput('Why.')
  reason!: string;
}
