import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { TextColumn, WholeColumn } from '../api/columns';
import { Node, ReferenceRow } from '../store/row';

@ObjectType({
  implements: Node,
  description: 'A version of an inspectorate’s quality framework. Versions keep their own indicators, because titles change.',
})
@Entity('quality_framework')
export class QualityFramework extends ReferenceRow {
  @TextColumn('Title as published.')
  name!: string;

  @TextColumn('Which version of it, as the publisher calls it.')
  edition!: string;

  @WholeColumn('The year this version was published.')
  publishedYear!: number;

  @TextColumn('Who published it.')
  publisher!: string;
}
