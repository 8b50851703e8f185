import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  TextColumn,
  WholeColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { PlanDecisionKind, PlanStatus } from './plan.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'An improvement plan: the outcomes the committee works for, and the actions for each.',
})
@Entity('plan')
export class Plan extends CommitteeRow {
  @TextColumn('The committee’s reference, for example PLAN-2026-01.')
  ref!: string;

  @TextColumn('Title.')
  title!: string;

  @DayColumn('The first day of its period.')
  startsOn!: string;

  @DayColumn('The last day of its period.')
  endsOn!: string;

  @ChoiceColumn(() => PlanStatus, 'How far it has come.')
  status!: PlanStatus;

  @WholeColumn('Which edition it is; each review that renews it makes a new one.')
  edition!: number;
}

@ObjectType({ implements: CommitteeRow, description: 'An outcome that a plan works for.' })
@Entity('outcome')
export class Outcome extends CommitteeRow {
  @KeyColumn()
  planId!: string;

  @WholeColumn('Its place in the plan, from 1.')
  position!: number;

  @TextColumn('What will be different for children, families or staff.')
  statement!: string;
}

@ObjectType({ implements: CommitteeRow, description: 'A decision on a plan: who decided what, on which edition and when.' })
@Entity('plan_decision')
export class PlanDecision extends CommitteeRow {
  @KeyColumn()
  planId!: string;

  @WholeColumn('The edition decided on.')
  edition!: number;

  @WholeColumn('The version of the plan decided on.')
  planVersion!: number;

  @ChoiceColumn(() => PlanDecisionKind, 'What was decided.')
  kind!: PlanDecisionKind;

  @OptionalTextColumn('Why, or with which conditions.')
  reason!: string | null;

  @OptionalKeyColumn()
  decidedById!: string | null;
}
