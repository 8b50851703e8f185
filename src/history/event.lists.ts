import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalIdsInput, OptionalWholeInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byMoment, byRequiredWhole } from '../api/orders';
import { anyIdOf, anyOf } from '../store/conditions';
import { snakeCase } from '../store/names';
import { Event } from './event.entity';

const anyNumber = { least: 0, most: 2 ** 31 - 1 };

@InputType({ description: 'Which events.' })
export class EventFilter {
  @ChoicesInput(() => String, 'Only these mutations, by name.')
  verbs?: string[] | null;

  @OptionalIdsInput('Only what these members or service accounts did.')
  actorIds?: string[] | null;

  @ChoicesInput(() => String, 'Only events that changed something of these types, for example Action.')
  types?: string[] | null;

  @OptionalDayInput('Only from this day on.')
  from?: string | null;

  @OptionalDayInput('Only up to this day, with it.')
  to?: string | null;

  @OptionalWholeInput('Only those whose number is greater.', anyNumber)
  afterSeq?: number | null;

  @OptionalWholeInput('Only up to this number, with it.', anyNumber)
  upToSeq?: number | null;
}

/** When a day begins in Scotland, whose days are meant as everywhere; compared with the moment itself, so that its index is used. */
const beginningOf = (day: string): string => `((${day})::timestamp at time zone 'Europe/London')`;

export const events = listing(Event, {
  filter: EventFilter,
  where: {
    verbs: anyOf('verb'),
    actorIds: anyIdOf('actor_id'),
    types: (types, { alias, bind }) =>
      `exists (select 1 from event_change k where k.committee_id = ${alias}.committee_id and k.event_id = ${alias}.id
        and k.kind = any(${bind(types.map(snakeCase))}::text[]))`,
    from: (day, { alias, bind }) => `${alias}.moment >= ${beginningOf(`${bind(day)}::date`)}`,
    to: (day, { alias, bind }) => `${alias}.moment < ${beginningOf(`${bind(day)}::date + 1`)}`,
    afterSeq: (seq, { alias, bind }) => `${alias}.seq > ${bind(seq)}::int`,
    upToSeq: (seq, { alias, bind }) => `${alias}.seq <= ${bind(seq)}::int`,
  },
  orders: { SEQ: byRequiredWhole('seq', 'As they happened.'), MOMENT: byMoment('moment', 'When they happened.') },
});
