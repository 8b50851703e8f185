import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  NumberColumn,
  OptionalDayColumn,
  OptionalNumberColumn,
  OptionalTextColumn,
  TextColumn,
  WholeColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { Calculation, DirectionOfGood, MeasureFrequency } from './measure.enums';

@ObjectType({
  implements: CommitteeRow,
  description:
    'The exact rule of what a measure counts, from a day on. Definitions move; old ones are kept with the figures made by them.',
})
@Entity('measure_definition')
export class MeasureDefinition extends CommitteeRow {
  @KeyColumn()
  measureId!: string;

  @WholeColumn('Counts the definitions of the measure, from 1.')
  number!: number;

  @DayColumn('The first day it is in force.')
  effectiveFrom!: string;

  @TextColumn('The operational definition: what is counted, so exactly that two people count the same.')
  statement!: string;

  @ChoiceColumn(() => Calculation, 'How a figure is made.')
  calculation!: Calculation;

  @OptionalTextColumn('What the numerator counts.')
  numeratorDefinition!: string | null;

  @OptionalTextColumn('What the denominator counts.')
  denominatorDefinition!: string | null;

  @OptionalTextColumn('The unit of the value, for example % or days.')
  unit!: string | null;

  @NumberColumn('What numerator over denominator is multiplied by: 100 for a percentage, 1000 for a rate per thousand.')
  multiplier!: number;

  @OptionalTextColumn('Whom or what it is about.')
  population!: string | null;

  @OptionalTextColumn('What is counted in.')
  inclusions!: string | null;

  @OptionalTextColumn('What is left out.')
  exclusions!: string | null;

  @ChoiceColumn(() => DirectionOfGood, 'Which way is better.')
  directionOfGood!: DirectionOfGood;

  @OptionalNumberColumn('The value aimed for.')
  goalValue!: number | null;

  @OptionalDayColumn('The day by which the goal is to be met.')
  goalOn!: string | null;

  @OptionalTextColumn('Where the data come from.')
  dataSource!: string | null;

  @ChoiceColumn(() => MeasureFrequency, 'How often it is collected.')
  frequency!: MeasureFrequency;

  @OptionalTextColumn('Who collects it, as a post.')
  collector!: string | null;

  @OptionalTextColumn('How a sample is drawn, where not everything is counted.')
  samplingPlan!: string | null;

  @OptionalTextColumn('What is known of the baseline.')
  baselineNote!: string | null;

  @OptionalTextColumn('Why it replaced the definition before it; every definition but the first has one.')
  changeReason!: string | null;
}
