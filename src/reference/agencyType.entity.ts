import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FlagColumn, TextColumn } from '../api/columns';
import { Node, ReferenceRow } from '../store/row';

@ObjectType({ implements: Node, description: 'A kind of agency that works with a committee.' })
@Entity('agency_type')
export class AgencyType extends ReferenceRow {
  @TextColumn('Stable code, for example POLICE_SCOTLAND.')
  code!: string;

  @TextColumn('What people call it.')
  label!: string;

  @FlagColumn('Whether the entry was checked against a published source.')
  isVerified!: boolean;
}
