import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, KeyColumn, MomentColumn, OptionalKeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { Marking } from '../sources/source.enums';
import { CommitteeRow, LinkRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description:
    'The papers of a meeting as they stood at a moment, sealed: anybody can recompute the hash by the recipe in docs/packs.md. Never changed; a later pack of the same meeting takes its place.',
})
@Entity('pack')
export class Pack extends CommitteeRow {
  @KeyColumn()
  meetingId!: string;

  @WholeColumn('Counts the packs of the committee in the order of their seals, from 1 without gaps.')
  number!: number;

  @MomentColumn('The moment that everything in it is as at.')
  asAt!: Date;

  @TextColumn('How it is made and hashed; the recipe of this name is in docs/packs.md.')
  format!: string;

  @ChoiceColumn(() => Marking, 'How it is to be handled: as the most sensitive source in it.')
  marking!: Marking;

  @OptionalKeyColumn()
  sinceId!: string | null;

  @WholeColumn('The number of the last event that it knows of.')
  headSeq!: number;

  @TextColumn('The hash of that event.')
  headHash!: string;

  @TextColumn('The SHA-256 of its canonical text in UTF-8, in hexadecimal.')
  sha256!: string;

  @KeyColumn()
  sealedById!: string;
}

/** What a pack says, kept apart from it so that the history of packs stays small; shown as fields of the pack. */
@Entity('pack_text')
export class PackText extends LinkRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  packId!: string;

  @Column('text')
  canonicalText!: string;
}
