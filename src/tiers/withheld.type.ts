import { Field, ObjectType } from 'type-graphql';
import { WithheldReason } from './visibility.enums';

@ObjectType({ description: 'That texts are withheld from you: they are null because of this, and not because there are none.' })
export class Withheld {
  @Field(() => WithheldReason, { description: 'Why.' })
  reason!: WithheldReason;

  @Field(() => [String], { description: 'The fields that are withheld, whether or not there is a text in them.' })
  fields!: readonly string[];

  @Field({ description: 'The same in a sentence.' })
  sentence!: string;
}
