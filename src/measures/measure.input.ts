import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  DayInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
  OptionalNumberInput,
  PartInput,
} from '../api/inputFields';
import { Calculation, DirectionOfGood, MeasureFrequency, MeasureKind } from './measure.enums';

@InputType({ description: 'An operational definition.' })
export class MeasureDefinitionInput {
  @DayInput('The first day it is in force. Figures of earlier periods need an earlier definition.')
  effectiveOn!: string;

  @NarrativeInput('The operational definition: what is counted, so exactly that two people count the same.')
  statement!: string;

  @ChoiceInput(() => Calculation, 'How a figure is made.')
  calculation!: Calculation;

  @OptionalNarrativeInput('What the numerator counts; needed for a percentage or rate.')
  numeratorDefinition?: string | null;

  @OptionalNarrativeInput('What the denominator counts; needed for a percentage or rate.')
  denominatorDefinition?: string | null;

  @OptionalLineInput('The unit of the value, for example % or days.')
  unit?: string | null;

  @OptionalNumberInput('What numerator over denominator is multiplied by; 100 for a percentage and 1 otherwise when not given.')
  multiplier?: number | null;

  @OptionalNarrativeInput('Whom or what it is about.')
  population?: string | null;

  @OptionalNarrativeInput('What is counted in.')
  inclusions?: string | null;

  @OptionalNarrativeInput('What is left out.')
  exclusions?: string | null;

  @ChoiceInput(() => DirectionOfGood, 'Which way is better.')
  directionOfGood!: DirectionOfGood;

  @OptionalNumberInput('The value aimed for.')
  goalValue?: number | null;

  @OptionalDayInput('The day by which the goal is to be met.')
  goalOn?: string | null;

  @OptionalNarrativeInput('Where the data come from.')
  dataSource?: string | null;

  @ChoiceInput(() => MeasureFrequency, 'How often it is collected.')
  frequency!: MeasureFrequency;

  @OptionalLineInput('Who collects it, as a post.')
  collector?: string | null;

  @OptionalNarrativeInput('How a sample is drawn, where not everything is counted.')
  samplingPlan?: string | null;

  @OptionalNarrativeInput('What is known of the baseline.')
  baselineNote?: string | null;
}

@InputType({ description: 'A measure to define, with its first operational definition.' })
export class DefineMeasureInput extends MutationInput {
  @OptionalReferenceInput('Your reference; made up when not given, for example M-2026-01.')
  ref?: string | null;

  @LineInput('Its name.')
  name!: string;

  @ChoiceInput(() => MeasureKind, 'What it tells about a change.')
  kind!: MeasureKind;

  @OptionalIdInput('The aim it tells about.')
  aimId?: string | null;

  @PartInput(() => MeasureDefinitionInput, 'Its first operational definition.')
  definition!: MeasureDefinitionInput;

  @OptionalFlagInput('True to put it to use at once; otherwise it starts as a draft.')
  activate?: boolean | null;
}

@InputType({ description: 'A draft measure to put to use.' })
export class ActivateMeasureInput extends ChangeInput {}

@InputType({ description: 'A measure that is to be counted by a new definition from a day on.' })
export class RedefineMeasureInput extends ChangeInput {
  @NarrativeInput('Why the definition changes.')
  reason!: string;

  @PartInput(() => MeasureDefinitionInput, 'The whole new definition.')
  definition!: MeasureDefinitionInput;
}

@InputType({ description: 'A measure that is no longer collected.' })
export class RetireMeasureInput extends ChangeInput {
  @NarrativeInput('Why it is no longer collected.')
  reason!: string;
}
