import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalNumberColumn,
  OptionalProtectedNumberColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description: 'What the committee is trying to accomplish: what, for whom, how much, by when.',
})
@Entity('aim')
export class Aim extends CommitteeRow {
  @TextColumn('The committee’s reference, for example AIM-2026-01.')
  ref!: string;

  @TextColumn('The aim in one sentence.')
  statement!: string;

  @OptionalTextColumn('For whom things are to get better.')
  population!: string | null;

  @OptionalTextColumn('The part of the system it is about: which area, teams or steps.')
  systemBoundary!: string | null;

  @OptionalProtectedNumberColumn()
  baselineValue!: number | null;

  @OptionalTextColumn('The period the baseline was taken from, in words.')
  baselinePeriod!: string | null;

  @OptionalNumberColumn('How much is aimed for.')
  targetValue!: number | null;

  @OptionalTextColumn('The unit of baseline and target, for example % or days.')
  unit!: string | null;

  @OptionalDayColumn('By when.')
  targetOn!: string | null;

  @OptionalKeyColumn()
  ownerMemberId!: string | null;
}
