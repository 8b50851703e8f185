import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { FlagColumn, OptionalKeyColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { IdentifierKind } from '../committees/textGuard.enums';
import { CommitteeRow } from '../store/row';

@ObjectType({ description: 'Something in a text that could point at a person.' })
export class TextWarning {
  @Field({ description: 'The field of the input, for example input.statement.' })
  field!: string;

  @Field(() => IdentifierKind, { description: 'What it may be.' })
  kind!: IdentifierKind;
}

@ObjectType({
  implements: CommitteeRow,
  description:
    'That texts were kept although something in them was warned of, or that their author confirmed that they hold no personal data. It is kept with the change, and never changed.',
})
@Entity('text_check')
export class TextCheck extends CommitteeRow {
  @TextColumn('The mutation that the texts were sent with.')
  verb!: string;

  @Field(() => [TextWarning], { description: 'What was warned of.' })
  @Column('jsonb')
  warnings!: TextWarning[];

  @FlagColumn('Whether the author confirmed that the texts hold no personal data.')
  isConfirmed!: boolean;

  @OptionalTextColumn('Why it is no personal data.')
  reason!: string | null;

  @OptionalKeyColumn()
  memberId!: string | null;

  @OptionalKeyColumn()
  serviceAccountId!: string | null;
}
