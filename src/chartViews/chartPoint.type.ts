import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import { Disclosure } from '../api/disclosure.type';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { DataPointStatus } from '../measures/dataPoint.enums';
import { PointPosition, PointType, Side, SignalMeaning, SignalRule } from './chart.enums';

@ObjectType({ description: 'That a point is part of the pattern of a rule. Each rule answers for itself.' })
export class PointSignal {
  @Field(() => SignalRule, { description: 'The rule.' })
  rule!: SignalRule;

  @Field(() => Side, { nullable: true, description: 'On which side, or which way; null for a rule without a direction.' })
  side!: Side | null;

  @Field(() => SignalMeaning, { description: 'Whether that is for the better or for the worse.' })
  meaning!: SignalMeaning;
}

@ObjectType({ description: 'What NHSRplotthedots says of a point; only with the rule set MDC_XMR.' })
export class MakingDataCountPoint {
  @Field({ description: 'The one label of the point, in the words of Making Data Count.' })
  label!: string;

  @Field(() => PointType, { description: 'What the point is.' })
  pointType!: PointType;
}

@ObjectType({ description: 'One period on a chart. A missing one has no value and no signal: it is neither zero nor skipped.' })
export class ChartPoint {
  @Field({ description: 'The period as given: the first day of it, or a number.' })
  period!: string;

  @Field({ description: 'The period as people say it, for example Mar 2026.' })
  label!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of the period; null for a series without dates.' })
  periodStartsOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the period; null for a series without dates.' })
  periodEndsOn!: LocalDate | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What is plotted; null for a missing period, and where it is not shown to you.',
  })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'What was counted.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Out of what.' })
  denominator!: number | null;

  @Field(() => Disclosure, {
    description:
      'Whether you are shown value, numerator and denominator. A hidden point is a gap for lines, limits, signals and summary.',
  })
  disclosure!: Disclosure;

  @Field(() => Int, { nullable: true, description: 'How many readings the subgroup holds; X-bar and S charts only.' })
  subgroupSize!: number | null;

  @Field(() => String, { nullable: true, description: 'Why there is no value, where that is known.' })
  missingReason!: string | null;

  @Field(() => DataPointStatus, {
    nullable: true,
    description: 'How far the figure can be relied on; null where nothing is stored.',
  })
  status!: DataPointStatus | null;

  @Field(() => Int, { description: 'The phase it belongs to, from 1.' })
  phase!: number;

  @Field({ description: 'Whether centre and limits are computed from it.' })
  isInBaseline!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is left out of centre, limits and rules; null when it is not.' })
  excludedBecause!: string | null;

  @Field(() => PointPosition, { nullable: true, description: 'Where it lies from the centre; null when missing or excluded.' })
  position!: PointPosition | null;

  @Field(() => Float, { nullable: true, description: 'The centre line here.' })
  centre!: number | null;

  @Field(() => Float, { nullable: true, description: 'One sigma here; null where the scale has none.' })
  sigma!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower control limit (3 sigma).' })
  lowerLimit!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper control limit (3 sigma).' })
  upperLimit!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower border of the outer third (2 sigma).' })
  lowerTwoSigma!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper border of the outer third (2 sigma).' })
  upperTwoSigma!: number | null;

  @Field(() => Float, { nullable: true, description: 'The lower border of the inner third (1 sigma).' })
  lowerOneSigma!: number | null;

  @Field(() => Float, { nullable: true, description: 'The upper border of the inner third (1 sigma).' })
  upperOneSigma!: number | null;

  @Extensions({ listSize: 2 })
  @Field(() => [PointSignal], { description: 'The rules it is part of a pattern of.' })
  signals!: PointSignal[];

  @Field(() => MakingDataCountPoint, { nullable: true, description: 'Its label in Making Data Count; null for other rule sets.' })
  makingDataCount!: MakingDataCountPoint | null;

  /** Names the stored figure; shown as the field `dataPoint`. */
  dataPointId!: string | null;
}
