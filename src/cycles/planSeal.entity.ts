import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { KeyColumn, ProtectedTextColumn, TextColumn } from '../api/columns';
import { TieredRow } from '../store/row';
import { Withholdable } from '../store/standing';

@ObjectType({
  implements: TieredRow,
  description:
    'The seal of a plan and its predictions, made when Do started: recordedAt is the time of it, by the clock of the service. Anyone can recompute the hash by the recipe.',
})
@Entity('plan_seal')
export class PlanSeal extends TieredRow {
  @KeyColumn()
  cycleId!: string;

  @TextColumn('How the text was made; the recipe of this name is in the README, and in examples/verifySeal.mjs.')
  recipe!: string;

  @Withholdable()
  @ProtectedTextColumn()
  canonicalText!: string | null;

  @ProtectedTextColumn()
  sha256!: string;
}
