import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  DayInput,
  IdInput,
  LineInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalLineInput,
  OptionalNarrativeInput,
} from '../api/inputFields';
import { SustainMonthsInput } from '../committees/committeeSettings.input';
import { MeetingDecisionKind } from '../meetings/meeting.enums';

@InputType({
  description:
    'What a meeting decided; `id` and `version` are those of the action, finding, recommendation, cycle, measure or plan decided on.',
})
export class RecordDecisionInput extends ChangeInput {
  @IdInput('The meeting that decided. It must have been held.')
  meetingId!: string;

  @ChoiceInput(() => MeetingDecisionKind, 'What was decided.')
  kind!: MeetingDecisionKind;

  @LineInput('Where the decision stands in the minutes.')
  minuteRef!: string;

  @OptionalNarrativeInput(
    'Why. Needed for REQUEST_EVIDENCE, REVISE_DATE, ESCALATE_TO_COG (what is asked), REASSIGN, STOP and REOPEN.',
  )
  reason?: string | null;

  @OptionalDayInput('For REVISE_DATE: the new due date; the date asked for when a request waits and none is given.')
  dueOn?: string | null;

  @OptionalIdInput('For REASSIGN: the agency that leads from now on.')
  leadAgencyId?: string | null;

  @OptionalIdInput('For REASSIGN: the member who leads from now on.')
  leadMemberId?: string | null;

  @OptionalLineInput('For REASSIGN: the post that leads from now on.')
  leadRole?: string | null;

  @OptionalIdInput('For MERGE: the action or finding that goes on for both.')
  successorId?: string | null;

  @SustainMonthsInput('For ACCEPT_COMPLETION of an action: for how many months an improvement has to hold.')
  sustainMonths?: number | null;

  @OptionalIdInput('An earlier decision about the same thing that no longer stands.')
  supersedesId?: string | null;
}

@InputType({ description: 'The decision of a meeting that an action is done.' })
export class SignOffActionInput extends ChangeInput {
  @OptionalIdInput('The meeting that decided.')
  meetingId?: string | null;

  @OptionalDayInput('The day of the meeting, where it was the only one of that day that may sign off.')
  meetingOn?: string | null;

  @LineInput('Where the decision stands in the minutes.')
  minuteRef!: string;

  @SustainMonthsInput(
    'For how many months an improvement has to hold before it counts as sustained; what the committee has agreed when not given.',
  )
  sustainMonths?: number | null;
}

@InputType({ description: 'What the chief officers’ body decided.' })
export class AnswerEscalationInput extends ChangeInput {
  @NarrativeInput('What it decided.')
  text!: string;

  @DayInput('The day it decided.')
  answeredOn!: string;
}
