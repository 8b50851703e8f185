import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, KeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({ implements: CommitteeRow, description: 'The decision of a meeting that evidence shows a finding was answered.' })
@Entity('finding_assurance')
export class FindingAssurance extends CommitteeRow {
  @KeyColumn()
  findingId!: string;

  @KeyColumn()
  assuredById!: string;

  @KeyColumn()
  meetingId!: string;

  @WholeColumn('The version of the finding that was decided on.')
  findingVersion!: number;

  @DayColumn('The day of the meeting.')
  meetingOn!: string;

  @TextColumn('Where the decision stands in the minutes.')
  minuteRef!: string;
}
