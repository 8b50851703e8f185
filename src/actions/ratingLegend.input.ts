import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  LineInput,
  OptionalChoiceInput,
  OptionalPartsInput,
  OptionalWholeInput,
} from '../api/inputFields';
import { BlueFrom, RatingColour } from './rating.enums';

@InputType({ description: 'A colour in the committee’s own words.' })
export class LegendColourInput {
  @ChoiceInput(() => RatingColour, 'The colour.')
  colour!: RatingColour;

  @LineInput('What to write beside the colour.')
  label!: string;

  @LineInput('What it means here.')
  meaning!: string;
}

@InputType({ description: 'What a committee agrees about its ratings. What is left out stays.' })
export class AgreeRatingLegendInput extends ChangeInput {
  @OptionalChoiceInput(() => BlueFrom, 'From which state on an action is BLUE.')
  blueFrom?: BlueFrom | null;

  @OptionalWholeInput('So many days before its date an action that is not started, or quiet, is AMBER.', { least: 0, most: 365 })
  amberDays?: number | null;

  @OptionalWholeInput('After so many days without a report, a milestone or evidence an action counts as quiet.', {
    least: 1,
    most: 365,
  })
  quietDays?: number | null;

  @OptionalWholeInput('So many days after its date an action is AMBER before it is RED.', { least: 0, most: 90 })
  graceDays?: number | null;

  @OptionalPartsInput(() => LegendColourInput, 'Colours to be said otherwise; each at most once.')
  colours?: LegendColourInput[] | null;
}
