import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, KeyColumn, NarrativeColumn, OptionalKeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow, LinkRow, TieredRow } from '../store/row';
import { TheoryPartKind } from './theory.enums';

@ObjectType({
  implements: CommitteeRow,
  description:
    'The theory of an aim as it was thought on a day: its drivers and change ideas. Each change makes a new version; none is altered.',
})
@Entity('theory_version')
export class TheoryVersion extends CommitteeRow {
  @KeyColumn()
  aimId!: string;

  @WholeColumn('Counts the versions of the theory, from 1.')
  number!: number;

  @OptionalKeyColumn()
  authorId!: string | null;

  @TextColumn('What changed, and why.')
  reason!: string;
}

@ObjectType({
  implements: TieredRow,
  description: 'A driver or change idea in one version of a theory, in the words of then.',
})
@Entity('theory_part')
export class TheoryPart extends TieredRow {
  @KeyColumn()
  versionId!: string;

  @ChoiceColumn(() => TheoryPartKind, 'What it is.')
  kind!: TheoryPartKind;

  @OptionalKeyColumn()
  driverId!: string | null;

  @OptionalKeyColumn()
  changeIdeaId!: string | null;

  @WholeColumn('Its place among the parts of its kind, from 1.')
  position!: number;

  @NarrativeColumn('What was thought.')
  statement!: string | null;
}

@Entity('theory_link')
export class TheoryLink extends LinkRow {
  @Column('uuid')
  versionId!: string;

  @PrimaryColumn('uuid')
  parentPartId!: string;

  @PrimaryColumn('uuid')
  childPartId!: string;
}
