import { Extensions, Field, Float, Int, ObjectType } from 'type-graphql';
import { Calibration } from './calibration.type';
import { FidelityCode, FidelityUnit, LeftOutReason, PublishedCode } from './fidelity.enums';
import type { LeftOut } from './ratio.rules';

@ObjectType({ description: 'A cycle or ramp that does not count towards a criterion, with the reason.' })
export class FidelityLeftOut {
  @Field(() => LeftOutReason, { description: 'The reason by name.' })
  reason!: LeftOutReason;

  @Field({ description: 'The reason as a sentence.' })
  sentence!: string;

  /** Of a cycle or a ramp, as `unit` says; shown as the fields `cycle` and `ramp`. */
  subjectId!: string;
  unit!: FidelityUnit;
}

@ObjectType({ description: 'How many days something took. Long or short is good or bad according to nobody but the reader.' })
export class DayCount {
  @Field(() => Float, { nullable: true, description: 'The median; null when nothing was counted.' })
  median!: number | null;

  @Field(() => Int, { description: 'How many cycles were counted.' })
  count!: number;
}

@ObjectType({ description: 'How many days the cycles of one ramp took.' })
export class RampDayCount extends DayCount {
  /** Shown as the field `ramp`. */
  rampId!: string;
}

@ObjectType({ description: 'Days counted over all cycles, and for each ramp.' })
export class FidelityDays extends DayCount {
  @Field(() => [RampDayCount], { description: 'For each ramp in which a cycle was counted.' })
  byRamp!: RampDayCount[];
}

@ObjectType({
  description: 'One criterion with its counts. Where there is nothing to count it does not apply, and that is not 0.',
})
export class FidelityCriterion {
  @Field(() => FidelityCode, { description: 'The criterion: F1 to F22.' })
  code!: FidelityCode;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'What it asks of the record.' })
  question!: string;

  @Field(() => FidelityUnit, { description: 'What it counts.' })
  unit!: FidelityUnit;

  @Field({ description: 'False when there is nothing to count: then the criterion does not apply.' })
  isApplicable!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many keep to it; null for F13, F21 and F22, which count no share.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Out of how many; null for F13, F21 and F22.' })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: 'To one decimal; null when not applicable, and for F13, F21 and F22.' })
  percentage!: number | null;

  @Field(() => FidelityDays, { nullable: true, description: 'For F13 and F21, which count days.' })
  days!: FidelityDays | null;

  @Field(() => Calibration, { nullable: true, description: 'For F22.' })
  calibration!: Calibration | null;

  @Field(() => Int, { description: 'How many cycles or ramps do not count towards it.' })
  leftOutCount!: number;

  /** Shown as the field `leftOut`. */
  everyLeftOut!: readonly LeftOut[];
}

@ObjectType({ description: 'What a study counted; for comparison, not as a mark to reach.' })
export class PublishedShare {
  @Field(() => Int, { description: 'How many were so.' })
  numerator!: number;

  @Field(() => Int, { description: 'Out of how many.' })
  denominator!: number;

  @Field(() => Float, { description: 'Numerator out of denominator, to one decimal.' })
  percentage!: number;

  @Field({ description: 'Where it was published.' })
  source!: string;
}

@ObjectType({
  description: 'A ratio counted as a published study counted it, beside what the study found. The samples nest as theirs do.',
})
export class PublishedRatio {
  @Field(() => PublishedCode, { description: 'The ratio by name.' })
  code!: PublishedCode;

  @Field({ description: 'What it asks.' })
  question!: string;

  @Field(() => FidelityCode, { description: 'The criterion that asks nearly the same.' })
  criterion!: FidelityCode;

  @Field(() => FidelityUnit, { description: 'What it counts.' })
  unit!: FidelityUnit;

  @Field(() => Int, { description: 'How many are so.' })
  numerator!: number;

  @Field(() => Int, { description: 'Out of how many.' })
  denominator!: number;

  @Field(() => Float, { nullable: true, description: 'To one decimal; null when not applicable.' })
  percentage!: number | null;

  @Field({ description: 'False when there is nothing to count.' })
  isApplicable!: boolean;

  @Field(() => PublishedShare, { description: 'What the study found.' })
  published!: PublishedShare;
}

@ObjectType({
  description:
    'How far cycles keep to the method, worked out from the record, one criterion at a time. There is no sum and no grade: it is for learning.',
})
export class FidelityProfile {
  @Field(() => Int, { description: 'How many cycles are judged.' })
  cycles!: number;

  @Field(() => Int, { description: 'In how many ramps. A ramp with a judged cycle is judged whole.' })
  ramps!: number;

  @Extensions({ listSize: 22 })
  @Field(() => [FidelityCriterion], { description: 'F1 to F22, in this order.' })
  criteria!: FidelityCriterion[];

  @Extensions({ listSize: 7 })
  @Field(() => [PublishedRatio], { description: 'The ratios of McNicholas et al. 2019, in the order of their table.' })
  published!: PublishedRatio[];
}
