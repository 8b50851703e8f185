import { Max, Min } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  CountInput,
  IdInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalCountInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalIdsInput,
  OptionalLineInput,
  OptionalNarrativeInput,
  OptionalNumberInput,
  OptionalPartInput,
  OptionalPartsInput,
} from '../api/inputFields';
import { CycleIntent, PredictionDirection, TestScale } from './cycle.enums';

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

/** What a new cycle and a revised one have in common. */
@InputType()
export abstract class CyclePlanInput extends MutationInput {
  @OptionalChoiceInput(() => CycleIntent, 'What it is for.')
  intent?: CycleIntent | null;

  @OptionalNarrativeInput('What it is to find out or achieve.')
  objective?: string | null;

  @OptionalDayInput('The day the plan was made; for a new cycle today when not given.')
  plannedOn?: string | null;

  @OptionalPartInput(() => TestSizeInput, 'How large the test is.')
  size?: TestSizeInput | null;

  @OptionalIdInput('The member who leads it.')
  leadMemberId?: string | null;

  @OptionalPartsInput(() => PdsaQuestionInput, 'The questions, each with its predictions.')
  questions?: PdsaQuestionInput[] | null;

  @OptionalPartsInput(() => PdsaTaskInput, 'Who does what, when and where.')
  tasks?: PdsaTaskInput[] | null;

  @OptionalPartsInput(() => PlannedDataInput, 'Which data are collected.')
  plannedData?: PlannedDataInput[] | null;

  @OptionalIdsInput('The measures that show what it does; those of predictions and planned data need not be repeated.')
  measureIds?: string[] | null;

  @OptionalIdsInput(
    'The cycles it starts from. For a new cycle the one before it in the ramp when not given, and none for an empty list.',
  )
  predecessorIds?: string[] | null;

  @OptionalFlagInput('Whether the test would lower a statutory safeguard. Such a test is refused.')
  lowersStatutorySafeguard?: boolean | null;
}

@InputType({
  description:
    'A PDSA cycle to plan. Everything but the ramp may be left out; the answer says what the method would still ask for.',
})
export class PlanCycleInput extends CyclePlanInput {
  @IdInput('The ramp it belongs to; it gets the next place in it.')
  rampId!: string;
}

@InputType({
  description:
    'Changes to the plan of a cycle that has not started. What is left out stays; a list given replaces the whole list.',
})
export class ReviseCyclePlanInput extends CyclePlanInput {
  @IdInput('The cycle to change.')
  id!: string;

  @CountInput('The version you read. If the cycle has changed since, the change is refused with STALE.')
  version!: number;
}

@InputType({ description: 'A ramp to start: a series of cycles for one change idea.' })
export class StartRampInput extends MutationInput {
  @IdInput('The change idea to test.')
  changeIdeaId!: string;

  @LineInput('What this series of tests is about.')
  title!: string;
}
