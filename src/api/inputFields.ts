import {
  ArrayMaxSize,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { isReference, referenceRule } from '../kernel/reference';
import { LocalDateScalar } from './scalars';

/*
 * One decorator an input field: its type, its description and its checks. Optional ones accept null as absent.
 */
const LINE_LENGTH = 300;
const NARRATIVE_LENGTH = 8_000;
const LIST_LENGTH = 500;

function field(shown: () => unknown, description: string, optional: boolean, ...checks: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    Field(shown as () => never, { description, nullable: optional })(target, property);
    for (const check of optional ? [IsOptional(), ...checks] : checks) check(target, property);
  };
}

/** The fields in which people write in their own words, by the prototype of their input. */
const narratives = new Map<object, Set<string>>();
const named: PropertyDecorator = (target, property) =>
  void narratives.set(target, (narratives.get(target) ?? new Set()).add(String(property)));

/** Another input may have a choice of the same name. */
export const isNarrativeOf = (input: object, name: string): boolean =>
  [...narratives].some(([prototype, names]) => names.has(name) && Object.prototype.isPrototypeOf.call(prototype, input));

const notBlank = Matches(/\S/, { message: 'must not be blank' });
const line = [notBlank, Length(1, LINE_LENGTH, { message: `must have at most ${LINE_LENGTH} characters` })];
const narrative = [notBlank, Length(1, NARRATIVE_LENGTH, { message: `must have at most ${NARRATIVE_LENGTH} characters` })];
const eachNarrative = [
  Matches(/\S/, { each: true, message: 'each must not be blank' }),
  Length(1, NARRATIVE_LENGTH, { each: true, message: `each must have at most ${NARRATIVE_LENGTH} characters` }),
];
const count = [IsInt({ message: 'must be a whole number' }), Min(0, { message: 'must not be below 0' }), Max(2_000_000_000)];
const year = [
  IsInt({ message: 'must be a year' }),
  Min(1990, { message: 'must be from 1990' }),
  Max(2100, { message: 'must be to 2100' }),
];
const web = [
  IsUrl({ protocols: ['http', 'https'], require_protocol: true }, { message: 'must be a web address (http or https)' }),
];
const reference = [
  ValidateBy({
    name: 'reference',
    validator: {
      validate: (text: unknown) => typeof text === 'string' && isReference(text),
      defaultMessage: () => referenceRule,
    },
  }),
];
const notTooMany = ArrayMaxSize(LIST_LENGTH, { message: `must list at most ${LIST_LENGTH}` });

export const LineInput = (description: string) => field(() => String, description, false, ...line);
export const OptionalLineInput = (description: string) => field(() => String, description, true, ...line);
export const NarrativeInput = (description: string) => field(() => String, description, false, ...narrative, named);
export const OptionalNarrativeInput = (description: string) => field(() => String, description, true, ...narrative, named);
export const OptionalReferenceInput = (description: string) =>
  field(
    () => String,
    `${description} It is shown where the rest is withheld, so it holds no words and never a name: digits, at most 4 letters in a row, . / - _ ( ) and no blanks, 40 characters at most.`,
    true,
    ...reference,
  );
export const DayInput = (description: string) => field(() => LocalDateScalar, description, false);
export const OptionalDayInput = (description: string) => field(() => LocalDateScalar, description, true);
export const CountInput = (description: string) => field(() => Int, description, false, ...count);
export const OptionalCountInput = (description: string) => field(() => Int, description, true, ...count);
export const OptionalWholeInput = (description: string, { least, most }: { least: number; most: number }) =>
  field(
    () => Int,
    description,
    true,
    IsInt({ message: 'must be a whole number' }),
    Min(least, { message: `must be at least ${least}` }),
    Max(most, { message: `must be at most ${most}` }),
  );
export const YearInput = (description: string) => field(() => Int, description, false, ...year);
export const OptionalYearInput = (description: string) => field(() => Int, description, true, ...year);
export const NumberInput = (description: string) => field(() => Float, description, false);
export const OptionalNumberInput = (description: string) => field(() => Float, description, true);
export const FlagInput = (description: string) => field(() => Boolean, description, false);
export const OptionalFlagInput = (description: string) => field(() => Boolean, description, true);
export const ChoiceInput = (choices: () => object, description: string) => field(choices, description, false);
export const OptionalChoiceInput = (choices: () => object, description: string) => field(choices, description, true);
export const ChoicesInput = (choices: () => object, description: string) =>
  field(() => [choices()], description, true, notTooMany);
export const IdInput = (description: string) => field(() => ID, description, false, IsNotEmpty());
export const OptionalIdInput = (description: string) => field(() => ID, description, true);
export const IdsInput = (description: string) => field(() => [ID], description, false, notTooMany);
export const OptionalIdsInput = (description: string) => field(() => [ID], description, true, notTooMany);
export const OptionalLinesInput = (description: string) => field(() => [String], description, true, notTooMany);
export const OptionalNarrativesInput = (description: string) =>
  field(() => [String], description, true, notTooMany, ...eachNarrative, named);
export const OptionalWebAddressInput = (description: string) => field(() => String, description, true, ...web);
export const OptionalDaysInput = (description: string) => field(() => [LocalDateScalar], description, true, notTooMany);
export const OptionalNumbersInput =
  (description: string): PropertyDecorator =>
  (target, property) => {
    Field(() => [Float], { description, nullable: 'itemsAndList' })(target, property);
    for (const check of [IsOptional(), notTooMany]) check(target, property);
  };
export const PartInput = (part: () => object, description: string) => field(part, description, false, ValidateNested());
export const OptionalPartInput = (part: () => object, description: string) => field(part, description, true, ValidateNested());
export const PartsInput = (part: () => object, description: string) =>
  field(() => [part()], description, false, notTooMany, ValidateNested({ each: true }));
export const OptionalPartsInput = (part: () => object, description: string) =>
  field(() => [part()], description, true, notTooMany, ValidateNested({ each: true }));

/** What is said of the fields that every mutation takes; inputs that already extend another one declare them themselves. */
export const ofMutations = {
  clientMutationId:
    'Your own name for this request. Sent again by the same actor with the same input, it gives the first answer again and changes nothing.',
  confirmsNoPersonalData:
    'That you have read your texts and that they hold no personal data. Asked for when a text is warned of, or whenever the committee wants it; it is kept with who said so and when.',
  confirmationReason: 'Why what a text was warned of is no personal data, for example "The day of a published report".',
} satisfies Record<keyof MutationInput, string>;

/** What every mutation takes besides its own facts. */
@InputType()
export abstract class MutationInput {
  @OptionalLineInput(ofMutations.clientMutationId)
  clientMutationId?: string | null;

  @OptionalFlagInput(ofMutations.confirmsNoPersonalData)
  confirmsNoPersonalData?: boolean | null;

  @OptionalLineInput(ofMutations.confirmationReason)
  confirmationReason?: string | null;
}

/** What a change of an existing thing takes: which thing, and the version the change was based on. */
@InputType()
export abstract class ChangeInput extends MutationInput {
  @IdInput('The thing to change.')
  id!: string;

  @CountInput('The version you read. If the thing has changed since, the change is refused with STALE.')
  version!: number;
}
