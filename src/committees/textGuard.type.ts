import { Field, ObjectType } from 'type-graphql';
import { GuardAnswer, IdentifierKind } from './textGuard.enums';

@ObjectType({ description: 'What the guard on texts does with one kind of thing.' })
export class TextGuardRule {
  @Field(() => IdentifierKind, { description: 'What is found.' })
  kind!: IdentifierKind;

  @Field(() => GuardAnswer, { description: 'What is done.' })
  answer!: GuardAnswer;
}
