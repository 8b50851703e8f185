import type { Action } from '../../src/actions/action.entity';
import { requestRedate } from '../../src/actions/redateRequest.service';
import { addAgendaItem, holdMeeting } from '../../src/decisions/agenda.service';
import { answerEscalation, recordDecision } from '../../src/decisions/decision.service';
import type { Meeting } from '../../src/meetings/meeting.entity';
import { planMeeting, recordAttendance } from '../../src/meetings/meeting.service';
import { delegateToSubgroup, formSubgroup } from '../../src/meetings/subgroup.service';
import { sealPack } from '../../src/packs/pack.service';
import type { Scribe } from '../scribe';

/** The meetings of the story, each known once it was held. */
export interface Meetings {
  readonly december: Promise<string>;
  readonly june: Promise<string>;
  /** What cannot go on is put before the chief officers, who answer; then a new date is asked for. */
  escalate(action: Action): Promise<void>;
  /** All that the meetings have to tell by themselves. */
  readonly told: Promise<unknown>;
}

/** Three meetings that were held on this story, and two that are planned. */
export function holdMeetings(scribe: Scribe): Meetings {
  const december = heldMeeting(scribe, { plannedOn: '2025-10-07', packOn: '2025-12-02', meetsOn: '2025-12-09' });
  const june = december.then(() => heldMeeting(scribe, { plannedOn: '2026-04-07', packOn: '2026-06-02', meetsOn: '2026-06-09' }));
  const september = june.then(() =>
    heldMeeting(scribe, { plannedOn: '2026-07-07', packOn: '2026-09-01', meetsOn: '2026-09-08' }),
  );
  const planned = september.then(() => planNext(scribe));
  return {
    ...{ december, june },
    escalate: async (action) => escalate(scribe, action, await september),
    told: Promise.all([planned, delegate(scribe)]),
  };
}

const PLACE = 'Council chambers';

/** A meeting with who was there, by its id. */
export async function heldMeeting(
  scribe: Scribe,
  { plannedOn, packOn, meetsOn }: { readonly plannedOn: string; readonly packOn?: string; readonly meetsOn: string },
): Promise<string> {
  const planned = await plan(scribe, plannedOn, meetsOn);
  const based = { id: planned.globalId, version: planned.version };
  if (packOn) await scribe.say('LEAD_OFFICER', packOn, sealPack, based);
  await scribe.say('LEAD_OFFICER', meetsOn, holdMeeting, based);
  await scribe.say('LEAD_OFFICER', meetsOn, recordAttendance, {
    meetingId: planned.globalId,
    people: [
      { memberId: scribe.member('MEMBER'), presence: 'PRESENT' },
      { memberId: scribe.member('VICE_CHAIR'), presence: 'APOLOGIES' },
      { agencyId: scribe.agency('Strathfinella Children’s Reporter'), presence: 'PRESENT' },
    ],
  });
  return planned.globalId;
}

async function plan(scribe: Scribe, day: string, meetsOn: string): Promise<Meeting> {
  const facts = { meetsOn, meetsAt: '14:00', place: PLACE, chairId: scribe.member('CHAIR') };
  return (await scribe.say('LEAD_OFFICER', day, planMeeting, facts)).meeting;
}

async function planNext(scribe: Scribe): Promise<void> {
  const next = await plan(scribe, '2026-10-06', '2026-12-08');
  await plan(scribe, '2026-10-06', '2027-03-09');
  await scribe.say('MEMBER', '2026-11-10', addAgendaItem, {
    meetingId: next.globalId,
    text: 'Winter: which services close for two weeks, and who answers in that time.',
  });
}

async function delegate(scribe: Scribe): Promise<void> {
  const { subgroup } = await scribe.say('CHAIR', '2025-10-14', formSubgroup, {
    name: 'Quality assurance subgroup',
    remit: 'Audits and re-audits, and the evidence for actions that are said to be done.',
    chairId: scribe.member('SUBGROUP_CHAIR'),
  });
  await scribe.say('CHAIR', '2025-12-16', delegateToSubgroup, {
    ...{ id: subgroup.globalId, version: subgroup.version },
    delegated: ['ACCEPT_COMPLETION', 'REQUEST_EVIDENCE'],
  });
}

async function escalate(scribe: Scribe, { globalId: id, version }: Action, meetingId: string): Promise<void> {
  const { escalation } = await scribe.say('CHAIR', '2026-09-08', recordDecision, {
    ...{ id, version, meetingId, minuteRef: 'Item 5', kind: 'ESCALATE_TO_COG' },
    reason: 'The note cannot be finished without the young people’s group, which has no worker since April. Who pays for one?',
  });
  if (!escalation) throw new Error('Nothing was escalated.');
  await scribe.say('CHIEF_OFFICER', '2026-10-06', answerEscalation, {
    ...{ id: escalation.globalId, version: escalation.version },
    text: 'The council and the health board share the cost of a worker until March 2028.',
    answeredOn: '2026-10-06',
  });
  await scribe.say('LEAD_OFFICER', '2026-11-17', requestRedate, {
    ...{ id, version },
    dueOn: '2027-02-28',
    reason: 'The worker starts in December, and the group meets once a month.',
  });
}
