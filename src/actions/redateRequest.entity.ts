import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { RedateRequestStatus } from './action.enums';

@ObjectType({ implements: CommitteeRow, description: 'A request for a new due date. It changes nothing until it is decided.' })
@Entity('redate_request')
export class RedateRequest extends CommitteeRow {
  @KeyColumn()
  actionId!: string;

  @KeyColumn()
  requestedById!: string;

  @DayColumn('The due date asked for.')
  wantedOn!: string;

  @TextColumn('Why.')
  reason!: string;

  @ChoiceColumn(() => RedateRequestStatus, 'What became of it.')
  status!: RedateRequestStatus;

  @OptionalDayColumn('The day it was decided or withdrawn.')
  settledOn!: string | null;

  @OptionalKeyColumn()
  settledById!: string | null;

  @OptionalTextColumn('Why it was refused or withdrawn.')
  settledReason!: string | null;

  @OptionalKeyColumn()
  dueDateChangeId!: string | null;
}
