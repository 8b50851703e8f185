import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import { EvidenceKind } from './action.enums';

@ObjectType({ description: 'Evidence of one kind that there was when an action was signed off.' })
export class EvidenceAtClosure {
  @Field(() => EvidenceKind, { description: 'The kind.' })
  kind!: EvidenceKind;

  @Field(() => Int, { description: 'How many pieces.' })
  count!: number;

  @Field(() => Int, { description: 'The highest impact level among them.' })
  highestImpactLevel!: number;
}

@ObjectType({ description: 'How many closures had this as their highest impact level.' })
export class ClosuresByLevel {
  @Field(() => Int, { nullable: true, description: 'The impact level from 0 to 5; null for closures without evidence.' })
  level!: number | null;

  @Field(() => Int, { description: 'How many.' })
  closures!: number;
}

@ObjectType({ description: 'How many closures had evidence of a kind; a closure with two kinds is in two.' })
export class ClosuresByKind {
  @Field(() => EvidenceKind, { description: 'The kind of evidence.' })
  kind!: EvidenceKind;

  @Field(() => Int, { description: 'How many.' })
  closures!: number;
}

@ObjectType({
  description:
    'On what the committee’s actions were closed. A closure counts with the evidence there was at its sign-off; one that was reopened has left the ledger and is counted apart.',
})
export class ClosureLedger {
  @Field(() => LocalDateScalar, { description: 'The day for which it was worked out.' })
  asAtOn!: string;

  @Field(() => Int, { description: 'Closures that stand.' })
  closures!: number;

  @Field(() => Int, {
    description: 'Those of them on assertion: without evidence, or with none beyond an output (level 0 or 1).',
  })
  onAssertion!: number;

  @Field(() => Int, { description: 'Closures that were reopened since.' })
  reopened!: number;

  @Field(() => [ClosuresByLevel], { description: 'The closures that stand by their highest impact level; they add up.' })
  byImpactLevel!: ClosuresByLevel[];

  @Field(() => [ClosuresByKind], { description: 'The closures that stand by kind of evidence.' })
  byEvidenceKind!: ClosuresByKind[];
}
