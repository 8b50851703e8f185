import { may, type Permissions, state } from '../access/policy';
import { allBut, type Reading } from '../access/reading';
import type { Meeting } from '../meetings/meeting.entity';
import { isTheirMeeting, meetingKeepers } from '../meetings/meeting.policy';

const isNotCancelled = state<Meeting>(
  'pack.cancelled',
  ({ status }) => status !== 'CANCELLED',
  'This meeting was cancelled; it has no pack to seal.',
);

export const packPolicy = { sealPack: may(meetingKeepers, isTheirMeeting, isNotCancelled) } satisfies Permissions<Meeting>;

const withTheCommittee = allBut('PARTNER_VIEWER', 'ADMIN');

/** The papers of a meeting are for those who work with the committee. */
export const packReading: Reading = {
  ...{ Pack: withTheCommittee, PackDraft: withTheCommittee, Changes: withTheCommittee },
  ...{ PackChange: withTheCommittee, ChangeSubject: withTheCommittee },
};
