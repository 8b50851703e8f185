import { ArgsType } from 'type-graphql';
import {
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalDaysInput,
  OptionalFlagInput,
  OptionalNumberInput,
  OptionalWholeInput,
} from '../api/inputFields';
import { ChartKind, RebaseSide, RuleSet } from '../measures/chart.enums';
import type { ChartChoices } from '../measures/measureChart.rules';

const MOST_POINTS = 100_000;

@ArgsType()
export class ChartArgs implements ChartChoices {
  @OptionalChoiceInput(
    () => ChartKind,
    'The kind of chart; as chosen for the measure, or as suits its definition, when not given.',
  )
  kind?: ChartKind | null;

  @OptionalChoiceInput(() => RuleSet, 'The rules; as chosen for the measure, or as suits the chart, when not given.')
  ruleSet?: RuleSet | null;

  @OptionalDayInput('Only periods that start on this day or later.')
  fromOn?: string | null;

  @OptionalDayInput('Only periods that end on this day or earlier.')
  toOn?: string | null;

  @OptionalDayInput('Centre and limits come from the periods that start on this day or earlier, and are judged against all.')
  baselineEndOn?: string | null;

  @OptionalWholeInput('The same by number: from the first so many points.', { least: 1, most: MOST_POINTS })
  freezeAfter?: number | null;

  @OptionalDaysInput('Days on which a new phase begins, in place of the phases marked on the chart.')
  phasesStartOn?: string[] | null;

  @OptionalNumberInput(
    'A centre line that is given rather than computed, in the unit of the measure, after the multiplier: 62 for 62%.',
  )
  centreLine?: number | null;

  @OptionalChoiceInput(() => RebaseSide, 'Run charts only: which lasting runs of nine give a new median.')
  rebaseSide?: RebaseSide | null;

  @OptionalFlagInput('Whether unusually large moving ranges are dropped before limits are computed.')
  screensMovingRanges?: boolean | null;
}
