import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import type { Role } from '../access/roles';
import { ChoiceColumn, OptionalDayColumn, OptionalKeyColumn, OptionalMomentColumn, TextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
import { RoleEnum } from './member.enums';

@ObjectType({ implements: CommitteeRow, description: 'A program that reads for a partner, such as a dashboard.' })
@Entity('service_account')
export class ServiceAccount extends CommitteeRow {
  @TextColumn('What it is for, for example "Power BI, quarterly report".')
  displayName!: string;

  @ChoiceColumn(() => RoleEnum, 'What it may do here.')
  role!: Role;

  @OptionalKeyColumn()
  agencyId!: string | null;

  @OptionalDayColumn('The last day it may sign in.')
  endedOn!: string | null;

  @OptionalKeyColumn()
  addedById!: string | null;

  @OptionalMomentColumn(
    'When the chair confirmed it, with all its keys. One that is an analyst or reads for an agency signs in only with keys that were confirmed.',
  )
  confirmedAt!: Date | null;

  @OptionalKeyColumn()
  confirmedById!: string | null;
}
