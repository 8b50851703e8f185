import { Field, ObjectType } from 'type-graphql';
import { Meeting } from './meeting.entity';

@ObjectType({ description: 'The time between the last meeting of the same body and this one.' })
export class SincePrevious {
  @Field(() => Meeting, { nullable: true, description: 'The meeting held last before; null for the first.' })
  previous!: Meeting | null;

  @Field(() => Date, { nullable: true, description: 'The moment of that meeting’s agenda; null for the first meeting.' })
  fromMoment!: Date | null;

  @Field(() => Date, { nullable: true, description: 'The moment of this meeting’s agenda; null while it has not been held.' })
  toMoment!: Date | null;
}
