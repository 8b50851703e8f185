import { Field, Float, ObjectType } from 'type-graphql';
import { AimPart } from './theory.enums';

@ObjectType({ description: 'A part that an aim statement leaves out.' })
export class MissingAimPart {
  @Field(() => AimPart, { description: 'The part by name.' })
  part!: AimPart;

  @Field({ description: 'What to add, as a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'One step of the progress scale with its published definition.' })
export class ProgressStep {
  @Field(() => Float, { description: 'The score.' })
  score!: number;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'What has to be so.' })
  definition!: string;
}
