import { Field, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { MeasureStanding, shownStanding } from '../measures/measureStanding.type';
import { ImprovementReasonCode, ImprovementStatus, WatchState } from './improvement.enums';
import type { ImprovementFound } from './improvement.reading';
import type { Watch } from './improvementFacts.rules';

@ObjectType({ description: 'One reason for an improvement status.' })
export class ImprovementReason {
  @Field(() => ImprovementReasonCode, { description: 'The reason by name.' })
  code!: ImprovementReasonCode;

  @Field({ description: 'The reason as a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'The watch after closure: whether an improvement lasts, and whether anybody still measures it.' })
export class SustainWatch {
  @Field(() => WatchState, { description: 'How it stands.' })
  state!: WatchState;

  @Field(() => LocalDateScalar, { description: 'The day of closure.' })
  closedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The end of the agreed period.' })
  untilOn!: LocalDate;

  @Field(() => [MeasureStanding], { description: 'The measures that stopped before the agreed period was over.' })
  stoppedMeasures!: MeasureStanding[];
}

@ObjectType({ description: 'What the data say was improved, with the reasons and the measures behind it. Computed, never set.' })
export class Improvement {
  @Field(() => ImprovementStatus, { description: 'The verdict.' })
  status!: ImprovementStatus;

  @Field(() => [ImprovementReason], { description: 'Why, one sentence a reason.' })
  reasons!: ImprovementReason[];

  @Field(() => [MeasureStanding], { description: 'What each measure behind it says; balancing measures are among them.' })
  measures!: MeasureStanding[];

  @Field(() => SustainWatch, {
    nullable: true,
    description: 'The watch after closure; null before closure and without a measure.',
  })
  watch!: SustainWatch | null;
}

export function shownImprovement(found: ImprovementFound, today: LocalDate): Improvement {
  const measures = found.evidence.map((standing) => shownStanding(standing, today));
  const { status, reasons, watch } = found;
  return { status, reasons: [...reasons], measures, watch: watch && shownWatch(watch, measures) };
}

const shownWatch = (
  { state, closedOn, untilOn, stoppedMeasureIds }: Watch,
  measures: readonly MeasureStanding[],
): SustainWatch => ({
  state,
  closedOn,
  untilOn,
  stoppedMeasures: measures.filter(({ measureId }) => stoppedMeasureIds.includes(measureId)),
});
