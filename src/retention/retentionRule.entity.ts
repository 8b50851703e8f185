import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChoiceColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
import { Fate, RetentionTrigger } from './retention.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'How long a kind of record is kept: what its time begins with, how long it is, and what becomes of it then.',
})
@Entity('retention_rule')
export class RetentionRule extends CommitteeRow {
  @ChoiceColumn(() => RetentionTrigger, 'What the time begins with.')
  trigger!: RetentionTrigger;

  @WholeColumn('How many months it is.')
  periodMonths!: number;

  @ChoiceColumn(() => Fate, 'What becomes of the record then.')
  fate!: Fate;

  @TextColumn('The schedule this comes from.')
  authority!: string;
}
