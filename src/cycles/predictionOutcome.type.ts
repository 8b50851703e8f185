import { Field, Float, ObjectType } from 'type-graphql';
import { Disclosure, disclosure } from '../api/disclosure.type';
import { PredictionVerdict } from './cycle.enums';
import { DataVerdictReason } from './planning.enums';
import type { OutcomeFound } from './predictionOutcome.reading';
import { dataVerdictSentences } from './predictionOutcome.rules';

@ObjectType({
  description:
    'What the data say became of a prediction. Computed, never set; what people say stands beside it, as its comparison.',
})
export class PredictionDataOutcome {
  @Field(() => PredictionVerdict, {
    description: 'Whether it came true, as far as data can tell. That it came true in part is for people to say.',
  })
  verdict!: PredictionVerdict;

  @Field(() => DataVerdictReason, { description: 'Why, by name.' })
  reason!: DataVerdictReason;

  @Field({ description: 'Why, as a sentence.' })
  sentence!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The last figure of the test by the day predicted; null while there is none, and where it is not shown to you.',
  })
  observedValue!: number | null;

  @Field(() => Disclosure, { description: 'Whether you are shown observedValue.' })
  disclosure!: Disclosure;

  @Field(() => Float, {
    nullable: true,
    description: 'The median of the figures shown to you for periods that ended before the test began; null without any.',
  })
  baseline!: number | null;
}

export const shownOutcome = ({
  verdict,
  reason,
  observedValue,
  hiddenBecause,
  baseline,
}: OutcomeFound): PredictionDataOutcome => ({
  verdict,
  reason,
  sentence: dataVerdictSentences[reason],
  observedValue,
  disclosure: disclosure(hiddenBecause),
  baseline,
});
