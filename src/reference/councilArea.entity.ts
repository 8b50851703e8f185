import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { KeyColumn, TextColumn } from '../api/columns';
import { Node, ReferenceRow } from '../store/row';

@ObjectType({ implements: Node, description: 'One of Scotland’s 32 council areas.' })
@Entity('council_area')
export class CouncilArea extends ReferenceRow {
  @TextColumn('Official code (GSS), for example S12000033.')
  code!: string;

  @TextColumn('Name of the council area.')
  name!: string;

  @Field(() => [String], { description: 'Codes the area had before; old data still carries them.' })
  @Column('text', { array: true })
  formerCodes!: string[];

  @KeyColumn()
  healthBoardId!: string;
}
