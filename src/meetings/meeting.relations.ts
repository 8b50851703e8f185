import { relation, rootList, toFew, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Member } from '../members/member.entity';
import { Attendance, Meeting, Subgroup } from './meeting.entity';
import { meetings, subgroups } from './meeting.lists';

export const meetingRelations = [
  rootList('meetings', meetings, 'The meetings of your committee and its subgroups.'),
  rootList('subgroups', subgroups, 'The subgroups of your committee.'),
  relation(
    Subgroup,
    'chair',
    toOne(() => Member, 'chairId', 'The member who chairs it.', 'nullable'),
  ),
  relation(Subgroup, 'meetings', toMany(meetings, { by: 'subgroupId' }, 'Its meetings.')),
  relation(
    Meeting,
    'subgroup',
    toOne(() => Subgroup, 'subgroupId', 'The subgroup that meets; null for the committee itself.', 'nullable'),
  ),
  relation(
    Meeting,
    'chair',
    toOne(() => Member, 'chairId', 'The member who chairs it.', 'nullable'),
  ),
  relation(Meeting, 'attendance', toFew(Attendance, 'meetingId', ['presence', 'recordedAt'], 'Who was there, and who was not.')),
  relation(
    Attendance,
    'member',
    toOne(() => Member, 'memberId', 'The member; null for somebody who came for an agency.', 'nullable'),
  ),
  relation(
    Attendance,
    'agency',
    toOne(() => Agency, 'agencyId', 'The agency they came for.', 'nullable'),
  ),
  relation(
    Attendance,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting.'),
  ),
];
