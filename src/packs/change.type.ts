import { Extensions, Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { RoleEnum } from '../members/member.enums';
import { PackChangeKind } from './change.enums';
import type { Change } from './changeFacts.rules';

@ObjectType({ description: 'What a change is about, as it was called at the end of the time looked at.' })
export class ChangeSubject {
  @Field(() => ID, { description: 'Its id; node(id) shows it.' })
  id!: string;

  @Field({ description: 'Its type, for example Action.' })
  typeName!: string;

  @Field(() => String, { nullable: true, description: 'Its reference.' })
  ref!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title or text.' })
  title!: string | null;
}

@ObjectType({ description: 'One thing that changed between two moments.' })
export class PackChange implements Change {
  @Field(() => PackChangeKind, { description: 'What kind of change it is.' })
  kind!: PackChangeKind;

  @Field(() => LocalDateScalar, { description: 'The day it was recorded; of a new signal, the day of the later chart.' })
  happenedOn!: LocalDate;

  @Field({ description: 'What happened, in plain English.' })
  sentence!: string;

  @Field(() => ChangeSubject, {
    nullable: true,
    description: 'What it is about; null for a tie, and for what is not there any more.',
  })
  subject!: ChangeSubject | null;

  @Field(() => String, { nullable: true, description: 'The state, due date or signal before.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'The state, due date or signal after.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'Why a due date was changed.' })
  reason!: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'In which role somebody approved a new due date.' })
  approvedBy!: string | null;

  @Field(() => [Int], {
    description: 'The numbers of the events that made it; of a new signal, of those that changed the measure and its figures.',
  })
  eventSeqs!: number[];
}

@ObjectType({
  description: 'What changed between two moments: exactly the events between the two heads of the chain, told item by item.',
})
export class Changes {
  @Field(() => Date, { description: 'The earlier moment.' })
  fromMoment!: Date;

  @Field(() => Date, { description: 'The later moment.' })
  toMoment!: Date;

  @Field(() => Int, { description: 'The number of the last event at the earlier moment.' })
  fromSeq!: number;

  @Field(() => Int, { description: 'The number of the last event at the later moment.' })
  toSeq!: number;

  @Extensions({ listSize: 100 })
  @Field(() => [PackChange], { description: 'The items, in the order of their first events; new signals last.' })
  items!: readonly Change[];
}

@ObjectType({ description: 'The pack of a meeting as it would be sealed at this moment. Nothing of it is kept.' })
export class PackDraft {
  @Field(() => Date, { description: 'The moment it is as at.' })
  asAt!: Date;

  @Field({ description: 'What it says, as canonical JSON.' })
  canonicalText!: string;

  @Field({ description: 'The same as a page for reading and printing, marked as a draft.' })
  page!: string;

  @Extensions({ listSize: 100 })
  @Field(() => [PackChange], { description: 'What changed since the last pack, or since the last meeting where that has none.' })
  changes!: readonly Change[];
}
