import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import type { Role } from '../access/roles';
import { ChoiceColumn, OptionalDayColumn, OptionalKeyColumn, TextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
import { RoleEnum } from './member.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'Someone who works with the committee. Only the post is kept, not the private person.',
})
@Entity('member')
export class Member extends CommitteeRow {
  @TextColumn('The post or work name to show, for example "Lead officer".')
  displayName!: string;

  @ChoiceColumn(() => RoleEnum, 'What this person may do here.')
  role!: Role;

  @OptionalKeyColumn()
  agencyId!: string | null;

  @OptionalDayColumn('The last day in this role; sign-in is refused afterwards.')
  endedOn!: string | null;
}
