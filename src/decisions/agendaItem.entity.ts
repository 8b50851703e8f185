import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { RedateRequest } from '../actions/redateRequest.entity';
import {
  ChoiceColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalWholeColumn,
  ProtectedTextColumn,
  WholeColumn,
} from '../api/columns';
import { PdsaRamp } from '../cycles/ramp.entity';
import { CommitteeRow, Node, type RowType, TieredRow } from '../store/row';
import { Withholdable } from '../store/standing';
import { AgendaKind } from './agenda.enums';
import { Escalation } from './meetingDecision.entity';
import { AboutRow, subjectTypes, type SubjectKey } from './subject.entity';

@ObjectType({
  implements: [Node, CommitteeRow, TieredRow],
  description: 'Something on the agenda of a meeting: put there by hand, deferred to it, or kept as it stood when it was held.',
})
@Entity('agenda_item')
export class AgendaItem extends AboutRow {
  @KeyColumn()
  meetingId!: string;

  @ChoiceColumn(() => AgendaKind, 'Why it is on the agenda.')
  kind!: AgendaKind;

  @WholeColumn('Its place in the order in which items were kept or added, from 1.')
  position!: number;

  @OptionalKeyColumn()
  rampId!: string | null;

  @OptionalKeyColumn()
  redateRequestId!: string | null;

  @OptionalKeyColumn()
  escalationId!: string | null;

  @OptionalWholeColumn('The version it had when the meeting was held; null until then.')
  subjectVersion!: number | null;

  @Withholdable()
  @ProtectedTextColumn()
  why!: string | null;

  @OptionalDayColumn('Since when.')
  sinceOn!: string | null;

  @OptionalKeyColumn()
  addedById!: string | null;

  @OptionalKeyColumn()
  deferredFromId!: string | null;

  @OptionalKeyColumn()
  deferredItemId!: string | null;
}

export type AgendaKey = SubjectKey | 'rampId' | 'redateRequestId' | 'escalationId';

/** What can stand on an agenda: what meetings decide about, and what waits for an answer. */
export const agendaTypes: readonly { readonly type: RowType<CommitteeRow>; readonly key: AgendaKey }[] = [
  ...subjectTypes,
  { type: PdsaRamp, key: 'rampId' },
  { type: RedateRequest, key: 'redateRequestId' },
  { type: Escalation, key: 'escalationId' },
];

export interface OnAgenda {
  readonly type: RowType<CommitteeRow>;
  readonly key: AgendaKey;
  readonly id: string;
}

/** What an item is about; null for one that is words only. */
export function subjectOfItem(item: Pick<AgendaItem, AgendaKey>): OnAgenda | null {
  for (const { type, key } of agendaTypes) {
    const id = item[key];
    if (id !== null) return { type, key, id };
  }
  return null;
}

export function agendaTypeOf(row: CommitteeRow): { type: RowType<CommitteeRow>; key: AgendaKey } {
  const found = agendaTypes.find(({ type }) => row instanceof type);
  if (!found) throw new Error(`A ${row.constructor.name} has no place on an agenda.`);
  return found;
}
