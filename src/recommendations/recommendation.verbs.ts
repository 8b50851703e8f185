import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
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

@ObjectType({ implements: MutationPayload, description: 'A recommendation as it is after the change.' })
export class RecommendationPayload extends MutationPayload {
  @Field(() => Recommendation, { description: 'The recommendation.' })
  recommendation!: Recommendation;
}

const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];
const officers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const gives = RecommendationPayload;

export const recommendationVerbs = [
  verb('recordRecommendation', {
    description: 'Record what a source recommends.',
    by: officers,
    input: RecordRecommendationInput,
    gives,
    does: recordRecommendation,
  }),
  verb('respondToRecommendation', {
    description: 'Say for the committee whether a recommendation is accepted.',
    by: chairs,
    input: RespondToRecommendationInput,
    gives,
    does: respondToRecommendation,
  }),
  verb('startRecommendation', {
    description: 'Begin, or begin again, to carry out a recommendation.',
    by: [...chairs, ...officers, 'MEMBER'],
    input: MoveRecommendationInput,
    gives,
    does: startRecommendation,
  }),
  verb('holdRecommendation', {
    description: 'Put a recommendation on hold.',
    by: [...chairs, ...officers],
    input: MoveRecommendationForReasonInput,
    gives,
    does: holdRecommendation,
  }),
  verb('implementRecommendation', {
    description: 'Say that a recommendation has been carried out.',
    by: [...chairs, ...officers, 'MEMBER'],
    input: MoveRecommendationInput,
    gives,
    does: implementRecommendation,
  }),
  verb('closeRecommendation', {
    description: 'Close a recommendation that has been carried out.',
    by: chairs,
    input: MoveRecommendationInput,
    gives,
    does: closeRecommendation,
  }),
  verb('reopenRecommendation', {
    description: 'Open a recommendation again.',
    by: chairs,
    input: MoveRecommendationForReasonInput,
    gives,
    does: reopenRecommendation,
  }),
  verb('rateRecommendation', {
    description: 'Judge progress on a recommendation.',
    by: [...chairs, ...officers, 'MEMBER'],
    input: RateRecommendationInput,
    gives,
    does: rateRecommendation,
  }),
];
