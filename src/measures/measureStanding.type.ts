import { Field, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { SignalKind } from './chart.enums';
import { isSilent, type StandingOfMeasure } from './measureStanding.reading';

@ObjectType({ description: 'What a measure says now, by the chart and rules chosen for it. Computed, never set.' })
export class MeasureStanding {
  @Field(() => SignalKind, { description: 'The signal in force at the end of its figures, if any.' })
  signal!: SignalKind;

  @Field({ description: 'The same as a plain sentence.' })
  sentence!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of the first period of the signal in force.' })
  signalFromOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the last period with a figure.' })
  lastPeriodEndsOn!: LocalDate | null;

  @Field({ description: 'True for a measure in use whose next figure is more than a whole period late.' })
  isSilent!: boolean;

  /** Names the measure; shown as the field `measure`. */
  measureId!: string;
}

export const shownStanding = (standing: StandingOfMeasure, today: LocalDate): MeasureStanding => ({
  signal: standing.state,
  sentence: standing.sentence,
  signalFromOn: standing.signalFrom,
  lastPeriodEndsOn: standing.lastPeriodEnd,
  isSilent: isSilent(standing, today),
  measureId: standing.measureId,
});
