import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalMomentColumn,
  OptionalTextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { DisposalDecision, DisposalStatus } from './retention.enums';

@ObjectType({
  implements: CommitteeRow,
  description:
    'What was proposed for a record whose time was over, and what a second person decided. It is kept for good, as the certificate of what was done.',
})
@Entity('disposal')
export class Disposal extends CommitteeRow {
  @KeyColumn()
  ruleId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  rowId!: string;

  @DayColumn('When the time of the record began.')
  triggeredOn!: string;

  @DayColumn('When it was over.')
  dueOn!: string;

  @ChoiceColumn(() => DisposalDecision, 'What is to be done.')
  decision!: DisposalDecision;

  @OptionalDayColumn('Until when it is kept, where it is.')
  keepUntilOn!: string | null;

  @OptionalTextColumn('Why, or to which archive under which reference.')
  note!: string | null;

  @ChoiceColumn(() => DisposalStatus, 'How far it has come.')
  status!: DisposalStatus;

  @KeyColumn()
  proposedById!: string;

  @OptionalKeyColumn()
  decidedById!: string | null;

  @OptionalMomentColumn('When it was decided.')
  decidedAt!: Date | null;

  @OptionalKeyColumn()
  erasureId!: string | null;
}
