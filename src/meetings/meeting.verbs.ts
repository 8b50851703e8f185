import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
import { MutationPayload, verb } from '../api/verbs';
import { Meeting, Subgroup } from './meeting.entity';
import {
  AgreeMinutesInput,
  CancelMeetingInput,
  PlanMeetingInput,
  RecordAttendanceInput,
  ReplanMeetingInput,
} from './meeting.input';
import { agreeMinutes, cancelMeeting, planMeeting, recordAttendance, replanMeeting } from './meeting.service';
import { DelegateToSubgroupInput, FormSubgroupInput, ReviseSubgroupInput, WindUpSubgroupInput } from './subgroup.input';
import { delegateToSubgroup, formSubgroup, reviseSubgroup, windUpSubgroup } from './subgroup.service';

@ObjectType({ implements: MutationPayload, description: 'A meeting as it is after the change.' })
export class MeetingPayload extends MutationPayload {
  @Field(() => Meeting, { description: 'The meeting.' })
  meeting!: Meeting;
}

@ObjectType({ implements: MutationPayload, description: 'A subgroup as it is after the change.' })
export class SubgroupPayload extends MutationPayload {
  @Field(() => Subgroup, { description: 'The subgroup.' })
  subgroup!: Subgroup;
}

/** Who plans meetings and keeps their record; the chair of a subgroup does so for their own. */
export const keepers: readonly Role[] = ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'SUBGROUP_CHAIR'];

const subgroupVerbs = [
  verb('formSubgroup', {
    description: 'Form a subgroup. Nothing is delegated to it yet.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER'],
    input: FormSubgroupInput,
    gives: SubgroupPayload,
    does: formSubgroup,
  }),
  verb('reviseSubgroup', {
    description: 'Change the name, remit or chair of a subgroup.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER'],
    input: ReviseSubgroupInput,
    gives: SubgroupPayload,
    does: reviseSubgroup,
  }),
  verb('delegateToSubgroup', {
    description: 'Say what a subgroup may decide for the committee from now on.',
    by: ['CHAIR', 'VICE_CHAIR'],
    input: DelegateToSubgroupInput,
    gives: SubgroupPayload,
    does: delegateToSubgroup,
  }),
  verb('windUpSubgroup', {
    description: 'Wind a subgroup up; what it decided stands.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER'],
    input: WindUpSubgroupInput,
    gives: SubgroupPayload,
    does: windUpSubgroup,
  }),
];

export const meetingVerbs = [
  ...subgroupVerbs,
  verb('planMeeting', {
    description: 'Plan a meeting of the committee or a subgroup, or record one that was held before.',
    by: keepers,
    input: PlanMeetingInput,
    gives: MeetingPayload,
    does: planMeeting,
  }),
  verb('replanMeeting', {
    description: 'Change the day, time, place, kind or chair of a planned meeting.',
    by: keepers,
    input: ReplanMeetingInput,
    gives: MeetingPayload,
    does: replanMeeting,
  }),
  verb('cancelMeeting', {
    description: 'Cancel a planned meeting, with the reason.',
    by: keepers,
    input: CancelMeetingInput,
    gives: MeetingPayload,
    does: cancelMeeting,
  }),
  verb('recordAttendance', {
    description: 'Record who was at a meeting and who sent apologies.',
    by: keepers,
    input: RecordAttendanceInput,
    gives: MeetingPayload,
    does: recordAttendance,
  }),
  verb('agreeMinutes', {
    description: 'Record that the minutes of a meeting are agreed; no more decisions of it are recorded.',
    by: keepers,
    input: AgreeMinutesInput,
    gives: MeetingPayload,
    does: agreeMinutes,
  }),
];
