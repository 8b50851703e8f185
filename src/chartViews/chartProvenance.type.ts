import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { RebaseSide } from '../measures/chart.enums';

@ObjectType({ description: 'A rule that was in force.' })
export class RuleInForce {
  @Field({ description: 'The rule by name.' })
  rule!: string;

  @Field({ description: 'What it asks, with its numbers.' })
  meaning!: string;
}

@ObjectType({ description: 'A number that a formula of the chart uses.' })
export class ChartConstant {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'Its value.' })
  value!: number;
}

@ObjectType({ description: 'The stretch that centre and limits of a phase were computed from.' })
export class ChartBaseline {
  @Field(() => Int, { description: 'The phase.' })
  phase!: number;

  @Field(() => String, { nullable: true, description: 'Its first period.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'Its last period.' })
  to!: string | null;

  @Field(() => Int, { description: 'How many values it holds.' })
  values!: number;
}

@ObjectType({ description: 'Run charts only: when a lasting run gave a new median.' })
export class ChartRebase {
  @Field(() => RebaseSide, { description: 'Runs on which side counted.' })
  side!: RebaseSide;

  @Field(() => Int, { description: 'The first median is that of so many points.' })
  baselinePoints!: number;

  @Field(() => Int, { description: 'How many useful points made a lasting run.' })
  runLength!: number;
}

@ObjectType({ description: 'A figure that was left out of centre, limits and rules.' })
export class ChartExclusion {
  @Field({ description: 'Its period.' })
  period!: string;

  @Field({ description: 'Why.' })
  reason!: string;
}

@ObjectType({
  description: 'Which state of the recorded figures a chart was computed from. Figures are only ever added to or revised.',
})
export class DataRevision {
  @Field(() => Int, { description: 'How many versions of figures the measure had: with the moment below it names the state.' })
  versions!: number;

  @Field(() => Date, { nullable: true, description: 'When the last of them was recorded; null without figures.' })
  recordedAt!: Date | null;
}

@ObjectType({ description: 'Everything needed to do an analysis again, and to question it.' })
export class ChartProvenance {
  @Field({ description: 'Version of the rule set; it rises whenever an answer could change.' })
  ruleSetVersion!: string;

  @Field({ description: 'Version of the chart formulas.' })
  methodVersion!: string;

  @Extensions({ listSize: 6 })
  @Field(() => [RuleInForce], { description: 'The rules that were in force.' })
  rules!: RuleInForce[];

  @Extensions({ listSize: 4 })
  @Field(() => [ChartConstant], { description: 'The constants used.' })
  constants!: ChartConstant[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether unusually large moving ranges were dropped before limits were computed; null where there are none.',
  })
  screensMovingRanges!: boolean | null;

  @Field(() => Float, { description: 'What ratios were multiplied by, at the very end.' })
  multiplier!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'A centre line that was given rather than computed, before the multiplier.',
  })
  givenCentreLine!: number | null;

  @Field(() => ChartRebase, { nullable: true, description: 'How lasting runs gave new medians; null where that was not in use.' })
  automaticRebase!: ChartRebase | null;

  @Field({ description: 'Whether lower limits below zero are drawn at zero when no value is.' })
  floorsLowerLimitAtZero!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only periods from this day on were used; null for all.' })
  fromOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Only periods up to this day were used; null for all.' })
  toOn!: LocalDate | null;

  @Extensions({ listSize: 3 })
  @Field(() => [ChartBaseline], { description: 'The baseline of each phase.' })
  baselines!: ChartBaseline[];

  @Field(() => Int, { description: 'Points present, not excluded and not on the centre, over all phases.' })
  usefulObservations!: number;

  @Extensions({ listSize: 3 })
  @Field(() => [ChartExclusion], { description: 'The figures left out, with the reasons.' })
  exclusions!: ChartExclusion[];

  @Field(() => [String], { description: 'The periods without a value between the first and the last that have one.' })
  gaps!: string[];

  @Field(() => [String], {
    description: 'The periods whose figures exist and are not shown to you: gaps to this chart, but not missing.',
  })
  suppressedPeriods!: string[];

  /** Names the measure; shown as the field `dataRevision`. */
  measureId!: string | null;
}
