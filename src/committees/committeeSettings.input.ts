import { InputType } from 'type-graphql';
import { ChangeInput, OptionalFlagInput, OptionalWholeInput } from '../api/inputFields';

/** Up to five years: nobody agrees to watch for longer. */
export const SustainMonthsInput = (description: string) => OptionalWholeInput(description, { least: 1, most: 60 });

@InputType({ description: 'What a committee agrees about how it works here. What is left out stays.' })
export class AgreeSettingsInput extends ChangeInput {
  @SustainMonthsInput(
    'For how many months an improvement has to hold after sign-off before it counts as sustained, from 1 to 60.',
  )
  sustainMonths?: number | null;

  @OptionalWholeInput('How many smaller tests are to come before a change goes to the whole system, from 1 to 20.', {
    least: 1,
    most: 20,
  })
  ladderTests?: number | null;

  @OptionalWholeInput('Within how many days a next cycle is to be planned after a decision to adapt.', { least: 1, most: 365 })
  adaptDays?: number | null;

  @OptionalWholeInput('Within how many days of its first test a ramp is to have data.', { least: 1, most: 365 })
  dataDays?: number | null;

  @OptionalFlagInput('Whether what the method asks for before each stage of a cycle is binding.')
  guardsBind?: boolean | null;

  @OptionalFlagInput('Whether decisions on actions are delegated to the chairs of subgroups.')
  subgroupsDecide?: boolean | null;
}
