import { ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, KeyColumn, NarrativeColumn, OptionalKeyColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { LinkRow } from '../store/row';
import { ClassifiedRow } from '../tiers/classified.entity';
import { FindingKind, FindingLevel, FindingPolarity, FindingStatus } from './finding.enums';

@ObjectType({
  implements: ClassifiedRow,
  description: 'An evidenced statement about how the system works. It needs no recommendation to be answered by an action.',
})
@Entity('finding')
export class Finding extends ClassifiedRow {
  @KeyColumn()
  sourceId!: string;

  @TextColumn('The committee’s reference, for example LR-2026-01/F3.')
  ref!: string;

  @ChoiceColumn(() => FindingKind, 'What the source calls it.')
  kind!: FindingKind;

  @ChoiceColumn(() => FindingPolarity, 'Whether it is a concern or a strength.')
  polarity!: FindingPolarity;

  @ChoiceColumn(() => FindingLevel, 'Whose gift the answer lies in.')
  level!: FindingLevel;

  @NarrativeColumn('What was found, as a pattern of the system and without anything that points at a person.')
  statement!: string | null;

  @OptionalTextColumn('Why it happens.')
  why!: string | null;

  @OptionalTextColumn('How far it reaches: how often, in how many places.')
  reach!: string | null;

  @ChoiceColumn(() => FindingStatus, 'How far the committee has come with it.')
  status!: FindingStatus;

  @OptionalTextColumn('Why it is in this state, where the state needs a reason.')
  statusReason!: string | null;

  @OptionalTextColumn('The forum it was taken to, when it lies outside the committee’s gift.')
  referredTo!: string | null;

  @OptionalTextColumn('Why no action follows, when the agreed response is none.')
  noActionReason!: string | null;

  @OptionalKeyColumn()
  primaryThemeId!: string | null;

  @OptionalKeyColumn()
  repeatOfId!: string | null;

  @OptionalKeyColumn()
  supersededById!: string | null;
}

@Entity('finding_theme')
export class FindingTheme extends LinkRow {
  @PrimaryColumn('uuid')
  findingId!: string;

  @PrimaryColumn('uuid')
  themeId!: string;
}

@Entity('finding_indicator')
export class FindingIndicator extends LinkRow {
  @PrimaryColumn('uuid')
  findingId!: string;

  @PrimaryColumn('uuid')
  indicatorId!: string;
}
