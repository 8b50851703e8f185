import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { KeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description: 'A series of PDSA cycles that test one change idea, each starting from what came before.',
})
@Entity('pdsa_ramp')
export class PdsaRamp extends CommitteeRow {
  @KeyColumn()
  changeIdeaId!: string;

  @WholeColumn('Its number among the ramps of the change idea, from 1.')
  number!: number;

  @TextColumn('What this series of tests is about.')
  title!: string;
}
