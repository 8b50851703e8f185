import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { RatingLegend } from './ratingLegend.entity';
import { AgreeRatingLegendInput } from './ratingLegend.input';
import { ratingLegendPolicy } from './ratingLegend.policy';
import { agreeRatingLegend } from './ratingLegend.service';

@ObjectType({ implements: MutationPayload, description: 'The legend of the ratings as it is after the change.' })
export class RatingLegendPayload extends MutationPayload {
  @Field(() => RatingLegend, { description: 'The legend.' })
  legend!: RatingLegend;
}

export const ratingLegendVerbs = [
  verb('agreeRatingLegend', {
    description: 'Record what the committee has agreed about the colours of its ratings. Ratings follow from then on.',
    ...ratingLegendPolicy.agreeRatingLegend,
    on: RatingLegend,
    input: AgreeRatingLegendInput,
    gives: RatingLegendPayload,
    does: agreeRatingLegend,
  }),
];
