import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { KeyColumn, NarrativeColumn, WholeColumn } from '../api/columns';
import { TieredRow } from '../store/row';

@ObjectType({
  implements: TieredRow,
  description: 'A series of PDSA cycles that test one change idea, each starting from what came before.',
})
@Entity('pdsa_ramp')
export class PdsaRamp extends TieredRow {
  @KeyColumn()
  changeIdeaId!: string;

  @WholeColumn('Its number among the ramps of the change idea, from 1.')
  number!: number;

  @NarrativeColumn('What this series of tests is about.')
  title!: string | null;
}
