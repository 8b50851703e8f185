import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../api/context';
import { Node } from '../store/row';

/** A field of a row, found by its table and its column. */
interface Place {
  readonly kind: string;
  readonly rowId: string;
  readonly columnName: string;
}

@ObjectType({ description: 'Where a text stands: whose it is, and in which field.' })
export class TextPlace {
  constructor(
    private readonly place: Place,
    private readonly ctx: Context,
  ) {}

  @Field({ description: 'The type of what it belongs to, for example Finding.' })
  get typeName(): string {
    return this.ctx.typeNameOf(this.place.kind);
  }

  @Field({ description: 'The name of the field, for example statement.' })
  get fieldName(): string {
    return this.ctx.propertyOf(this.place.kind, this.place.columnName);
  }

  @Field(() => Node, { nullable: true, description: 'What it belongs to, when it can be shown by itself.' })
  async of(): Promise<Node | null> {
    const type = this.ctx.nodeType(this.typeName);
    const row = type ? await this.ctx.store.find(type, this.place.rowId) : null;
    return row && type?.isShownTo?.(row, this.ctx.actor) === false ? null : row;
  }
}
