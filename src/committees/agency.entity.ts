import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { KeyColumn, TextColumn } from '../api/columns';
import { Node } from '../store/row';

@ObjectType({
  implements: Node,
  description: 'An agency that works with the committee. One agency may work with several committees.',
})
@Entity('agency')
export class Agency extends Node {
  @TextColumn('Name of the agency.')
  name!: string;

  @KeyColumn()
  agencyTypeId!: string;

  static visibleTo(alias: string, committee: string): string {
    return `exists (select 1 from committee_agency v where v.agency_id = ${alias}.id and v.committee_id = ${committee})`;
  }
}
