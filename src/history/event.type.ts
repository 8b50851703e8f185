import { Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../api/context';
import { Node } from '../store/row';
import type { EventChangeRow } from './event.entity';
import { ChangeKind } from './event.enums';
import { fieldsOf, howOf } from './event.reading';
import type { ReadField } from './sentenceFacts.rules';

@ObjectType({ description: 'One fact of a row, before and after an event.' })
export class FieldChange implements ReadField {
  @Field({ description: 'The field; a key is named with Id at its end.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it was, as text; null where there was nothing.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it became, as text; null where there is nothing.' })
  after!: string | null;
}

@ObjectType({ description: 'One row that an event made, changed or took away.' })
export class EventChange {
  constructor(
    readonly stored: EventChangeRow,
    private readonly ctx: Context,
  ) {}

  @Field({ description: 'The type of the row, for example Action; a tie between two rows is named after both.' })
  get typeName(): string {
    return this.ctx.typeNameOf(this.stored.kind);
  }

  @Field(() => ChangeKind, { description: 'What happened to it.' })
  get kind(): ChangeKind {
    return howOf(this.stored);
  }

  @Field(() => Int, { nullable: true, description: 'The version it had afterwards; null for a tie.' })
  get version(): number | null {
    return this.stored.rowVersion;
  }

  @Field(() => Node, { nullable: true, description: 'The row as it is; null for a tie, and where it was taken away.' })
  async row(): Promise<Node | null> {
    const type = this.ctx.nodeType(this.typeName);
    const row = type ? await this.ctx.store.find(type, this.stored.rowId) : null;
    return row && type?.isShownTo?.(row, this.ctx.actor) === false ? null : row;
  }

  @Field(() => [FieldChange], { description: 'What differs; of a row that was made, all it said.' })
  fields(): Promise<FieldChange[]> {
    return fieldsOf(this.stored, this.ctx);
  }
}
