import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  IdInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalIdsInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
} from '../api/inputFields';
import { RecommendationAnswer, RecommendationProgress, RecommendationScope } from './recommendation.enums';

@InputType({ description: 'A recommendation to record.' })
export class RecordRecommendationInput extends MutationInput {
  @IdInput('The source that makes it.')
  sourceId!: string;

  @OptionalIdsInput('The findings it answers; they may come from other sources too.')
  findingIds?: string[] | null;

  @OptionalReferenceInput('Your reference; made up from the source’s when not given, for example JI-2022-01/R2.')
  ref?: string | null;

  @OptionalLineInput('The number or letter it has in the report.')
  publishedRef?: string | null;

  @NarrativeInput('What should change.')
  text!: string;

  @OptionalLineInput('Whom it is addressed to.')
  addressee?: string | null;

  @OptionalIdInput('The agency it is addressed to, when it is for that one alone; its member can then answer for it.')
  addresseeAgencyId?: string | null;

  @OptionalChoiceInput(() => RecommendationScope, 'Whom it is for; MULTI_AGENCY when not given.')
  scope?: RecommendationScope | null;
}

@InputType({ description: 'The committee’s answer to a recommendation.' })
export class RespondToRecommendationInput extends ChangeInput {
  @ChoiceInput(() => RecommendationAnswer, 'What the committee says.')
  answer!: RecommendationAnswer;

  @OptionalNarrativeInput('Why; needed unless it is accepted in full.')
  reason?: string | null;
}

@InputType({ description: 'A recommendation to move on.' })
export class MoveRecommendationInput extends ChangeInput {}

@InputType({ description: 'A recommendation to move on, with the reason.' })
export class MoveRecommendationForReasonInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'A judgement of progress on a recommendation.' })
export class RateRecommendationInput extends ChangeInput {
  @ChoiceInput(() => RecommendationProgress, 'How far it has come.')
  progress!: RecommendationProgress;

  @OptionalDayInput('The day of the judgement; today when not given.')
  ratedOn?: string | null;
}
