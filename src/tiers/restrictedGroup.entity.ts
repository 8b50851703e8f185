import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, KeyColumn, NarrativeColumn, OptionalDayColumn } from '../api/columns';
import { TieredRow } from '../store/row';

@ObjectType({
  implements: TieredRow,
  description: 'A named group of people who work with the committee, to whom something can be restricted.',
})
@Entity('restricted_group')
export class RestrictedGroup extends TieredRow {
  @NarrativeColumn('What it is called.')
  name!: string | null;

  @NarrativeColumn('What it is for.')
  purpose!: string | null;
}

@ObjectType({ implements: TieredRow, description: 'That someone is in a group, from one day until another.' })
@Entity('restricted_group_member')
export class RestrictedGroupMember extends TieredRow {
  @KeyColumn()
  restrictedGroupId!: string;

  @KeyColumn()
  memberId!: string;

  @DayColumn('The first day in it.')
  fromOn!: string;

  @OptionalDayColumn('The first day not in it any more; null while no end is set.')
  untilOn!: string | null;
}
