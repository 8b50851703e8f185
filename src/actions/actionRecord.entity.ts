import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  FlagColumn,
  KeyColumn,
  NarrativeColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalPlainColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  WholeColumn,
} from '../api/columns';
import { TieredRow } from '../store/row';
import { Confidence, ConfidenceBasis, EvidenceKind, PartState } from './action.enums';

@ObjectType({ implements: TieredRow, description: 'An agency that contributes to an action, with its own part.' })
@Entity('contribution')
export class Contribution extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @KeyColumn()
  agencyId!: string;

  @NarrativeColumn('What this agency does.')
  part!: string | null;

  @ChoiceColumn(() => PartState, 'How far it has come with it.')
  state!: PartState;
}

@ObjectType({ implements: TieredRow, description: 'A step on the way of an action.' })
@Entity('milestone')
export class Milestone extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @WholeColumn('Its place among the milestones, from 1.')
  position!: number;

  @NarrativeColumn('What is reached.')
  title!: string | null;

  @OptionalDayColumn('When it is due.')
  dueOn!: string | null;

  @OptionalDayColumn('When it was reached.')
  reachedOn!: string | null;
}

@ObjectType({ implements: TieredRow, description: 'A dated report on an action. Updates are only added, never changed.' })
@Entity('progress_update')
export class ProgressUpdate extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @KeyColumn()
  authorId!: string;

  @DayColumn('The day it describes.')
  asAtOn!: string;

  @NarrativeColumn('What happened.')
  text!: string | null;

  @OptionalChoiceColumn(() => Confidence, 'How confident the lead is.')
  confidence!: Confidence | null;

  @OptionalChoiceColumn(() => ConfidenceBasis, 'What the confidence is about.')
  basis!: ConfidenceBasis | null;

  @OptionalTextColumn('What stands in the way.')
  blockedBy!: string | null;

  @FlagColumn('Whether something stands in the way, also where you may not read what.')
  isBlocked!: boolean;
}

@ObjectType({
  implements: TieredRow,
  description: 'A piece of evidence for an action. The evidence itself is kept elsewhere.',
})
@Entity('evidence_item')
export class EvidenceItem extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @ChoiceColumn(() => EvidenceKind, 'What it is.')
  kind!: EvidenceKind;

  @NarrativeColumn('What it shows.')
  description!: string | null;

  @DayColumn('The day it is from.')
  datedOn!: string;

  @WholeColumn('Impact: 0 none; 1 output exists; 2 reach; 3 practice changed; 4 experience or outcome changed; 5 sustained.')
  impactLevel!: number;

  @OptionalTextColumn('Where it is kept.')
  url!: string | null;

  @OptionalPlainColumn('SHA-256 of the file in lower-case hexadecimal, so that a later change of it shows.')
  sha256!: string | null;
}

@ObjectType({
  implements: TieredRow,
  description: 'A change of an action’s due date: from when to when, why, and who approved it.',
})
@Entity('due_date_change')
export class DueDateChange extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @DayColumn('The due date before.')
  fromOn!: string;

  @DayColumn('The due date after.')
  toOn!: string;

  @NarrativeColumn('Why it was changed.')
  reason!: string | null;

  @KeyColumn()
  approvedById!: string;

  @OptionalKeyColumn()
  meetingId!: string | null;
}

@ObjectType({ implements: TieredRow, description: 'The sign-off of an action by a meeting.' })
@Entity('sign_off')
export class SignOff extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @KeyColumn()
  signedOffById!: string;

  @KeyColumn()
  meetingId!: string;

  @WholeColumn('The version of the action that was decided on.')
  actionVersion!: number;

  @DayColumn('The day of the meeting.')
  meetingOn!: string;

  @NarrativeColumn('Where the decision stands in the minutes.')
  minuteRef!: string | null;
}
