import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import { toGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';
import { LinkRow, type Derivation } from '../store/row';
import { ClosureKind, RecurrenceBasis } from './recurrence.enums';
import { recurrenceSql } from './recurrenceSql.rules';
import { basesOf, recurrenceSentence } from './recurrence.rules';

const properties = [
  ...['id', 'committeeId', 'findingId', 'ref', 'sourceId', 'earlierFindingId', 'earlierRef', 'earlierSourceId'],
  ...[
    'closureId',
    'actionId',
    'actionRef',
    'closedOn',
    'raisedOn',
    'days',
    'isRepeat',
    'isOfSameTheme',
    'themeIds',
    'themeCodes',
  ],
];

@ObjectType({
  description:
    'A concern that a later source raises again after it had been closed as effective. Practice that is known to be older than the closure ' +
    'is no recurrence. Worked out from the record; nobody can set it or wave it away.',
})
export class Recurrence {
  /** A uuid that follows from both findings and the closure. */
  id!: string;

  committeeId!: string;

  @Field(() => ID, { name: 'id', description: 'Opaque; the same as long as this recurrence stands. It is no id for node(id).' })
  get globalId(): string {
    return toGlobalId('Recurrence', this.id);
  }

  /** Name rows; shown as the fields of the same names without Id. */
  findingId!: string;
  ref!: string;
  sourceId!: string;
  earlierFindingId!: string;
  earlierRef!: string;
  earlierSourceId!: string;
  closureId!: string;
  actionId!: string | null;
  actionRef!: string | null;
  isRepeat!: boolean;
  isOfSameTheme!: boolean;
  themeIds!: string[];
  themeCodes!: string[];

  @Field(() => LocalDateScalar, {
    description:
      'The day from which the closure counts: of the meeting, or of the first evidence of impact where that came later.',
  })
  closedOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description:
      'The day on which the concern was raised again: of publication or of recording, whichever came first. Of a source recorded in a later ' +
      'year than it was published, the first day of that year, so that the count of days is never too high.',
  })
  raisedOn!: LocalDate;

  @Field(() => Int, { description: 'The time to recurrence: days from closedOn to raisedOn.' })
  days!: number;

  @Field(() => ClosureKind, { description: 'How the earlier finding had been closed.' })
  get closure(): ClosureKind {
    return this.actionId === null ? 'FINDING_ASSURED' : 'ACTION_SIGNED_OFF';
  }

  @Field(() => [RecurrenceBasis], { description: 'Why it counts as the same concern, the strongest reason first.' })
  get bases(): RecurrenceBasis[] {
    return basesOf(this);
  }

  @Field({ description: 'What recurred, and after how long, as a sentence.' })
  get sentence(): string {
    return recurrenceSentence(this);
  }

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }

  static derived(): Derivation {
    return { sql: recurrenceSql, properties };
  }
}
