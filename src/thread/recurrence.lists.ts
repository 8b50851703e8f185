import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRequiredDay, byRequiredWhole } from '../api/orders';
import { anyIdOf, type Condition } from '../store/conditions';
import { RecurrenceBasis } from './recurrence.enums';
import { Recurrence } from './recurrence.type';

@InputType({ description: 'Which recurrences.' })
export class RecurrenceFilter {
  @ChoicesInput(() => String, 'Only of one of these themes (codes).')
  themeCodes?: string[] | null;

  @ChoicesInput(() => RecurrenceBasis, 'Only for one of these reasons.')
  bases?: RecurrenceBasis[] | null;

  @OptionalIdsInput('Only where one of these sources raises it again.')
  sourceIds?: string[] | null;

  @OptionalIdsInput('Only where one of these sources had raised it before.')
  earlierSourceIds?: string[] | null;
}

/** The SQL twin of basesOf in recurrence.rules.ts. */
const hasBasis: Readonly<Record<RecurrenceBasis, (alias: string) => string>> = {
  REPEAT_OF: (alias) => `${alias}.is_repeat`,
  PRIMARY_THEME: (alias) => `${alias}.is_of_same_theme`,
  THEME: (alias) => `(cardinality(${alias}.theme_codes) > 0 and not ${alias}.is_of_same_theme)`,
};

const forBasis: Condition<readonly RecurrenceBasis[]> = (bases, { alias }) =>
  bases.length === 0 ? 'false' : bases.map((basis) => hasBasis[basis](alias)).join(' or ');

export const recurrences = listing(Recurrence, {
  filter: RecurrenceFilter,
  where: {
    themeCodes: (codes, { alias, bind }) => `${alias}.theme_codes && ${bind(codes)}::text[]`,
    bases: forBasis,
    sourceIds: anyIdOf('source_id'),
    earlierSourceIds: anyIdOf('earlier_source_id'),
  },
  orders: {
    RAISED_ON: byRequiredDay('raised_on', 'The day on which it was raised again.'),
    CLOSED_ON: byRequiredDay('closed_on', 'The day from which the closure counts.'),
    DAYS: byRequiredWhole('days', 'The time to recurrence.'),
  },
});
