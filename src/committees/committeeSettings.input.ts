import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  ChoicesInput,
  OptionalChoiceInput,
  OptionalFlagInput,
  OptionalPartsInput,
  OptionalWholeInput,
} from '../api/inputFields';
import { HIGHEST_THRESHOLD, LOWEST_THRESHOLD } from '../disclosure/policy';
import { ProtectableRole } from './committee.enums';
import { Confirmation, GuardAnswer, IdentifierKind } from './textGuard.enums';

/** Up to five years: nobody agrees to watch for longer. */
export const SustainMonthsInput = (description: string) => OptionalWholeInput(description, { least: 1, most: 60 });

@InputType({ description: 'From whom small numbers are kept, and which are small. What is left out stays.' })
export class KeepSmallNumbersInput extends ChangeInput {
  @OptionalWholeInput(
    'The smallest count that readers below analyst are shown, from 2 to 10: 5 hides 1 to 4. Numbers that were published already stay as they are.',
    { least: LOWEST_THRESHOLD, most: HIGHEST_THRESHOLD },
  )
  smallestCountShown?: number | null;

  @ChoicesInput(
    () => ProtectableRole,
    'All of the committee’s own roles that count as readers below analyst; an empty list for none.',
  )
  protectedRoles?: ProtectableRole[] | null;
}

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

  @OptionalFlagInput('Whether decisions on actions between meetings are delegated to the chairs of subgroups.')
  subgroupsDecide?: boolean | null;
  @OptionalChoiceInput(() => Confirmation, 'When an author is asked to confirm that a text holds no personal data.')
  asksConfirmation?: Confirmation | null;

  @OptionalPartsInput(() => TextGuardRuleInput, 'What the guard on texts does with what it finds; kinds left out stay.')
  textGuard?: TextGuardRuleInput[] | null;
}
