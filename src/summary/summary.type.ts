import { Field, Int, ObjectType } from 'type-graphql';
import { Disclosure } from '../api/disclosure.type';
import { LocalDateScalar } from '../api/scalars';

@ObjectType({ description: 'How many actions fall into one group.' })
export class SummaryGroup {
  @Field(() => String, {
    nullable: true,
    description:
      'What the group stands for: a state, a theme’s code, an agency’s id, a kind of source, a colour, a category. Null gathers the actions that have none.',
  })
  key!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in words.' })
  label!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Actions in the group, each counted once; null where `countDisclosure` says that it is not shown to you.',
  })
  count!: number | null;

  @Field(() => Disclosure, { description: 'Whether you are shown count.' })
  countDisclosure!: Disclosure;

  @Field(() => Int, {
    nullable: true,
    description: 'Those of them that are overdue; null where `overdueDisclosure` says that it is not shown to you.',
  })
  overdue!: number | null;

  @Field(() => Disclosure, { description: 'Whether you are shown overdue.' })
  overdueDisclosure!: Disclosure;
}

@ObjectType({
  description:
    'Counts of actions for a dashboard. Groups may overlap; total and overdue count each action once. Readers below analyst are answered from the publication that stood on the day: fixed tables, with small numbers hidden.',
})
export class StatusSummary {
  @Field(() => LocalDateScalar, { description: 'The day for which overdue was worked out; of a publication, its day.' })
  asAtOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'All actions that meet the filter; null where `totalDisclosure` says that it is not shown to you.',
  })
  total!: number | null;

  @Field(() => Disclosure, { description: 'Whether you are shown total.' })
  totalDisclosure!: Disclosure;

  @Field(() => Int, {
    nullable: true,
    description:
      'Those approved, not yet done and past their due date; null where `overdueDisclosure` says that it is not shown to you.',
  })
  overdue!: number | null;

  @Field(() => Disclosure, { description: 'Whether you are shown overdue.' })
  overdueDisclosure!: Disclosure;

  @Field(() => [SummaryGroup], {
    description:
      'The counts by group: those with actions, or in a publication all there can be. Empty before the first publication.',
  })
  groups!: SummaryGroup[];
}
