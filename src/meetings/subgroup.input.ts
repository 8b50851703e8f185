import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoicesInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalLineInput,
  OptionalNarrativeInput,
} from '../api/inputFields';
import { MeetingDecisionKind } from './meeting.enums';

@InputType({ description: 'A subgroup to form.' })
export class FormSubgroupInput extends MutationInput {
  @LineInput('Its name.')
  name!: string;

  @NarrativeInput('What it is there for.')
  remit!: string;

  @OptionalIdInput('The member who chairs it.')
  chairId?: string | null;
}

@InputType({ description: 'Changes to a subgroup. What is left out stays.' })
export class ReviseSubgroupInput extends ChangeInput {
  @OptionalLineInput('Its name.')
  name?: string | null;

  @OptionalNarrativeInput('What it is there for.')
  remit?: string | null;

  @OptionalIdInput('The member who chairs it.')
  chairId?: string | null;
}

@InputType({ description: 'What a committee delegates to a subgroup from now on.' })
export class DelegateToSubgroupInput extends ChangeInput {
  @ChoicesInput(() => MeetingDecisionKind, 'All it may decide; nothing when empty or not given.')
  delegated?: MeetingDecisionKind[] | null;
}

@InputType({ description: 'A subgroup that has done its work.' })
export class WindUpSubgroupInput extends ChangeInput {
  @OptionalDayInput('Its last day; today when not given.')
  endedOn?: string | null;
}
