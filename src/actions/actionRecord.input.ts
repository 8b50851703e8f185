import { Matches, Max, Min } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  CountInput,
  DayInput,
  IdInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalLineInput,
  OptionalNarrativeInput,
  OptionalWebAddressInput,
} from '../api/inputFields';
import { Confidence, ConfidenceBasis, EvidenceKind, PartState } from './action.enums';

@InputType({ description: 'A dated report on an action.' })
export class UpdateActionInput extends MutationInput {
  @IdInput('The action.')
  actionId!: string;

  @NarrativeInput('What happened.')
  text!: string;

  @OptionalDayInput('The day it describes; today when not given.')
  asAtOn?: string | null;

  @OptionalChoiceInput(() => Confidence, 'How confident you are.')
  confidence?: Confidence | null;

  @OptionalChoiceInput(() => ConfidenceBasis, 'What the confidence is about; NOW when not given.')
  basis?: ConfidenceBasis | null;

  @OptionalNarrativeInput('What stands in the way.')
  blockedBy?: string | null;
}

@InputType({ description: 'A piece of evidence for an action.' })
export class AddEvidenceInput extends MutationInput {
  @IdInput('The action.')
  actionId!: string;

  @ChoiceInput(() => EvidenceKind, 'What it is.')
  kind!: EvidenceKind;

  @NarrativeInput('What it shows.')
  description!: string;

  @DayInput('The day it is from.')
  datedOn!: string;

  @Min(0, { message: 'must be from 0 to 5' })
  @Max(5, { message: 'must be from 0 to 5' })
  @CountInput('Impact: 0 none; 1 output exists; 2 reach; 3 practice changed; 4 experience or outcome changed; 5 sustained.')
  impactLevel!: number;

  @OptionalWebAddressInput('Where it is kept.')
  url?: string | null;

  @Matches(/^[0-9a-f]{64}$/, { message: 'must be 64 lower-case hexadecimal digits' })
  @OptionalLineInput('SHA-256 of the file.')
  sha256?: string | null;
}

@InputType({ description: 'A step to add to an action.' })
export class AddMilestoneInput extends MutationInput {
  @IdInput('The action.')
  actionId!: string;

  @LineInput('What is reached.')
  title!: string;

  @OptionalDayInput('When it is due.')
  dueOn?: string | null;
}

@InputType({ description: 'A step that was reached.' })
export class ReachMilestoneInput extends ChangeInput {
  @OptionalDayInput('The day it was reached; today when not given.')
  reachedOn?: string | null;
}

@InputType({ description: 'An agency that contributes to an action.' })
export class AddContributionInput extends MutationInput {
  @IdInput('The action.')
  actionId!: string;

  @IdInput('The agency.')
  agencyId!: string;

  @LineInput('Its part.')
  part!: string;
}

@InputType({ description: 'How far a contributing agency has come.' })
export class ReportContributionInput extends ChangeInput {
  @ChoiceInput(() => PartState, 'How far it has come with its part.')
  state!: PartState;
}
