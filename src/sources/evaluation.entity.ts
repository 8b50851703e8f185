import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { KeyColumn, NarrativeColumn, OptionalKeyColumn, OptionalTextColumn, WholeColumn } from '../api/columns';
import { TieredRow } from '../store/row';

@ObjectType({
  implements: TieredRow,
  description: 'A grade that an inspection gave. Only what was graded is here: inspections grade few indicators.',
})
@Entity('evaluation')
export class Evaluation extends TieredRow {
  @KeyColumn()
  sourceId!: string;

  @OptionalKeyColumn()
  indicatorId!: string | null;

  @OptionalTextColumn('The heading as published, where no single indicator was named.')
  heading!: string | null;

  @WholeColumn('Grade on the six-point scale, from 6 (excellent) to 1 (unsatisfactory).')
  grade!: number;

  @NarrativeColumn('The grade’s word as published; the words have changed over time.')
  gradeLabel!: string | null;

  @WholeColumn('How many indicators got this grade: 1, or more where a report gives only counts.')
  indicatorCount!: number;
}
