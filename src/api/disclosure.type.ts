import { Field, ObjectType } from 'type-graphql';
import { suppressionReasons, type SuppressionReason as Reason } from '../disclosure/disclosed';
import type { LocalDate } from '../kernel/localDate';
import { describedEnum } from './describedEnum';
import { LocalDateScalar } from './scalars';

export const SuppressionReason = describedEnum('SuppressionReason', 'Why a number is not shown.', suppressionReasons);

@ObjectType({
  description:
    'Whether a number is shown to you. A number that is hidden is null with `suppressed: true`; it is never told as 0.',
})
export class Disclosure {
  @Field({ description: 'True when there is a number that is not shown to you.' })
  suppressed!: boolean;

  @Field(() => SuppressionReason, { nullable: true, description: 'Why it is not shown; null when it is.' })
  reason!: Reason | null;

  @Field(() => String, { nullable: true, description: 'The same as a sentence, to be printed in its place.' })
  sentence!: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day at whose end the number stood so, where it comes from a publication; null for a number of now.',
  })
  publishedOn!: LocalDate | null;
}

export const disclosure = (reason: Reason | null, publishedOn: LocalDate | null = null): Disclosure => ({
  suppressed: reason !== null,
  reason,
  sentence: reason && suppressionReasons[reason],
  publishedOn,
});
