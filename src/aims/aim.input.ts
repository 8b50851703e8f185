import { InputType } from 'type-graphql';
import {
  ChangeInput,
  MutationInput,
  NarrativeInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
  OptionalNumberInput,
} from '../api/inputFields';

@InputType({
  description: 'An aim to state. Only the statement is needed at first; the numbers and the date make it one that can be met.',
})
export class StateAimInput extends MutationInput {
  @OptionalReferenceInput('Your reference; made up when not given, for example AIM-2026-01.')
  ref?: string | null;

  @NarrativeInput('The aim in one sentence.')
  statement!: string;

  @OptionalNarrativeInput('For whom things are to get better.')
  population?: string | null;

  @OptionalNarrativeInput('The part of the system it is about: which area, teams or steps.')
  systemBoundary?: string | null;

  @OptionalNumberInput('Where things stand now.')
  baselineValue?: number | null;

  @OptionalLineInput('The period the baseline is taken from, in words.')
  baselinePeriod?: string | null;

  @OptionalNumberInput('How much is aimed for.')
  targetValue?: number | null;

  @OptionalLineInput('The unit of baseline and target, for example % or days.')
  unit?: string | null;

  @OptionalDayInput('By when.')
  targetOn?: string | null;

  @OptionalIdInput('The member who answers for it.')
  ownerMemberId?: string | null;
}

@InputType({ description: 'An aim as it is to be. What is not given stays as it was.' })
export class ReviseAimInput extends ChangeInput {
  @OptionalNarrativeInput('The aim in one sentence.')
  statement?: string | null;

  @OptionalNarrativeInput('For whom things are to get better.')
  population?: string | null;

  @OptionalNarrativeInput('The part of the system it is about: which area, teams or steps.')
  systemBoundary?: string | null;

  @OptionalNumberInput('Where things stood at the start.')
  baselineValue?: number | null;

  @OptionalLineInput('The period the baseline is taken from, in words.')
  baselinePeriod?: string | null;

  @OptionalNumberInput('How much is aimed for.')
  targetValue?: number | null;

  @OptionalLineInput('The unit of baseline and target, for example % or days.')
  unit?: string | null;

  @OptionalDayInput('By when.')
  targetOn?: string | null;

  @OptionalIdInput('The member who answers for it.')
  ownerMemberId?: string | null;
}
