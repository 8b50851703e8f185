import { InputType } from 'type-graphql';
import {
  ChoiceInput,
  LineInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalFlagInput,
  OptionalLineInput,
  OptionalLinesInput,
  OptionalNumberInput,
  OptionalNumbersInput,
  OptionalPartInput,
  OptionalPartsInput,
  OptionalWholeInput,
  PartsInput,
} from '../api/inputFields';
import { ChartKind, RebaseSide, RuleSet } from '../measures/chart.enums';
import { DirectionOfGood } from '../measures/measure.enums';

const PERIOD = 'A date (2026-03-31), a month (2026-03) or a number; one kind for the whole series.';
const MOST_POINTS = 500;

@InputType({
  description: 'One period of a pasted series: a value, a numerator and denominator, or single readings; none for a missing one.',
})
export class SeriesPointInput {
  @LineInput(PERIOD)
  period!: string;

  @OptionalNumberInput('The value.')
  value?: number | null;

  @OptionalNumberInput('What was counted.')
  numerator?: number | null;

  @OptionalNumberInput('Out of what.')
  denominator?: number | null;

  @OptionalNumbersInput('The single readings of a subgroup, for X-bar and S charts.')
  values?: (number | null)[] | null;
}

@InputType({ description: 'A point to leave out of centre, limits and rules.' })
export class SeriesExclusionInput {
  @LineInput('Its period, as written in the series.')
  period!: string;

  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'Run charts only: a new median whenever a lasting run has moved.' })
export class AutomaticRebaseInput {
  @ChoiceInput(() => RebaseSide, 'Runs on which side count.')
  side!: RebaseSide;

  @OptionalWholeInput('The first median is that of so many points; 13 when not given.', { least: 1, most: MOST_POINTS })
  baselinePoints?: number | null;

  @OptionalWholeInput('How many useful points make a lasting run; 9 when not given.', { least: 1, most: MOST_POINTS })
  runLength?: number | null;
}

@InputType({ description: 'A series that is not stored here, to be charted and read at once. Nothing of it is kept.' })
export class SeriesInput {
  @PartsInput(() => SeriesPointInput, 'The points, in any order; at most 500, one a period.')
  points!: SeriesPointInput[];

  @OptionalLineInput('What it shows.')
  title?: string | null;

  @OptionalLineInput('The unit of the values.')
  unit?: string | null;

  @OptionalChoiceInput(() => ChartKind, 'The kind of chart; a run chart when not given.')
  kind?: ChartKind | null;

  @OptionalChoiceInput(() => RuleSet, 'The rules; those that suit the chart when not given.')
  ruleSet?: RuleSet | null;

  @OptionalChoiceInput(() => DirectionOfGood, 'Which way is better; neither when not given.')
  directionOfGood?: DirectionOfGood | null;

  @OptionalLineInput('The last period of the baseline.')
  baselineEnd?: string | null;

  @OptionalWholeInput('The same by number: the first so many points.', { least: 1, most: MOST_POINTS })
  freezeAfter?: number | null;

  @OptionalLinesInput('The periods with which a new phase begins.')
  phasesStart?: string[] | null;

  @OptionalPartsInput(() => SeriesExclusionInput, 'Points to leave out, with the reasons.')
  exclusions?: SeriesExclusionInput[] | null;

  @OptionalPartInput(() => AutomaticRebaseInput, 'Run charts only: a new median whenever a lasting run has moved.')
  automaticRebase?: AutomaticRebaseInput | null;

  @OptionalNumberInput(
    'What values, centre and limits are multiplied by at the end, for example 100 for a percentage of a proportion; 1 when not given.',
  )
  multiplier?: number | null;

  @OptionalNumberInput(
    'A centre line that is given rather than computed, in the units of the data, before the multiplier: 0.62 for 62% on a p chart.',
  )
  centreLine?: number | null;

  @OptionalNumberInput('The value aimed for, in the units of the data, before the multiplier.')
  target?: number | null;

  @OptionalFlagInput('Whether unusually large moving ranges are dropped before limits are computed; true when not given.')
  screensMovingRanges?: boolean | null;

  @OptionalFlagInput('Whether lower limits below zero are drawn at zero when no value is; false when not given.')
  floorsLowerLimitAtZero?: boolean | null;
}
