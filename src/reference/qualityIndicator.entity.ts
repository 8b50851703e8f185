import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FlagColumn, KeyColumn, TextColumn } from '../api/columns';
import { Node, ReferenceRow } from '../store/row';

@ObjectType({ implements: Node, description: 'A quality indicator of one version of a quality framework.' })
@Entity('quality_indicator')
export class QualityIndicator extends ReferenceRow {
  @KeyColumn()
  frameworkId!: string;

  @TextColumn('Code within the framework, for example 5.2.')
  code!: string;

  @TextColumn('Title within this version of the framework.')
  title!: string;

  @TextColumn('The domain of the framework, for example "Delivery of services".')
  domain!: string;

  @TextColumn('The area within the domain, with its number.')
  area!: string;

  @FlagColumn('Whether the title was checked against a published source; where false, treat it as likely.')
  isVerified!: boolean;
}
