import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  NarrativeColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  OptionalWholeColumn,
  TextColumn,
} from '../api/columns';
import { ClassifiedRow } from '../tiers/classified.entity';
import { ActionOrigin, ActionStatus, ChangeType } from './action.enums';

@ObjectType({
  implements: ClassifiedRow,
  description: 'An improvement action. Once approved it answers a finding, or says why it is a planned priority.',
})
@Entity('action')
export class Action extends ClassifiedRow {
  @TextColumn('The committee’s reference, for example LR-2026-01/F3/A1.')
  ref!: string;

  @OptionalKeyColumn()
  outcomeId!: string | null;

  @NarrativeColumn('What is to be done, in a line.')
  title!: string | null;

  @OptionalTextColumn('More about it.')
  description!: string | null;

  @OptionalTextColumn('What will be different when it is done.')
  intendedOutcome!: string | null;

  @ChoiceColumn(() => ChangeType, 'What kind of change it makes.')
  changeType!: ChangeType;

  @ChoiceColumn(() => ActionOrigin, 'Why it exists.')
  origin!: ActionOrigin;

  @OptionalTextColumn('Why it is a priority, when it answers no finding.')
  originReason!: string | null;

  @ChoiceColumn(() => ActionStatus, 'How far it has come: what people say was delivered.')
  status!: ActionStatus;

  @OptionalTextColumn('Why it is in this state, where the state needs a reason.')
  statusReason!: string | null;

  @OptionalKeyColumn()
  leadAgencyId!: string | null;

  @OptionalKeyColumn()
  leadMemberId!: string | null;

  @OptionalTextColumn('The post that leads it, for example "Service manager, children and families".')
  leadRole!: string | null;

  @OptionalDayColumn('The due date it was approved with; it never changes afterwards.')
  originalDueOn!: string | null;

  @OptionalDayColumn('The due date in force.')
  dueOn!: string | null;

  @OptionalDayColumn('The day work started.')
  startedOn!: string | null;

  @OptionalDayColumn('The day its lead said it was done.')
  completedOn!: string | null;

  @OptionalKeyColumn()
  completedById!: string | null;

  @OptionalDayColumn('When an action on hold is to be looked at again.')
  reviewOn!: string | null;

  @OptionalTextColumn('Why there is no measure of success, when there is none.')
  noMeasureReason!: string | null;

  @OptionalWholeColumn('For how many months an improvement has to hold after sign-off; null for what the committee has agreed.')
  sustainMonths!: number | null;

  @OptionalKeyColumn()
  supersededById!: string | null;
}
