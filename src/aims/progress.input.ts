import { InputType } from 'type-graphql';
import { IdInput, MutationInput, NumberInput, OptionalDayInput, OptionalNarrativeInput } from '../api/inputFields';

@InputType({ description: 'How far people say a project has come.' })
export class AssessProgressInput extends MutationInput {
  @IdInput('The aim of the project.')
  aimId!: string;

  @NumberInput('The score, from 0.5 to 5.0 in steps of 0.5; progressScale gives the definitions.')
  score!: number;

  @OptionalDayInput('The day it describes; today when not given.')
  assessedOn?: string | null;

  @OptionalNarrativeInput('What it rests on.')
  note?: string | null;
}
