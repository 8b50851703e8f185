import { Field, Float, Int, ObjectType } from 'type-graphql';
import { AttributionVerdict, CautionCode, SignalMeaning } from './chart.enums';

@ObjectType({ description: 'The figures on one side of the beginning of a test.' })
export class AttributionStretch {
  @Field(() => Int, { description: 'How many figures there are that count.' })
  points!: number;

  @Field(() => Float, { nullable: true, description: 'Their median; null without figures.' })
  median!: number | null;
}

@ObjectType({ description: 'Something that speaks against putting a change down to a test.' })
export class AttributionCaution {
  @Field(() => CautionCode, { description: 'The caution by name.' })
  code!: CautionCode;

  @Field({ description: 'The caution as a sentence.' })
  sentence!: string;
}

@ObjectType({
  description:
    'What may be said of a measure before and after a test began: its figures are judged by the centre of those before it. Two averages that differ prove nothing.',
})
export class Attribution {
  @Field(() => AttributionVerdict, { description: 'Whether a change may be put down to the test.' })
  verdict!: AttributionVerdict;

  @Field(() => SignalMeaning, { nullable: true, description: 'Whether the change is for the better; null when there is none.' })
  meaning!: SignalMeaning | null;

  @Field(() => AttributionStretch, { description: 'The figures before the test.' })
  before!: AttributionStretch;

  @Field(() => AttributionStretch, { description: 'The figures since it began.' })
  after!: AttributionStretch;

  @Field(() => [AttributionCaution], { description: 'What speaks against it.' })
  cautions!: AttributionCaution[];

  /** Names the measure; shown as the field `measure`. */
  measureId!: string;
}
