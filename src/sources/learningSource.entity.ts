import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  NarrativeColumn,
  OptionalDayColumn,
  OptionalTextColumn,
  OptionalWholeColumn,
  TextColumn,
} from '../api/columns';
import { ClassifiedRow } from '../tiers/classified.entity';
import { Marking, SourceKind, SourceStatus } from './source.enums';

@ObjectType({
  implements: ClassifiedRow,
  description: 'A review, inspection, audit, survey or other source that produced findings. It never holds the case itself.',
})
@Entity('learning_source')
export class LearningSource extends ClassifiedRow {
  @TextColumn('The committee’s reference, for example LR-2026-01.')
  ref!: string;

  @ChoiceColumn(() => SourceKind, 'What kind of source it is.')
  kind!: SourceKind;

  @NarrativeColumn('Title, without anything that points at a child or family.')
  title!: string | null;

  @ChoiceColumn(() => SourceStatus, 'How far it has come.')
  status!: SourceStatus;

  @OptionalTextColumn('Why it is in this state, where the state needs a reason.')
  statusReason!: string | null;

  @OptionalTextColumn('Who carried it out or published it.')
  publisher!: string | null;

  @OptionalTextColumn('The period it looks at, as published.')
  periodCovered!: string | null;

  @OptionalWholeColumn('The year it was published or reported.')
  publishedYear!: number | null;

  @OptionalDayColumn('The day it was published. Never kept for reviews of cases, which are dated by year only.')
  publishedOn!: string | null;

  @ChoiceColumn(() => Marking, 'How it must be handled.')
  marking!: Marking;

  @OptionalTextColumn('Where the published report is.')
  url!: string | null;

  @OptionalTextColumn('The licence and attribution of published material.')
  attribution!: string | null;
}
