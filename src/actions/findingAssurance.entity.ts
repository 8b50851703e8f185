import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, KeyColumn, NarrativeColumn, WholeColumn } from '../api/columns';
import { TieredRow } from '../store/row';

@ObjectType({ implements: TieredRow, description: 'The decision of a meeting that evidence shows a finding was answered.' })
@Entity('finding_assurance')
export class FindingAssurance extends TieredRow {
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

  @NarrativeColumn('Where the decision stands in the minutes.')
  minuteRef!: string | null;
}
