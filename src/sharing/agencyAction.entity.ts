import { Field, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn, ViewEntity } from 'typeorm';
import { ActionStatus, Confidence, PartState } from '../actions/action.enums';
import { ChoiceColumn, KeyColumn, OptionalChoiceColumn, OptionalDayColumn, OptionalKeyColumn, TextColumn } from '../api/columns';
import { LocalDateScalar } from '../api/scalars';
import { AgencyPart } from './sharing.enums';

/** A milestone as the view gives it. */
export interface SharedMilestone {
  readonly position: number;
  readonly title: string | null;
  readonly dueOn: string | null;
  readonly reachedOn: string | null;
}

/**
 * A row of a view: for the agency of whoever is asking it shows the actions of their own committee, and those of others that
 * agreements in force cover. It is no Node, since nothing of another committee can be fetched by an id.
 */
@ObjectType({
  description:
    'An action that your agency leads or has a part in, in your own committee or in another one that shares it. From another committee it has what the agreement covers, and nothing else can be reached from it.',
})
@ViewEntity({ name: 'agency_action', schema: 'governance', synchronize: false })
export class AgencyAction {
  @PrimaryColumn('uuid')
  id!: string;

  @KeyColumn()
  committeeId!: string;

  @OptionalKeyColumn()
  ownActionId!: string | null;

  @OptionalKeyColumn()
  agreementId!: string | null;

  @TextColumn('The committee whose action it is.')
  committeeName!: string;

  @TextColumn('The reference the committee gave it; together with the committee’s name it names the action.')
  ref!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @ChoiceColumn(() => ActionStatus, 'How far it has come. Drafts and proposals are not here: they bind nobody yet.')
  status!: ActionStatus;

  @OptionalDayColumn('The due date it was approved with.')
  originalDueOn!: string | null;

  @OptionalDayColumn('The due date in force.')
  dueOn!: string | null;

  @ChoiceColumn(() => AgencyPart, 'What your agency has to do with it.')
  part!: AgencyPart;

  @Column('text', { nullable: true })
  contribution!: string | null;

  @OptionalChoiceColumn(() => PartState, 'How far your agency has come with its own part; null where it has none.')
  contributionState!: PartState | null;

  @OptionalDayColumn('The day work started; null where progress is not shared.')
  startedOn!: string | null;

  @OptionalDayColumn('The day its lead said it was done; null where progress is not shared.')
  completedOn!: string | null;

  @OptionalChoiceColumn(() => Confidence, 'How confident the lead was last; null where progress is not shared.')
  confidence!: Confidence | null;

  @OptionalDayColumn('The day that confidence is from.')
  confidenceAsAtOn!: string | null;

  @Column('jsonb')
  milestones!: readonly SharedMilestone[];

  /** Of the committee's own actions only those that it sees by itself; of others what the view gives. */
  static visibleTo(alias: string, committee: string): string {
    const own = `select 1 from action o where o.id = ${alias}.own_action_id and o.committee_id = ${committee}`;
    return `(${alias}.agreement_id is not null or exists (${own}))`;
  }
}

@ObjectType({ description: 'A step on the way of an action, as far as it is shared.' })
export class AgencyMilestone implements SharedMilestone {
  @Field({ description: 'Its place among the milestones, from 1.' })
  position!: number;

  @Field(() => String, { nullable: true, description: 'What is reached; null where titles are not shared.' })
  title!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it is due.' })
  dueOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was reached.' })
  reachedOn!: string | null;
}
