import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { ChartKind, RuleSet } from '../measures/chart.enums';
import { DirectionOfGood } from '../measures/measure.enums';
import { AssuranceIcon, Side, SignalMeaning, SignalRule, VariationIcon } from './chart.enums';
import { ChartPoint } from './chartPoint.type';
import { ChartProvenance } from './chartProvenance.type';
import type { ChartView } from './chartView';
import { ChartWarning } from './chartWarning.type';

@ObjectType({ description: 'The kind of chart that suits how the figures are made.' })
export class ChartSuggestion {
  @Field(() => ChartKind, { description: 'The kind.' })
  kind!: ChartKind;

  @Field({ description: 'Why, in a sentence.' })
  reason!: string;
}

@ObjectType({ description: 'A stretch with its own centre and limits.' })
export class ChartPhase {
  @Field(() => Int, { description: 'Counts the phases, from 1.' })
  number!: number;

  @Field({ description: 'Its first period.' })
  from!: string;

  @Field({ description: 'Its last period.' })
  to!: string;

  @Field(() => Int, { description: 'How many points it has, missing ones included.' })
  points!: number;

  @Field(() => String, { nullable: true, description: 'Why it begins; null for the first.' })
  reason!: string | null;

  @Field(() => Float, { nullable: true, description: 'Its centre line; null where it differs from point to point.' })
  centre!: number | null;

  @Field(() => Int, { description: 'Points present, not excluded and not on the centre: those that count in runs.' })
  usefulObservations!: number;

  @Field(() => Int, { nullable: true, description: 'The longest run on one side of the centre.' })
  longestRun!: number | null;

  @Field(() => Int, { nullable: true, description: 'The longest run that chance would still give (Anhøj).' })
  longestRunExpected!: number | null;

  @Field(() => Int, { nullable: true, description: 'How often the centre is crossed.' })
  crossings!: number | null;

  @Field(() => Int, { nullable: true, description: 'The fewest crossings that chance would still give (Anhøj).' })
  fewestCrossingsExpected!: number | null;

  @Field(() => Int, { description: 'How many runs there are about the centre.' })
  runs!: number;

  @Field(() => Int, { nullable: true, description: 'The fewest runs that chance would still give; null outside the runs table.' })
  fewestRunsExpected!: number | null;

  @Field(() => Int, { nullable: true, description: 'The most runs that chance would still give; null outside the runs table.' })
  mostRunsExpected!: number | null;
}

@ObjectType({ description: 'One signal of a chart as a person would tell it.' })
export class ChartSignal {
  @Field(() => SignalRule, { description: 'The rule it comes from.' })
  rule!: SignalRule;

  @Field(() => Side, { nullable: true, description: 'On which side, or which way; null for one without a direction.' })
  side!: Side | null;

  @Field(() => SignalMeaning, { description: 'Whether it is for the better or for the worse.' })
  meaning!: SignalMeaning;

  @Field(() => Int, { description: 'The phase it lies in.' })
  phase!: number;

  @Field({ description: 'Its first period.' })
  from!: string;

  @Field({ description: 'Its last period.' })
  to!: string;

  @Field(() => Int, { description: 'How many points are part of it.' })
  points!: number;

  @Field({ description: 'True while no point that counts has come after it.' })
  isOngoing!: boolean;

  @Field({ description: 'The signal as a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'A PDSA cycle where it ran along the chart, found by the thread.' })
export class ChartCycle {
  @Field(() => LocalDateScalar, { description: 'The day it began.' })
  fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it ended; null while it runs.' })
  toOn!: LocalDate | null;

  @Field({ description: 'How people call it, for example 1a.' })
  label!: string;

  @Field({ description: 'What it tests, in a line.' })
  title!: string;

  /** Names the cycle; shown as the field `cycle`. */
  cycleId!: string;
}

@ObjectType({ description: 'Something that people noted on a chart.' })
export class ChartNote {
  @Field(() => LocalDateScalar, { description: 'The day it stands at.' })
  markedOn!: LocalDate;

  @Field({ description: 'What happened.' })
  text!: string;
}

@ObjectType({ description: 'A run chart or control chart: the points, what they mean, and all that is needed to do it again.' })
export class Chart {
  @Field({ description: 'What it shows.' })
  title!: string;

  @Field(() => ChartKind, { description: 'The kind of chart.' })
  kind!: ChartKind;

  @Field(() => ChartSuggestion, {
    nullable: true,
    description: 'The kind that suits the operational definition; null for a pasted series.',
  })
  suggestion!: ChartSuggestion | null;

  @Field(() => RuleSet, { description: 'The rules it is read by.' })
  ruleSet!: RuleSet;

  @Field(() => String, { nullable: true, description: 'The unit of the values.' })
  unit!: string | null;

  @Field(() => DirectionOfGood, { description: 'Which way is better.' })
  directionOfGood!: DirectionOfGood;

  @Field(() => Float, { nullable: true, description: 'The value aimed for, in the unit of the values, after the multiplier.' })
  target!: number | null;

  @Field({ description: 'The chart in one plain sentence.' })
  summary!: string;

  @Extensions({ listSize: 60 })
  @Field(() => [ChartPoint], {
    description: 'The points in the order of their periods. Beside the picture they are its data table.',
  })
  points!: ChartPoint[];

  @Extensions({ listSize: 3 })
  @Field(() => [ChartPhase], { description: 'The stretches with their own centre and limits.' })
  phases!: ChartPhase[];

  @Extensions({ listSize: 5 })
  @Field(() => [ChartSignal], { description: 'Every signal, the one that ends first coming first.' })
  signals!: ChartSignal[];

  @Field(() => VariationIcon, { nullable: true, description: 'The variation icon of Making Data Count; only with MDC_XMR.' })
  variationIcon!: VariationIcon | null;

  @Field(() => AssuranceIcon, {
    nullable: true,
    description: 'The assurance icon of Making Data Count; only with MDC_XMR and a target.',
  })
  assuranceIcon!: AssuranceIcon | null;

  @Extensions({ listSize: 3 })
  @Field(() => [ChartWarning], { description: 'What to know before reading it.' })
  warnings!: ChartWarning[];

  @Extensions({ listSize: 3 })
  @Field(() => [ChartNote], { description: 'What people noted on it by hand, within the periods shown; cycles need no note.' })
  notes!: readonly ChartNote[];

  @Field(() => ChartProvenance, { description: 'What it was computed from, and how.' })
  provenance!: ChartProvenance;

  /** What the picture, the cycles and the addresses are made from. */
  view!: ChartView;
}
