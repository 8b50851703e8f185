import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../api/connection';
import { Member } from '../members/member.entity';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../store/pageSql';
import type { HeldAbout as Held } from '../store/heldAbout';

@ObjectType({ description: 'How often something of a type names the member, and as what.' })
export class HeldSection {
  @Field({ description: 'The type, for example Action.' })
  typeName!: string;

  @Field({ description: 'As what it names the member, for example leadMember.' })
  as!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;
}

@ObjectType({ description: 'One thing that something says.' })
export class HeldFact {
  @Field({ description: 'The field; a key is named with Id at its end.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What it says, as text.' })
  value!: string | null;
}

@ObjectType({ description: 'Something that names the member.' })
export class HeldItem {
  @Field({ description: 'The type, for example Action.' })
  typeName!: string;

  @Field({ description: 'As what it names the member, for example leadMember.' })
  as!: string;

  @Field({ description: 'The same in words: what it is, and since when it names the member as what.' })
  sentence!: string;

  @Field({ description: 'Since when it names the member.' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when it did; null where it still does.' })
  until!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Its id, where it can be fetched by itself.' })
  id!: string | null;

  @Field(() => [HeldFact], { description: 'What it says now, as far as you may know; empty where it is gone or not for you.' })
  facts!: readonly HeldFact[];

  static visibleTo(): string {
    return 'true';
  }
}

export const HeldItemConnection = connectionType(HeldItem, 'OPEN');

@ArgsType()
export class HeldItemArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start (default ${DEFAULT_PAGE}, at most ${LARGEST_PAGE}).`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Start after this cursor.' })
  after?: string | null;
}

@ObjectType({ description: 'All that is held about a member here, for a request for access to one’s own data.' })
export class HeldAbout {
  constructor(
    readonly held: Held,
    member: Member,
  ) {
    this.member = member;
  }

  @Field(() => Member, { description: 'The member, with post, role, agency and the accounts that sign in.' })
  readonly member: Member;
}
