import { Field, Float, Int } from 'type-graphql';
import { Column } from 'typeorm';
import { Withholdable } from '../store/standing';
import { LocalDateScalar } from './scalars';

/*
 * One decorator a fact: the column that stores it and the field that shows it. A column without one of these
 * (a key, a committee) is never shown.
 */
type ColumnKind = 'text' | 'date' | 'timestamptz' | 'int' | 'double precision' | 'boolean';
type Shown = () => object;

const withholdable =
  (declare: PropertyDecorator): PropertyDecorator =>
  (target, property) => {
    declare(target, property);
    Withholdable()(target, property);
  };

function fact(kind: ColumnKind, shown: Shown, description: string, nullable: boolean): PropertyDecorator {
  return (target, property) => {
    Field(shown as () => never, { description, nullable })(target, property);
    Column({ type: kind, nullable })(target, property);
  };
}

export const TextColumn = (description: string) => fact('text', () => String, description, false);
export const OptionalTextColumn = (description: string) => withholdable(fact('text', () => String, description, true));
/** A text of its own that every row has, and that is withheld from those who may not read the row. */
export const NarrativeColumn =
  (description: string): PropertyDecorator =>
  (target, property) => {
    Field(() => String, { description: `${description} Null where it is withheld from you.`, nullable: true })(target, property);
    Column({ type: 'text' })(target, property);
    Withholdable()(target, property);
  };
/** A text that is never withheld, such as a hash. */
export const OptionalPlainColumn = (description: string) => fact('text', () => String, description, true);
export const DayColumn = (description: string) => fact('date', () => LocalDateScalar, description, false);
export const OptionalDayColumn = (description: string) => fact('date', () => LocalDateScalar, description, true);
export const MomentColumn = (description: string) => fact('timestamptz', () => Date, description, false);
export const OptionalMomentColumn = (description: string) => fact('timestamptz', () => Date, description, true);
export const WholeColumn = (description: string) => fact('int', () => Int, description, false);
export const OptionalWholeColumn = (description: string) => fact('int', () => Int, description, true);
export const NumberColumn = (description: string) => fact('double precision', () => Float, description, false);
export const OptionalNumberColumn = (description: string) => fact('double precision', () => Float, description, true);
export const FlagColumn = (description: string) => fact('boolean', () => Boolean, description, false);
export const OptionalFlagColumn = (description: string) => fact('boolean', () => Boolean, description, true);
export const ChoiceColumn = (choices: Shown, description: string) => fact('text', choices, description, false);
export const OptionalChoiceColumn = (choices: Shown, description: string) => fact('text', choices, description, true);

/** A number that disclosure control may hide: stored here, and shown by `protectedNumbers` alone. */
export const ProtectedWholeColumn = (): PropertyDecorator => hidable(Column('int'));
export const OptionalProtectedWholeColumn = (): PropertyDecorator => hidable(Column('int', { nullable: true }));
export const OptionalProtectedNumberColumn = (): PropertyDecorator => hidable(Column('double precision', { nullable: true }));
export const ProtectedTextColumn = (): PropertyDecorator => hidable(Column('text'));

const hidableNames = new Set<string>();

const hidable =
  (column: PropertyDecorator): PropertyDecorator =>
  (target, name) => {
    hidableNames.add(String(name));
    column(target, name);
  };

/** Whether disclosure control may hide what some type calls so: for whatever shows rows without the fields of their type. */
export const isHidable = (property: string): boolean => hidableNames.has(property);

/** Several of a closed list. */
export const ChoicesColumn =
  (choices: Shown, description: string): PropertyDecorator =>
  (target, property) => {
    Field(() => [choices()], { description })(target, property);
    Column({ type: 'text', array: true })(target, property);
  };

/** A key of another row: stored, never shown; the relation declared on it is what clients see. */
export const KeyColumn = (): PropertyDecorator => Column('uuid');
export const OptionalKeyColumn = (): PropertyDecorator => Column('uuid', { nullable: true });
