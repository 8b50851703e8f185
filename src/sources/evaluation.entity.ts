import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { KeyColumn, OptionalKeyColumn, OptionalTextColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description: 'A grade that an inspection gave. Only what was graded is here: inspections grade few indicators.',
})
@Entity('evaluation')
export class Evaluation extends CommitteeRow {
  @KeyColumn()
  sourceId!: string;

  @OptionalKeyColumn()
  indicatorId!: string | null;

  @OptionalTextColumn('The heading as published, where no single indicator was named.')
  heading!: string | null;

  @WholeColumn('Grade on the six-point scale, from 6 (excellent) to 1 (unsatisfactory).')
  grade!: number;

  @TextColumn('The grade’s word as published; the words have changed over time.')
  gradeLabel!: string;

  @WholeColumn('How many indicators got this grade: 1, or more where a report gives only counts.')
  indicatorCount!: number;
}
