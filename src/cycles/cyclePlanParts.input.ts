import { Max, Min } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  NarrativeInput,
  OptionalChoiceInput,
  OptionalCountInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalLineInput,
  OptionalNarrativeInput,
  OptionalNumberInput,
  OptionalPartsInput,
} from '../api/inputFields';
import { PredictionDirection, TestScale } from './cycle.enums';

@InputType({ description: 'A prediction: a question answered in advance.' })
export class PredictionInput {
  @NarrativeInput('What is predicted.')
  text!: string;

  @OptionalIdInput('The measure that will show it.')
  measureId?: string | null;

  @OptionalChoiceInput(() => PredictionDirection, 'Which way the measure will move.')
  direction?: PredictionDirection | null;

  @OptionalNumberInput('The lowest value predicted.')
  lower?: number | null;

  @OptionalNumberInput('The highest value predicted.')
  upper?: number | null;

  @OptionalNumberInput('The most likely value.')
  expectedValue?: number | null;

  @OptionalDayInput('By when.')
  horizonOn?: string | null;

  @Min(0, { message: 'must be from 0 to 1' })
  @Max(1, { message: 'must be from 0 to 1' })
  @OptionalNumberInput('How sure one is, from 0 to 1.')
  confidence?: number | null;
}

@InputType({ description: 'A question a cycle is to answer.' })
export class PdsaQuestionInput {
  @NarrativeInput('The question.')
  text!: string;

  @OptionalPartsInput(
    () => PredictionInput,
    'What is predicted. A question may be left without, but then there is less to learn.',
  )
  predictions?: PredictionInput[] | null;
}

@InputType({ description: 'What is to be done in a cycle.' })
export class PdsaTaskInput {
  @NarrativeInput('What is to be done.')
  what!: string;

  @OptionalLineInput('Who does it: a post or role, never a name.')
  who?: string | null;

  @OptionalDayInput('On which day.')
  whenOn?: string | null;

  @OptionalLineInput('When, in words, where there is no single day.')
  whenText?: string | null;

  @OptionalLineInput('Where.')
  place?: string | null;
}

@InputType({ description: 'Data to be collected in a cycle.' })
export class PlannedDataInput {
  @NarrativeInput('What is collected.')
  what!: string;

  @OptionalNarrativeInput('How it is collected.')
  how?: string | null;

  @OptionalLineInput('Who collects it: a post or role, never a name.')
  collector?: string | null;

  @OptionalIdInput('The measure it belongs to.')
  measureId?: string | null;
}

@InputType({ description: 'How large a test is.' })
export class TestSizeInput {
  @OptionalChoiceInput(() => TestScale, 'Its scale.')
  scale?: TestScale | null;

  @OptionalCountInput('How many children or episodes.')
  childrenOrEpisodes?: number | null;

  @OptionalCountInput('How many members of staff.')
  staff?: number | null;

  @OptionalCountInput('How many teams.')
  teams?: number | null;

  @OptionalCountInput('How many sites.')
  sites?: number | null;
}
