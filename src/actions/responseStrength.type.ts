import { Field, Int, ObjectType } from 'type-graphql';
import { ChangeType } from './action.enums';
import { ResponseStrength } from './responseStrength.enums';

@ObjectType({ description: 'How many live actions make a kind of change.' })
export class ResponseByChangeType {
  @Field(() => ChangeType, { description: 'The kind of change.' })
  changeType!: ChangeType;

  @Field(() => ResponseStrength, { description: 'How that kind works.' })
  strength!: ResponseStrength;

  @Field(() => Int, { description: 'How many actions.' })
  count!: number;
}

@ObjectType({
  description: 'How strong the response to a source is: whether it rests on people remembering or changes the system.',
})
export class SourceResponse {
  @Field(() => Int, {
    description: 'Live actions that answer its findings, each counted once: approved, and neither stopped nor superseded.',
  })
  live!: number;

  @Field(() => Int, { description: 'Actions that would answer them and are not approved yet.' })
  proposed!: number;

  @Field(() => Int, { description: 'Actions that answered them and were stopped or replaced.' })
  givenUp!: number;

  @Field(() => Int, { description: 'Live actions that depend on people.' })
  personDependent!: number;

  @Field(() => Int, { description: 'Live actions that change the conditions of the work.' })
  intermediate!: number;

  @Field(() => Int, { description: 'Live actions that change how the work is done.' })
  system!: number;

  @Field(() => [ResponseByChangeType], { description: 'The live actions by kind of change; they add up.' })
  byChangeType!: ResponseByChangeType[];

  @Field({ description: 'The same as a sentence.' })
  sentence!: string;
}
