import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { OptionalKeyColumn, TextColumn } from '../api/columns';
import { Node } from '../store/row';

@ObjectType({
  implements: Node,
  description: 'A theme of learning, such as information sharing. Committees may add their own beside the national ones.',
})
@Entity('theme')
export class Theme extends Node {
  @TextColumn('Short code, for example A5.')
  code!: string;

  @TextColumn('What the theme is.')
  label!: string;

  @TextColumn('The group it belongs to, for example "Practice".')
  groupLabel!: string;

  @OptionalKeyColumn()
  committeeId!: string | null;

  static visibleTo(alias: string, committee: string): string {
    return `(${alias}.committee_id is null or ${alias}.committee_id = ${committee})`;
  }
}
