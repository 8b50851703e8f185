import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  ChoicesColumn,
  DayColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalMomentColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { MeetingKind, MeetingStatus, Presence, MeetingDecisionKind } from './meeting.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'A subgroup of the committee, with what the committee has delegated to it.',
})
@Entity('subgroup')
export class Subgroup extends CommitteeRow {
  @TextColumn('Its name, for example "Quality assurance subgroup".')
  name!: string;

  @TextColumn('What it is there for.')
  remit!: string;

  @OptionalKeyColumn()
  chairId!: string | null;

  @ChoicesColumn(() => MeetingDecisionKind, 'What it may decide for the committee. It may always note, and let go on.')
  delegated!: MeetingDecisionKind[];

  @OptionalDayColumn('The day it was wound up.')
  endedOn!: string | null;
}

@ObjectType({ implements: CommitteeRow, description: 'A meeting of the committee or of one of its subgroups.' })
@Entity('meeting')
export class Meeting extends CommitteeRow {
  @OptionalKeyColumn()
  subgroupId!: string | null;

  @ChoiceColumn(() => MeetingKind, 'What kind of meeting it is.')
  kind!: MeetingKind;

  @DayColumn('The day it meets.')
  meetsOn!: string;

  @OptionalTextColumn('The time it begins, in Scotland, such as 14:00.')
  meetsAt!: string | null;

  @OptionalTextColumn('Where.')
  place!: string | null;

  @OptionalKeyColumn()
  chairId!: string | null;

  @ChoiceColumn(() => MeetingStatus, 'How far it has come.')
  status!: MeetingStatus;

  @OptionalTextColumn('Why it was cancelled.')
  statusReason!: string | null;

  @OptionalMomentColumn(
    'When it was recorded as held: the moment its agenda is of, also where that was days after it met. A query as at this moment shows everything as it stood then; `meetsOn` says when it met.',
  )
  heldAt!: Date | null;

  @OptionalDayColumn('The day its minutes were agreed.')
  minutesAgreedOn!: string | null;
}

@ObjectType({ implements: CommitteeRow, description: 'Whether a member, or somebody for an agency, was at a meeting.' })
@Entity('attendance')
export class Attendance extends CommitteeRow {
  @KeyColumn()
  meetingId!: string;

  @OptionalKeyColumn()
  memberId!: string | null;

  @OptionalKeyColumn()
  agencyId!: string | null;

  @ChoiceColumn(() => Presence, 'Whether they were there.')
  presence!: Presence;
}
