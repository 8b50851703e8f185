import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { Actor } from '../access/actor';
import { clearanceOf, clearances } from '../access/clearance';
import { ChoiceColumn, KeyColumn, MomentColumn, TextColumn } from '../api/columns';
import { ActorKind } from '../history/event.enums';
import { LinkRow, Node } from '../store/row';

@ObjectType({
  implements: Node,
  description:
    'That somebody had a text of something RESTRICTED before them. It is written before the text is given out, and never changed.',
})
@Entity('restricted_read')
export class RestrictedRead extends Node {
  @Column('uuid')
  committeeId!: string;

  @ChoiceColumn(() => ActorKind, 'Who read it.')
  actorKind!: ActorKind;

  @KeyColumn()
  actorId!: string;

  @MomentColumn('When the request came in which it was read.')
  moment!: Date;

  @TextColumn('What was asked: the name of the operation, if it has one, and its fields at the root.')
  operation!: string;

  /** The table of the row. */
  @Column('text')
  kind!: string;

  @KeyColumn()
  rowId!: string;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }

  static isShownTo(_read: RestrictedRead, actor: Actor): boolean {
    return clearanceOf(actor) === clearances.EVERYTHING;
  }
}
