import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { ChooseChartInput, MarkChartInput, WithdrawChartMarkInput } from './chart.input';
import { chooseChart, markChart, withdrawChartMark } from './chart.service';
import { ChartMark } from './chartMark.entity';
import { Measure } from './measure.entity';
import { MeasurePayload } from './measure.payloads';
import { chartMarkPolicy, measurePolicy } from './measure.policy';

@ObjectType({ implements: MutationPayload, description: 'A mark on a chart as it is after the change.' })
export class ChartMarkPayload extends MutationPayload {
  @Field(() => ChartMark, { description: 'The mark.' })
  mark!: ChartMark;

  @Field(() => Measure, { description: 'The measure whose chart it is on.' })
  measure!: Measure;
}

export const chartVerbs = [
  verb('chooseChart', {
    description: 'Choose how a measure is charted and by which rules it is read.',
    ...measurePolicy.chooseChart,
    on: Measure,
    input: ChooseChartInput,
    gives: MeasurePayload,
    does: chooseChart,
  }),
  verb('markChart', {
    description: 'Mark a phase, an exclusion, an astronomical point or a note on the chart of a measure.',
    ...measurePolicy.markChart,
    on: Measure,
    named: 'measureId',
    input: MarkChartInput,
    gives: ChartMarkPayload,
    does: markChart,
  }),
  verb('withdrawChartMark', {
    description: 'Take a mark back, with the reason.',
    ...chartMarkPolicy.withdrawChartMark,
    on: ChartMark,
    input: WithdrawChartMarkInput,
    gives: ChartMarkPayload,
    does: withdrawChartMark,
  }),
];
