import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Recommendation } from './recommendation.entity';
import {
  MoveRecommendationForReasonInput,
  MoveRecommendationInput,
  RateRecommendationInput,
  RecordRecommendationInput,
  RespondToRecommendationInput,
} from './recommendation.input';
import {
  closeRecommendation,
  holdRecommendation,
  implementRecommendation,
  rateRecommendation,
  recordRecommendation,
  reopenRecommendation,
  respondToRecommendation,
  startRecommendation,
} from './recommendation.service';
import { recommendationPolicy } from './recommendation.policy';

@ObjectType({ implements: MutationPayload, description: 'A recommendation as it is after the change.' })
export class RecommendationPayload extends MutationPayload {
  @Field(() => Recommendation, { description: 'The recommendation.' })
  recommendation!: Recommendation;
}

const gives = RecommendationPayload;

export const recommendationVerbs = [
  verb('recordRecommendation', {
    description: 'Record what a source recommends.',
    ...recommendationPolicy.recordRecommendation,
    input: RecordRecommendationInput,
    gives,
    does: recordRecommendation,
  }),
  verb('respondToRecommendation', {
    description: 'Say for the committee whether a recommendation is accepted.',
    ...recommendationPolicy.respondToRecommendation,
    on: Recommendation,
    input: RespondToRecommendationInput,
    gives,
    does: respondToRecommendation,
  }),
  verb('startRecommendation', {
    description: 'Begin, or begin again, to carry out a recommendation.',
    ...recommendationPolicy.startRecommendation,
    on: Recommendation,
    input: MoveRecommendationInput,
    gives,
    does: startRecommendation,
  }),
  verb('holdRecommendation', {
    description: 'Put a recommendation on hold.',
    ...recommendationPolicy.holdRecommendation,
    on: Recommendation,
    input: MoveRecommendationForReasonInput,
    gives,
    does: holdRecommendation,
  }),
  verb('implementRecommendation', {
    description: 'Say that a recommendation has been carried out.',
    ...recommendationPolicy.implementRecommendation,
    on: Recommendation,
    input: MoveRecommendationInput,
    gives,
    does: implementRecommendation,
  }),
  verb('closeRecommendation', {
    description: 'Close a recommendation that has been carried out.',
    ...recommendationPolicy.closeRecommendation,
    on: Recommendation,
    input: MoveRecommendationInput,
    gives,
    does: closeRecommendation,
  }),
  verb('reopenRecommendation', {
    description: 'Open a recommendation again.',
    ...recommendationPolicy.reopenRecommendation,
    on: Recommendation,
    input: MoveRecommendationForReasonInput,
    gives,
    does: reopenRecommendation,
  }),
  verb('rateRecommendation', {
    description: 'Judge progress on a recommendation.',
    ...recommendationPolicy.rateRecommendation,
    on: Recommendation,
    input: RateRecommendationInput,
    gives,
    does: rateRecommendation,
  }),
];
