import type { Founding } from '../src/store/founding';
import type { Scribe } from './scribe';
import { agreeToShare } from './sharing';
import { approved, start } from './strathfinella/actions';

const HEALTH = 'NHS Strathfinella';

/** The health board of the invented area works with two of its committees. */
export const kinlochmore: Pick<Founding, 'agencies' | 'members'> = {
  agencies: [{ name: HEALTH, typeCode: 'HEALTH_BOARD' }],
  members: [
    { displayName: 'Chair', role: 'CHAIR' },
    { displayName: 'Member for health', role: 'MEMBER', agency: HEALTH },
  ],
};

/** What the health board does in Kinlochmore, which its people see from Strathfinella as well. */
export async function workWithHealth(scribe: Scribe): Promise<void> {
  const action = await approved(scribe, '2026-09-17', {
    visibility: 'PARTNERSHIP',
    title: 'Let health visitors join core groups by video',
    changeType: 'RESOURCE',
    origin: 'PLANNED_PRIORITY',
    originReason: 'Half of the area is more than an hour away by road.',
    intendedOutcome: 'A health visitor takes part in every core group',
    leadAgencyId: scribe.agency(HEALTH),
    leadRole: 'Lead nurse, child protection',
    dueOn: '2026-12-18',
    noMeasureReason: 'Counted from the records of core groups in the spring',
    milestones: [{ title: 'Rooms are equipped', dueOn: '2026-11-13' }],
  });
  await start(scribe, '2026-09-24', action);
  await agreeToShare(scribe, { agency: HEALTH, proposedOn: '2026-09-10', agreedOn: '2026-09-17', reviewOn: '2027-09-16' });
}
