import { InputType } from 'type-graphql';
import {
  CountInput,
  IdInput,
  LineInput,
  MutationInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalIdsInput,
  OptionalNarrativeInput,
  OptionalPartInput,
  OptionalPartsInput,
  OptionalWholeInput,
} from '../api/inputFields';
import { DegreeOfBelief } from '../aims/changeIdea.enums';
import { CycleIntent } from './cycle.enums';
import { PdsaQuestionInput, PdsaTaskInput, PlannedDataInput, TestSizeInput } from './cyclePlanParts.input';
import { CostOfFailure, Readiness } from './planning.enums';

/** What a new cycle and a revised one have in common. */
@InputType()
export abstract class CyclePlanInput extends MutationInput {
  @OptionalChoiceInput(() => CycleIntent, 'What it is for.')
  intent?: CycleIntent | null;

  @OptionalNarrativeInput('What it is to find out or achieve.')
  objective?: string | null;

  @OptionalDayInput('The day the plan was made; for a new cycle today when left out, and not known when null.')
  plannedOn?: string | null;

  @OptionalDayInput('The day on which Do is to end.')
  plannedEndOn?: string | null;

  @OptionalChoiceInput(() => DegreeOfBelief, 'How confident people are that the change leads to improvement.')
  degreeOfBelief?: DegreeOfBelief | null;

  @OptionalChoiceInput(() => CostOfFailure, 'What it would cost if the change failed.')
  costOfFailure?: CostOfFailure | null;

  @OptionalChoiceInput(() => Readiness, 'How those who would make the change stand towards it.')
  readiness?: Readiness | null;

  @OptionalWholeInput('How many changes are tested at once.', { least: 1, most: 100 })
  changesAtOnce?: number | null;

  @OptionalNarrativeInput('What it takes up from what the cycles before it taught.')
  learnedFromPrevious?: string | null;

  @OptionalNarrativeInput('Why it goes to the whole system after few smaller tests, or after a prediction that was not met.')
  ladderReason?: string | null;

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
    'A cycle that starts from another. Objective, questions, tasks, data, measures, lead, size and factors carry over unless said otherwise; predictions and days do not.',
})
export class PlanNextCycleInput extends CyclePlanInput {
  @IdInput('The cycle it starts from.')
  cycleId!: string;

  @OptionalIdInput('Another ramp, where it branches off; the same ramp when not given.')
  rampId?: string | null;
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
