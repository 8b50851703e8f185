import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, KeyColumn, OptionalTextColumn } from '../api/columns';
import { CommitteeRow, LinkRow } from '../store/row';
import { ErasureGround } from './quarantine.enums';

@ObjectType({
  implements: CommitteeRow,
  description:
    'That texts were erased for good: who asked, who confirmed, on what ground and which. It is never changed or removed.',
})
@Entity('erasure')
export class Erasure extends CommitteeRow {
  @ChoiceColumn(() => ErasureGround, 'On what ground.')
  ground!: ErasureGround;

  @OptionalTextColumn('More about that ground.')
  note!: string | null;

  @KeyColumn()
  askedById!: string;

  @KeyColumn()
  confirmedById!: string;
}

@ObjectType({ implements: CommitteeRow, description: 'The texts of one row that were erased.' })
@Entity('erased_text')
export class ErasedText extends CommitteeRow {
  @KeyColumn()
  erasureId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  rowId!: string;

  @Column('text', { array: true })
  columns!: string[];
}

/** The hash of what was left of a change whose words were erased; only the check of the history reads it. */
@Entity('erased_change')
export class ErasedChange extends LinkRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid')
  erasureId!: string;

  @Column('uuid')
  changeId!: string;

  @Column('text')
  keptHash!: string;

  /** How many times this change has lost words, this time included: the check goes by the last. */
  @Column('int', { default: 1 })
  number!: number;
}
