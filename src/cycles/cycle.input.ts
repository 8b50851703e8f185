import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  IdInput,
  MutationInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalNarrativeInput,
  OptionalPartsInput,
} from '../api/inputFields';
import { CycleDecision, PredictionVerdict } from './cycle.enums';

@InputType({ description: 'A cycle that is begun. From then on its plan and predictions are frozen.' })
export class StartCycleInput extends ChangeInput {
  @OptionalDayInput('The day it was begun; today when not given. The moment of recording is kept beside it.')
  startedOn?: string | null;

  @OptionalNarrativeInput(
    'Why it goes to the whole system after few smaller tests, or after a prediction that was not met; needed only then.',
  )
  ladderReason?: string | null;
}

@InputType({ description: 'Something that was seen.' })
export class ObservationInput {
  @NarrativeInput('What was seen.')
  text!: string;

  @OptionalFlagInput('False for something unexpected; true when not given.')
  wasExpected?: boolean | null;
}

@InputType({ description: 'Something seen while a cycle is carried out.' })
export class RecordObservationInput extends MutationInput {
  @IdInput('The cycle.')
  cycleId!: string;

  @NarrativeInput('What was seen.')
  text!: string;

  @OptionalFlagInput('False for something unexpected; true when not given.')
  wasExpected?: boolean | null;
}

@InputType({ description: 'A cycle that was carried out to its end.' })
export class FinishDoingInput extends ChangeInput {
  @OptionalFlagInput('Whether it was carried out as planned.')
  carriedOutAsPlanned?: boolean | null;

  @OptionalNarrativeInput('How it departed from the plan.')
  deviation?: string | null;

  @OptionalPartsInput(() => ObservationInput, 'What was seen and not yet recorded.')
  observations?: ObservationInput[] | null;

  @OptionalFlagInput('False when someone looked for the unexpected and saw none.')
  unexpectedSeen?: boolean | null;

  @OptionalDayInput('The day it ended; today when not given.')
  endedOn?: string | null;
}

@InputType({ description: 'A cycle that is stopped before its end; it is studied all the same.' })
export class StopCycleEarlyInput extends ChangeInput {
  @NarrativeInput('Why it is stopped.')
  reason!: string;

  @OptionalPartsInput(() => ObservationInput, 'What was seen and not yet recorded.')
  observations?: ObservationInput[] | null;

  @OptionalFlagInput('False when someone looked for the unexpected and saw none.')
  unexpectedSeen?: boolean | null;

  @OptionalDayInput('The day it was stopped; today when not given.')
  endedOn?: string | null;
}

@InputType({ description: 'A prediction compared with what happened.' })
export class ComparisonInput {
  @IdInput('The prediction; it must be one of this cycle.')
  predictionId!: string;

  @ChoiceInput(() => PredictionVerdict, 'Whether it came true.')
  verdict!: PredictionVerdict;

  @OptionalNarrativeInput('What the verdict rests on.')
  note?: string | null;
}

@InputType({ description: 'What a cycle taught.' })
export class StudyCycleInput extends ChangeInput {
  @OptionalPartsInput(() => ComparisonInput, 'Each prediction compared with what happened.')
  comparisons?: ComparisonInput[] | null;

  @OptionalNarrativeInput('What was learnt.')
  learning?: string | null;

  @OptionalDayInput('The day it was studied; today when not given.')
  studiedOn?: string | null;
}

@InputType({ description: 'What is decided on a cycle that has been studied.' })
export class CloseCycleInput extends ChangeInput {
  @ChoiceInput(() => CycleDecision, 'What is decided.')
  decision!: CycleDecision;

  @OptionalNarrativeInput('Why.')
  rationale?: string | null;

  @OptionalNarrativeInput('What follows, for example the next scale or the plan to implement.')
  nextStep?: string | null;

  @OptionalDayInput('The day of the decision; today when not given.')
  actedOn?: string | null;
}

@InputType({ description: 'A planned cycle that will not be carried out.' })
export class CancelCycleInput extends ChangeInput {
  @NarrativeInput('Why it is given up.')
  reason!: string;
}

@InputType({ description: 'Something to add to the record of a cycle afterwards.' })
export class AddAddendumInput extends MutationInput {
  @IdInput('The cycle.')
  cycleId!: string;

  @NarrativeInput('What is added or corrected.')
  text!: string;
}
