import { Matches } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  DayInput,
  IdInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalLineInput,
  PartsInput,
} from '../api/inputFields';
import { MeetingKind, Presence } from './meeting.enums';

const TimeOfDay = (): PropertyDecorator =>
  Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { message: 'must be a time of day such as 14:00' });

@InputType({ description: 'A meeting to plan, or one that was held before it was recorded here.' })
export class PlanMeetingInput extends MutationInput {
  @OptionalIdInput('The subgroup that meets; the committee when not given.')
  subgroupId?: string | null;

  @OptionalChoiceInput(() => MeetingKind, 'What kind of meeting it is; ORDINARY when not given.')
  kind?: MeetingKind | null;

  @DayInput('The day it meets.')
  meetsOn!: string;

  @TimeOfDay()
  @OptionalLineInput('The time it begins, in Scotland, such as 14:00.')
  meetsAt?: string | null;

  @OptionalLineInput('Where.')
  place?: string | null;

  @OptionalIdInput('The member who chairs it; the chair of the subgroup or you, if you are a chair, when not given.')
  chairId?: string | null;
}

@InputType({ description: 'Changes to a planned meeting. What is left out stays.' })
export class ReplanMeetingInput extends ChangeInput {
  @OptionalChoiceInput(() => MeetingKind, 'What kind of meeting it is.')
  kind?: MeetingKind | null;

  @OptionalDayInput('The day it meets.')
  meetsOn?: string | null;

  @TimeOfDay()
  @OptionalLineInput('The time it begins, in Scotland, such as 14:00.')
  meetsAt?: string | null;

  @OptionalLineInput('Where.')
  place?: string | null;

  @OptionalIdInput('The member who chairs it.')
  chairId?: string | null;
}

@InputType({ description: 'A planned meeting that will not be held.' })
export class CancelMeetingInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'A meeting whose minutes are agreed.' })
export class AgreeMinutesInput extends ChangeInput {
  @OptionalDayInput('The day they were agreed; today when not given.')
  agreedOn?: string | null;
}

@InputType({ description: 'Whether somebody was at a meeting: a member, or somebody for an agency.' })
export class AttendanceInput {
  @OptionalIdInput('The member.')
  memberId?: string | null;

  @OptionalIdInput('The agency they came for; the member’s own when not given.')
  agencyId?: string | null;

  @ChoiceInput(() => Presence, 'Whether they were there.')
  presence!: Presence;
}

@InputType({ description: 'Who was at a meeting. Whoever is named again is put right.' })
export class RecordAttendanceInput extends MutationInput {
  @IdInput('The meeting.')
  meetingId!: string;

  @PartsInput(() => AttendanceInput, 'Who was there, and who was not.')
  people!: AttendanceInput[];
}
