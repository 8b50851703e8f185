import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  KeyColumn,
  OptionalChoiceColumn,
  OptionalKeyColumn,
  OptionalMomentColumn,
  OptionalTextColumn,
} from '../api/columns';
import { CommitteeRow, LinkRow } from '../store/row';
import { ErasureAsk, QuarantineReason, QuarantineStatus, WithheldReason } from './quarantine.enums';

@ObjectType({
  implements: CommitteeRow,
  description:
    'The decision of a privacy steward that nobody is to read a text: neither as it is nor as it was, nor where it is said again. Its history stays.',
})
@Entity('quarantine')
export class Quarantine extends CommitteeRow {
  @Column('text')
  kind!: string;

  @Column('uuid')
  rowId!: string;

  @Column('text')
  columnName!: string;

  @ChoiceColumn(() => QuarantineReason, 'Why.')
  reason!: QuarantineReason;

  @OptionalTextColumn('More about why, in words that say nothing of what the text says.')
  note!: string | null;

  @ChoiceColumn(() => QuarantineStatus, 'What has become of it.')
  status!: QuarantineStatus;

  @KeyColumn()
  withheldById!: string;

  @OptionalKeyColumn()
  releasedById!: string | null;

  @OptionalMomentColumn('When the text was released.')
  releasedAt!: Date | null;

  @OptionalTextColumn('Why it was released.')
  releaseNote!: string | null;

  @OptionalChoiceColumn(() => ErasureAsk, 'On what ground it is to be erased, or was.')
  erasureGround!: ErasureAsk | null;

  @OptionalTextColumn('More about that ground.')
  erasureNote!: string | null;

  @OptionalKeyColumn()
  erasureAskedById!: string | null;

  @OptionalKeyColumn()
  erasureId!: string | null;
}

/** A text that nobody reads. Access is settled by what holds now, so it has no history. */
@Entity('withheld_text')
export class WithheldText extends LinkRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('uuid')
  rowId!: string;

  @Column('text')
  columnName!: string;

  @Column('text')
  reason!: WithheldReason;

  @OptionalKeyColumn()
  quarantineId!: string | null;

  @OptionalKeyColumn()
  erasureId!: string | null;

  /** From then on another text stands in its place, and that one is shown. */
  @Column('timestamptz', { nullable: true })
  correctedAt!: Date | null;

  /** What a committee withholds of an idea that it shares is withheld from all. */
  static override visibleTo(alias: string, committee: string): string {
    return `(${LinkRow.visibleTo(alias, committee)} or ${alias}.kind in ('shared_idea', 'idea_uptake'))`;
  }
}
