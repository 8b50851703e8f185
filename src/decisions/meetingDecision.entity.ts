import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  KeyColumn,
  NarrativeColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  WholeColumn,
} from '../api/columns';
import { MeetingDecisionKind } from '../meetings/meeting.enums';
import { CommitteeRow, Node, TieredRow } from '../store/row';
import { EscalationStatus } from './decision.enums';
import { AboutRow } from './subject.entity';

@ObjectType({
  implements: [Node, CommitteeRow, TieredRow],
  description:
    'What a meeting decided about something, on the version it had before it. Never changed; a later decision supersedes it.',
})
@Entity('meeting_decision')
export class MeetingDecision extends AboutRow {
  @KeyColumn()
  meetingId!: string;

  @ChoiceColumn(() => MeetingDecisionKind, 'What was decided.')
  kind!: MeetingDecisionKind;

  @WholeColumn('The version that was decided on.')
  subjectVersion!: number;

  @NarrativeColumn('Where the decision stands in the minutes.')
  minuteRef!: string | null;

  @OptionalTextColumn('Why.')
  reason!: string | null;

  @OptionalDayColumn('The new due date, where one was given.')
  newDueOn!: string | null;

  @KeyColumn()
  recordedById!: string;

  @OptionalKeyColumn()
  supersedesId!: string | null;
}

@ObjectType({
  implements: TieredRow,
  description: 'Something a meeting put before the chief officers’ body, and what that decided.',
})
@Entity('escalation')
export class Escalation extends TieredRow {
  @KeyColumn()
  decisionId!: string;

  @NarrativeColumn('What is asked of the chief officers’ body.')
  question!: string | null;

  @ChoiceColumn(() => EscalationStatus, 'Whether it has answered.')
  status!: EscalationStatus;

  @OptionalTextColumn('What it decided.')
  answer!: string | null;

  @OptionalDayColumn('The day it decided.')
  answeredOn!: string | null;

  @OptionalKeyColumn()
  answeredById!: string | null;
}
