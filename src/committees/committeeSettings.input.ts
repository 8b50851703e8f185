import { InputType } from 'type-graphql';
import { ChangeInput, OptionalWholeInput } from '../api/inputFields';

/** Up to five years: nobody agrees to watch for longer. */
export const SustainMonthsInput = (description: string) => OptionalWholeInput(description, { least: 1, most: 60 });

@InputType({ description: 'What a committee agrees about how it works here. What is left out stays.' })
export class AgreeSettingsInput extends ChangeInput {
  @SustainMonthsInput(
    'For how many months an improvement has to hold after sign-off before it counts as sustained, from 1 to 60.',
  )
  sustainMonths?: number | null;
}
