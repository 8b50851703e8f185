import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChoiceColumn, FlagColumn, TextColumn } from '../api/columns';
import { Node } from '../store/row';
import { CommitteeKind } from './committee.enums';

@ObjectType({
  implements: Node,
  description: 'A Child Protection Committee (CPC): the local partnership that leads child protection policy and practice.',
})
@Entity('committee')
export class Committee extends Node {
  @TextColumn('Name of the committee.')
  name!: string;

  @ChoiceColumn(() => CommitteeKind, 'What it oversees.')
  kind!: CommitteeKind;

  @TextColumn('What its chief officers’ body is called here; the name differs between areas.')
  chiefOfficersBody!: string;

  @FlagColumn('True for a committee that does not exist, made to show how the service works.')
  isInvented!: boolean;

  static visibleTo(alias: string, committee: string): string {
    return `${alias}.id = ${committee}`;
  }
}
