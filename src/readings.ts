import type { Reading } from './access/reading';
import { redateRequestReading } from './actions/redateRequest.policy';
import { committeeReading } from './committees/committee.policy';
import { decisionReading } from './decisions/decision.policy';
import { historyReading } from './history/history.policy';
import { meetingReading } from './meetings/meeting.policy';
import { memberReading } from './members/member.policy';
import { packReading } from './packs/pack.policy';
import { privacyReading } from './privacy/privacy.policy';
import { referenceReading } from './reference/reference.policy';
import { retentionReading } from './retention/retention.policy';
import { threadReading } from './thread/thread.policy';
import { tierReading } from './tiers/tier.policy';

/** Who may read what is not simply content. */
export const readings: Reading = {
  ...{ ...referenceReading, ...committeeReading, ...memberReading, ...historyReading },
  ...{ ...meetingReading, ...redateRequestReading, ...decisionReading, ...packReading },
  ...{ ...tierReading, ...privacyReading, ...retentionReading, ...threadReading },
};
