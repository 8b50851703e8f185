import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, KeyColumn, NumberColumn, OptionalTextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description:
    'How far people say a project has come, on the scale from 0.5 to 5.0 of the Institute for Healthcare Improvement. A dated self-assessment, to be read beside what the data say; never computed.',
})
@Entity('progress_assessment')
export class ProgressAssessment extends CommitteeRow {
  @KeyColumn()
  aimId!: string;

  @KeyColumn()
  authorId!: string;

  @NumberColumn('The score, from 0.5 to 5.0 in steps of 0.5.')
  score!: number;

  @DayColumn('The day it describes.')
  assessedOn!: string;

  @OptionalTextColumn('What it rests on.')
  note!: string | null;
}
