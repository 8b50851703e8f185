import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Meeting, Subgroup } from './meeting.entity';
import {
  AgreeMinutesInput,
  CancelMeetingInput,
  PlanMeetingInput,
  RecordAttendanceInput,
  ReplanMeetingInput,
} from './meeting.input';
import { meetingPolicy, subgroupPolicy } from './meeting.policy';
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

const subgroupVerbs = [
  verb('formSubgroup', {
    description: 'Form a subgroup. Nothing is delegated to it yet.',
    ...subgroupPolicy.formSubgroup,
    input: FormSubgroupInput,
    gives: SubgroupPayload,
    does: formSubgroup,
  }),
  verb('reviseSubgroup', {
    description: 'Change the name, remit or chair of a subgroup.',
    ...subgroupPolicy.reviseSubgroup,
    on: Subgroup,
    input: ReviseSubgroupInput,
    gives: SubgroupPayload,
    does: reviseSubgroup,
  }),
  verb('delegateToSubgroup', {
    description: 'Say what a subgroup may decide for the committee from now on.',
    ...subgroupPolicy.delegateToSubgroup,
    on: Subgroup,
    input: DelegateToSubgroupInput,
    gives: SubgroupPayload,
    does: delegateToSubgroup,
  }),
  verb('windUpSubgroup', {
    description: 'Wind a subgroup up; what it decided stands.',
    ...subgroupPolicy.windUpSubgroup,
    on: Subgroup,
    input: WindUpSubgroupInput,
    gives: SubgroupPayload,
    does: windUpSubgroup,
  }),
];

export const meetingVerbs = [
  ...subgroupVerbs,
  verb('planMeeting', {
    description: 'Plan a meeting of the committee or a subgroup, or record one that was held before.',
    ...meetingPolicy.planMeeting,
    input: PlanMeetingInput,
    gives: MeetingPayload,
    does: planMeeting,
  }),
  verb('replanMeeting', {
    description: 'Change the day, time, place, kind or chair of a planned meeting.',
    ...meetingPolicy.replanMeeting,
    on: Meeting,
    input: ReplanMeetingInput,
    gives: MeetingPayload,
    does: replanMeeting,
  }),
  verb('cancelMeeting', {
    description: 'Cancel a planned meeting, with the reason.',
    ...meetingPolicy.cancelMeeting,
    on: Meeting,
    input: CancelMeetingInput,
    gives: MeetingPayload,
    does: cancelMeeting,
  }),
  verb('recordAttendance', {
    description: 'Record who was at a meeting and who sent apologies.',
    ...meetingPolicy.recordAttendance,
    on: Meeting,
    named: 'meetingId',
    input: RecordAttendanceInput,
    gives: MeetingPayload,
    does: recordAttendance,
  }),
  verb('agreeMinutes', {
    description: 'Record that the minutes of a meeting are agreed; no more decisions of it are recorded.',
    ...meetingPolicy.agreeMinutes,
    on: Meeting,
    input: AgreeMinutesInput,
    gives: MeetingPayload,
    does: agreeMinutes,
  }),
];
