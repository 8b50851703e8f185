import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { TextColumn } from '../api/columns';
import { Node, ReferenceRow } from '../store/row';

@ObjectType({ implements: Node, description: 'A territorial health board of NHS Scotland.' })
@Entity('health_board')
export class HealthBoard extends ReferenceRow {
  @TextColumn('Official code (GSS), for example S08000020.')
  code!: string;

  @TextColumn('Name without "NHS", for example Grampian.')
  name!: string;
}
