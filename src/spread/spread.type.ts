import { Field, Int, ObjectType } from 'type-graphql';
import { TestScale } from '../cycles/cycle.enums';
import { spreadOf, spreadSentence, type Uptake } from './spread.rules';

@ObjectType({ description: 'How far an idea has spread, over all areas of its lineage that you may see. Computed, never set.' })
export class IdeaSpread {
  @Field({ description: 'In a sentence, for example: Tried in 5 areas, held in 3, at scales SINGLE to LARGE.' })
  sentence!: string;

  @Field(() => Int, { description: 'How many areas use or used it, the one it comes from among them.' })
  areas!: number;

  @Field(() => Int, { description: 'In how many of them a test was decided on.' })
  areasTried!: number;

  @Field(() => Int, { description: 'In how many it was adopted, whether or not it has held yet.' })
  areasAdopted!: number;

  @Field(() => Int, { description: 'In how many it is in place and its measure has held.' })
  areasHeld!: number;

  @Field(() => Int, { description: 'In how many it was given up.' })
  areasGivenUp!: number;

  @Field(() => TestScale, { nullable: true, description: 'The smallest scale of any test, as far as scales were stated.' })
  smallestScale!: TestScale | null;

  @Field(() => TestScale, { nullable: true, description: 'The largest scale of any test, as far as scales were stated.' })
  largestScale!: TestScale | null;
}

export function shownSpread(uptakes: readonly Uptake[]): IdeaSpread {
  const tally = spreadOf(uptakes);
  return { ...tally, sentence: spreadSentence(tally) };
}
