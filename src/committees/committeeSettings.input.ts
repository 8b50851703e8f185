import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  OptionalChoiceInput,
  OptionalFlagInput,
  OptionalPartsInput,
  OptionalWholeInput,
} from '../api/inputFields';
import { Confirmation, GuardAnswer, IdentifierKind } from './textGuard.enums';

/** Up to five years: nobody agrees to watch for longer. */
export const SustainMonthsInput = (description: string) => OptionalWholeInput(description, { least: 1, most: 60 });

@InputType({ description: 'What the guard on texts does with one kind of thing.' })
export class TextGuardRuleInput {
  @ChoiceInput(() => IdentifierKind, 'What is found.')
  kind!: IdentifierKind;

  @ChoiceInput(() => GuardAnswer, 'What is done. A CHI number is always refused.')
  answer!: GuardAnswer;
}

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

  @OptionalChoiceInput(() => Confirmation, 'When an author is asked to confirm that a text holds no personal data.')
  asksConfirmation?: Confirmation | null;

  @OptionalPartsInput(() => TextGuardRuleInput, 'What the guard on texts does with what it finds; kinds left out stay.')
  textGuard?: TextGuardRuleInput[] | null;
}
