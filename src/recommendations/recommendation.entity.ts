import { ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  KeyColumn,
  NarrativeColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { LinkRow, TieredRow } from '../store/row';
import { RecommendationProgress, RecommendationScope, RecommendationStatus } from './recommendation.enums';

@ObjectType({
  implements: TieredRow,
  description: 'What a source says should change, addressed to someone. Findings need none.',
})
@Entity('recommendation')
export class Recommendation extends TieredRow {
  @KeyColumn()
  sourceId!: string;

  @TextColumn('The committee’s reference, for example JI-2022-01/R2.')
  ref!: string;

  @OptionalTextColumn('The number or letter it has in the report.')
  publishedRef!: string | null;

  @NarrativeColumn('What should change.')
  text!: string | null;

  @OptionalTextColumn('Whom it is addressed to.')
  addressee!: string | null;

  @OptionalKeyColumn()
  addresseeAgencyId!: string | null;

  @ChoiceColumn(() => RecommendationScope, 'Whom it is for.')
  scope!: RecommendationScope;

  @ChoiceColumn(() => RecommendationStatus, 'How far it has come.')
  status!: RecommendationStatus;

  @OptionalTextColumn('Why it is in this state, where the state needs a reason.')
  statusReason!: string | null;

  @OptionalTextColumn('Why the committee answered as it did.')
  responseReason!: string | null;

  @OptionalDayColumn('The day the committee answered.')
  respondedOn!: string | null;

  @OptionalChoiceColumn(() => RecommendationProgress, 'Progress as last judged.')
  progress!: RecommendationProgress | null;

  @OptionalDayColumn('The day progress was last judged.')
  progressRatedOn!: string | null;
}

@Entity('recommendation_finding')
export class RecommendationFinding extends LinkRow {
  @PrimaryColumn('uuid')
  recommendationId!: string;

  @PrimaryColumn('uuid')
  findingId!: string;
}
