import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  DayInput,
  IdInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalNumberInput,
} from '../api/inputFields';
import { ChartKind, ChartMarkKind, RebaseSide, RuleSet } from './chart.enums';

@InputType({
  description: 'How a measure is charted from now on: the whole choice. What is left out goes back to what suits its definition.',
})
export class ChooseChartInput extends ChangeInput {
  @OptionalChoiceInput(() => ChartKind, 'The kind of chart; the one that suits the definition when not given.')
  kind?: ChartKind | null;

  @OptionalChoiceInput(() => RuleSet, 'The rules; those that suit the chart when not given.')
  ruleSet?: RuleSet | null;

  @OptionalDayInput('Centre and limits come from the periods that start on this day or earlier, and are judged against all.')
  baselineEndOn?: string | null;

  @OptionalNumberInput(
    'A centre line that is given rather than computed, in the unit of the measure, after the multiplier: 62 for 62%.',
  )
  centreLine?: number | null;

  @OptionalChoiceInput(() => RebaseSide, 'Run charts only: which lasting runs of nine give a new median.')
  rebaseSide?: RebaseSide | null;

  @OptionalFlagInput('Whether unusually large moving ranges are dropped before limits are computed; true when not given.')
  screensMovingRanges?: boolean | null;
}

@InputType({ description: 'A mark to set on the chart of a measure.' })
export class MarkChartInput extends MutationInput {
  @IdInput('The measure.')
  measureId!: string;

  @ChoiceInput(() => ChartMarkKind, 'What it marks.')
  kind!: ChartMarkKind;

  @DayInput('The day; for a phase, exclusion or astronomical point the first day of a period with a figure.')
  markedOn!: string;

  @NarrativeInput('What happened, or why.')
  text!: string;
}

@InputType({ description: 'A mark that is taken back; it stays on record.' })
export class WithdrawChartMarkInput extends ChangeInput {
  @NarrativeInput('Why it is withdrawn.')
  reason!: string;
}
