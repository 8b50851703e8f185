import { completeAction } from '../../src/actions/actionProgress.service';
import { addressFinding } from '../../src/actions/findingResponse.service';
import { signOffAction } from '../../src/decisions/decision.service';
import type { Finding } from '../../src/findings/finding.entity';
import type { Scribe } from '../scribe';
import { agree, approved, based, evidence, SOCIAL_WORK, start } from './actions';
import { heldMeeting } from './meetings';

/** What the review of 2019 asked for was closed on good evidence, and came up again at the inspection of 2026. */
export async function closeEarlierReview(scribe: Scribe, finding: Finding): Promise<void> {
  const action = await approved(scribe, '2024-10-08', {
    title: 'Write in every plan what is to change for the child, and look again whether it did',
    changeType: 'POLICY_PROCEDURE',
    findingIds: [finding.globalId],
    intendedOutcome: 'Plans say what is to change for the child',
    leadAgencyId: scribe.agency(SOCIAL_WORK),
    leadRole: 'Independent reviewing manager',
    dueOn: '2025-02-28',
    noMeasureReason: 'Looked at in one audit of plans',
  });
  const started = await start(scribe, '2024-10-15', action);
  const agreed = await agree(scribe, '2024-10-15', finding);
  const audit = { kind: 'AUDIT', description: 'Of 30 plans 26 say what is to change', impactLevel: 3 } as const;
  await evidence(scribe, '2025-02-25', started, audit);
  const done = await scribe.say('LEAD_OFFICER', '2025-02-25', completeAction, based(started));
  const meetingId = await heldMeeting(scribe, { plannedOn: '2024-12-03', meetsOn: '2025-03-04' });
  const decision = { ...based(done.action), meetingId, minuteRef: 'Item 5' };
  await scribe.say('CHAIR', '2025-03-04', signOffAction, decision);
  await scribe.say('CHAIR', '2025-03-04', addressFinding, based(agreed));
}
