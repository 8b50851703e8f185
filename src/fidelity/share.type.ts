import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Percentage } from './ratio.rules';

@ObjectType({ description: 'A part of a whole, with both counts. A whole of nothing has no percentage, and least of all 0.' })
export class CountedShare {
  @Field(() => Int, { description: 'How many are so.' })
  numerator!: number;

  @Field(() => Int, { description: 'Out of how many.' })
  denominator!: number;

  @Field(() => Float, { nullable: true, description: 'Numerator out of denominator, to one decimal; null when not applicable.' })
  percentage!: number | null;

  @Field({ description: 'False when there is nothing to count: then the question does not apply.' })
  isApplicable!: boolean;
}

interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  readonly percentage: Percentage;
}

export const shownShare = ({ numerator, denominator, percentage }: Counted): CountedShare => ({
  numerator,
  denominator,
  percentage: percentage === 'NOT_APPLICABLE' ? null : percentage,
  isApplicable: percentage !== 'NOT_APPLICABLE',
});
