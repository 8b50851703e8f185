import type { LocalDate } from '../kernel/localDate';
import type { PackChangeKind } from './change.enums';

/** What is called by a reference, a title or both. */
export interface NamedRow {
  readonly id: string;
  readonly __typename: string;
  readonly ref?: string | null;
  /** One of these, by what it is: a text that may be withheld, a name, or the day of a meeting. */
  readonly title?: string | null;
  readonly label?: string;
  readonly day?: LocalDate;
  readonly withheld?: { readonly sentence: string } | null;
  /** Of a meeting, the subgroup that meets; of a request, the action; of an escalation, what was decided on. */
  readonly subgroup?: { readonly name: string } | null;
  readonly asksFor?: NamedRow;
  readonly decided?: { readonly subject: NamedRow };
}

/** A row that an event changed, with what it belongs to. */
export interface ChangedRow extends NamedRow {
  readonly action?: NamedRow;
  readonly measure?: NamedRow;
  readonly finding?: NamedRow;
  readonly subject?: NamedRow;
  readonly reason?: string | null;
  readonly approvedBy?: { readonly role: string };
}

export interface ToldEvent {
  readonly seq: number;
  readonly moment: string;
  readonly sentence: string;
  readonly changes: readonly {
    readonly typeName: string;
    readonly kind: 'MADE' | 'CHANGED' | 'REMOVED';
    readonly row: ChangedRow | null;
    readonly fields: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
  }[];
}

/** One thing that changed, and the numbers of the events that changed it. */
export interface Change {
  readonly kind: PackChangeKind;
  readonly happenedOn: LocalDate;
  readonly sentence: string;
  readonly subject: {
    readonly id: string;
    readonly typeName: string;
    readonly ref: string | null;
    readonly title: string | null;
  } | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly eventSeqs: readonly number[];
}
