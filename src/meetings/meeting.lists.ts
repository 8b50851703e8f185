import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byRequiredDay, byText } from '../api/orders';
import { after, anyIdOf, anyOf, before, whether, words } from '../store/conditions';
import { Meeting, Subgroup } from './meeting.entity';
import { MeetingKind, MeetingStatus } from './meeting.enums';

@InputType({ description: 'Which meetings.' })
export class MeetingFilter {
  @ChoicesInput(() => MeetingStatus, 'Only these states.')
  statuses?: MeetingStatus[] | null;

  @ChoicesInput(() => MeetingKind, 'Only these kinds.')
  kinds?: MeetingKind[] | null;

  @OptionalIdsInput('Only of these subgroups.')
  subgroupIds?: string[] | null;

  @OptionalFlagInput('Only of the committee itself (true) or only of subgroups (false).')
  isOfCommittee?: boolean | null;

  @OptionalDayInput('Only before this day.')
  meetsBefore?: string | null;

  @OptionalDayInput('Only after this day.')
  meetsAfter?: string | null;
}

export const meetings = listing(Meeting, {
  filter: MeetingFilter,
  where: {
    statuses: anyOf('status'),
    kinds: anyOf('kind'),
    subgroupIds: anyIdOf('subgroup_id'),
    isOfCommittee: whether(({ alias }) => `${alias}.subgroup_id is null`),
    meetsBefore: before('meets_on'),
    meetsAfter: after('meets_on'),
  },
  orders: { MEETS_ON: byRequiredDay('meets_on', 'The day it meets.'), RECORDED_AT: byRecorded },
});

@InputType({ description: 'Which subgroups.' })
export class SubgroupFilter {
  @OptionalFlagInput('Only those at work (true) or only those wound up (false).')
  isAtWork?: boolean | null;

  @OptionalLineInput('Words that all occur in the name or remit.')
  text?: string | null;
}

export const subgroups = listing(Subgroup, {
  filter: SubgroupFilter,
  where: { isAtWork: whether(({ alias }) => `${alias}.ended_on is null`), text: words('name', 'remit') },
  orders: { NAME: byText('name', 'Name.'), RECORDED_AT: byRecorded },
});
