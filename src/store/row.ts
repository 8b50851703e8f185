import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { Column, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Actor } from '../access/actor';
import { toGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';

/** Rows are instances of their own class, so the class says which GraphQL type a row is. */
const resolveType = (row: object): string => row.constructor.name;

/** Anything with an id of its own. The database keeps a uuid; clients see the global id. */
@InterfaceType({ resolveType, description: 'Anything that can be fetched again by its id with node(id).' })
export abstract class Node {
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => ID, { name: 'id', description: 'Opaque id, unique over all types. Keep it; do not take it apart.' })
  get globalId(): string {
    return toGlobalId(this.constructor.name, this.id);
  }
}

/** Reference data: the same for every committee and read-only for all. */
export abstract class ReferenceRow extends Node {
  static visibleTo(_alias: string, committee: string): string {
    return `${committee} is not null`;
  }
}

/** A committee's own row: everything that belongs to a committee and may change. */
@InterfaceType('Versioned', {
  resolveType,
  implements: Node,
  description: 'Something a committee records; each change makes a new version.',
})
export abstract class CommitteeRow extends Node {
  @Column('uuid')
  committeeId!: string;

  @Field(() => Int, {
    description: 'Counts the changes, from 1. Send it back with a change, so that nobody overwrites what they have not seen.',
  })
  @VersionColumn()
  version!: number;

  static readonly isOfCommittee: boolean = true;

  @Field(() => Date, { description: 'When it was first recorded here.' })
  @Column('timestamptz')
  recordedAt!: Date;

  static visibleTo(alias: string, committee: string): string {
    return `${alias}.committee_id = ${committee}`;
  }
}

/** What is on the thread from a source to what is done about it: who may read its texts is settled by its tier. */
@InterfaceType('Tiered', {
  resolveType,
  implements: CommitteeRow,
  description:
    'Something on the thread, from a source of learning to what is done about it. Its texts are withheld from those whom its tier, or that of something above it, leaves out.',
})
export abstract class TieredRow extends CommitteeRow {
  static readonly isTiered = true;
}

/** A row that joins two others and has nothing to say of its own; it is never shown by itself. */
export abstract class LinkRow {
  @Column('uuid')
  committeeId!: string;

  static visibleTo(alias: string, committee: string): string {
    return `${alias}.committee_id = ${committee}`;
  }
}

/** Rows that follow from others: the SELECT that works them out, always with a committee_id, and the properties it gives. */
export interface Derivation {
  readonly sql: string;
  readonly properties: readonly string[];
}

/** Reads the row with this uuid, as whoever asks may read it. */
export type FindRow = <T extends object>(type: RowType<T>, id: string) => Promise<T | null>;

/** A class whose rows the store can read. `visibleTo` is the SQL condition for "this committee may see it". */
export interface RowType<T extends object = object> {
  new (): T;
  readonly name: string;
  visibleTo(alias: string, committee: string): string;
  /** Whether it may be withheld from some readers who can see that it is there. */
  readonly isTiered?: boolean;
  /** Whether a privacy steward may withhold its texts from everyone: its view says which are. */
  readonly isOfCommittee?: boolean;
  /** The row that one tells of, where it has texts of another: its table and its id. */
  tellsOf?(row: object): [kind: string, id: string] | null;
  /** What people call a row that has no name of its own, and is not called by what it belongs to alone. */
  calledBy?(row: T, find: FindRow): Promise<string | null>;
  /** For rows that no table keeps: how they are worked out for a day. */
  derived?(today: LocalDate): Derivation;
  /** Whether node(id) gives a row to this actor, where not everyone of the committee gets it. */
  isShownTo?(row: T, actor: Actor): boolean;
}
