import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  NarrativeColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
} from '../api/columns';
import { TieredRow } from '../store/row';
import { RedateRequestStatus } from './action.enums';

@ObjectType({ implements: TieredRow, description: 'A request for a new due date. It changes nothing until it is decided.' })
@Entity('redate_request')
export class RedateRequest extends TieredRow {
  @KeyColumn()
  actionId!: string;

  @KeyColumn()
  requestedById!: string;

  @DayColumn('The due date asked for.')
  wantedOn!: string;

  @NarrativeColumn('Why.')
  reason!: string | null;

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
