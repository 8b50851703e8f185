import { Field, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import { ConfidenceBasis } from './action.enums';
import type { LegendColour } from './ratingLegend.entity';
import { RatingCategory, RatingColour, RatingReason } from './rating.enums';
import type { Rating } from './rating.rules';
import { ratingSentence } from './ratingSentence.rules';

@ObjectType({ description: 'How an action stands against one date, in a colour and in words. Computed; no mutation can set it.' })
export class RatingAgainstDate {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The date it is held against.' })
  dueOn!: string | null;

  @Field(() => RatingColour, { description: 'The colour.' })
  colour!: RatingColour;

  @Field({ description: 'What the committee writes beside the colour.' })
  label!: string;

  @Field({ description: 'What the colour means to the committee.' })
  text!: string;

  @Field(() => RatingReason, { description: 'The rule that gave the colour.' })
  reason!: RatingReason;

  @Field({ description: 'Why, as a sentence.' })
  sentence!: string;
}

@ObjectType({
  description:
    'How an action stands against the date in force and against its original date. What people expect is the confidence in their progress updates.',
})
export class ActionRating {
  @Field(() => LocalDateScalar, { description: 'The day for which it was worked out.' })
  asAtOn!: string;

  @Field(() => ConfidenceBasis, {
    description: 'NOW: by how things stand. FORECAST_TO_DUE_DATE: by what the record already says about the date.',
  })
  basis!: ConfidenceBasis;

  @Field(() => RatingAgainstDate, { description: 'Against the due date in force.' })
  now!: RatingAgainstDate;

  @Field(() => RatingAgainstDate, { description: 'Against the original due date, which no re-dating changes.' })
  againstOriginal!: RatingAgainstDate;

  @Field(() => RatingCategory, { description: 'What both say together.' })
  category!: RatingCategory;
}

export const shownRating = (rating: Rating, dueOn: string | null, { label, meaning }: LegendColour): RatingAgainstDate => ({
  ...{ dueOn, colour: rating.colour, reason: rating.reason, label, text: meaning },
  sentence: ratingSentence(rating),
});
