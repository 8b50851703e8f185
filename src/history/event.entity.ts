import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, MomentColumn, OptionalKeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { LinkRow, Node } from '../store/row';
import { Withholdable } from '../store/standing';
import { ActorKind } from './event.enums';

@ObjectType({
  implements: Node,
  description:
    'Something that happened to the committee’s records: one change, with all that it changed. Events are never changed.',
})
@Entity('event')
export class Event extends Node {
  @Column('uuid')
  committeeId!: string;

  @WholeColumn('Its number in the committee’s chain of events, from 1 without gaps.')
  seq!: number;

  @MomentColumn('When it happened. Of two events of a committee the later one has the later moment.')
  moment!: Date;

  @ChoiceColumn(() => ActorKind, 'Who did it.')
  actorKind!: ActorKind;

  @OptionalKeyColumn()
  actorId!: string | null;

  @TextColumn('What was done: the name of the mutation, foundCommittee, or SQL for work in the database by hand.')
  verb!: string;

  @Column('text', { nullable: true })
  requestKey!: string | null;

  @Column('text', { nullable: true })
  hash!: string | null;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}

/** The facts of a row, keyed by column. */
export type RowFacts = Readonly<Record<string, unknown>>;

/** One row that an event made, changed or removed; of a changed one only what differs. */
@Entity('event_change')
export class EventChangeRow {
  static readonly isTiered = true;
  static readonly isOfCommittee = true;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  committeeId!: string;

  @Column('uuid')
  eventId!: string;

  @Column('int')
  position!: number;

  @Column('text')
  kind!: string;

  @Column('uuid')
  rowId!: string;

  @OptionalKeyColumn()
  otherId!: string | null;

  @Column('int', { nullable: true })
  rowVersion!: number | null;

  @Withholdable()
  @Column('jsonb', { nullable: true })
  before!: RowFacts | null;

  @Withholdable()
  @Column('jsonb', { nullable: true })
  after!: RowFacts | null;

  @Column('text', { nullable: true })
  salt!: string | null;

  @Column('text', { nullable: true })
  bodyHash!: string | null;

  /** A tie bears the id of one of the rows it ties, and has no text. */
  static tellsOf({ kind, rowId, otherId }: EventChangeRow): [kind: string, id: string] | null {
    return otherId === null ? [kind, rowId] : null;
  }

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}

/** What an event is about: the rows it changed, what they belong to, and both ends of a tie. */
@Entity('event_subject')
export class EventSubject {
  @Column('uuid')
  committeeId!: string;

  @PrimaryColumn('uuid')
  subjectId!: string;

  @PrimaryColumn('uuid')
  eventId!: string;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}

@Entity('chain_head')
export class ChainHead {
  @PrimaryColumn('uuid')
  committeeId!: string;

  @Column('int')
  seq!: number;

  @Column('timestamptz')
  moment!: Date;

  @Column('text')
  hash!: string;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}
