import { addDays, dateAt, type LocalDate } from '../../src/kernel/localDate';
import { addEvidence, done } from '../decisions/decisionMaking';
import type { TestCommittee } from './api';
import { makeStartedAction, moveAction } from './make';

/**
 * What meetings are about, verb by verb, for histories in which chance alone seldom gets so far. What somebody else's verb has
 * made impossible meanwhile begins anew.
 */
export async function* meetingStory(committee: TestCommittee, now: () => Date): AsyncGenerator<string, never> {
  for (let meeting = 0; ; meeting += 1) {
    try {
      yield* oneMeeting(confirming(committee), () => dateAt(now()), meeting);
    } catch (error) {
      if (!/"code": "(STALE|RULE_BROKEN|NOT_FOUND)"/.test(String(error))) throw error;
      yield 'begun anew';
    }
  }
}

/** A committee may come to ask for a confirmation with every text. */
const confirming = (committee: TestCommittee): TestCommittee => ({
  ...committee,
  as: (role) => (document, variables) =>
    committee.as(role)(document, {
      ...variables,
      input: { ...(variables?.input as object | undefined), confirmsNoPersonalData: true },
    }),
});

const based = ({ id, version }: { id: string; version: number }) => ({ id, version });

async function* oneMeeting(committee: TestCommittee, now: () => LocalDate, number: number): AsyncGenerator<string, void> {
  const today = now();
  const slow = await makeStartedAction(committee, { dueOn: addDays(today, 15) });
  yield 'startAction';
  const meetsAt = `07:${String(number % 60).padStart(2, '0')}`;
  const planned = await done(committee, 'CHAIR', 'planMeeting', { meetsOn: today, meetsAt });
  yield 'planMeeting';
  const meetingId = String(planned.meeting.id);
  await done(committee, 'MEMBER', 'addAgendaItem', { meetingId, text: 'Rooms', subjectId: slow.id });
  yield 'addAgendaItem';
  const wanted = { id: slow.id, version: slow.version, dueOn: addDays(today, 200), reason: 'Rooms' };
  await done(committee, 'LEAD_OFFICER', 'requestRedate', wanted);
  yield 'requestRedate';
  const quick = await makeStartedAction(committee, { dueOn: addDays(today, 15) });
  await addEvidence(committee, quick.id, number % 6);
  const complete = await moveAction(committee, 'completeAction', quick);
  yield 'completeAction';
  // Time goes on between two verbs, and a meeting decides on what was done by its day.
  const { meeting } = await done(committee, 'CHAIR', 'replanMeeting', { ...based(planned.meeting), meetsOn: now() });
  const held = await done(committee, 'CHAIR', 'holdMeeting', based(meeting));
  yield 'holdMeeting';
  const decide = (id: string, version: number, kind: string) =>
    done(committee, 'CHAIR', 'recordDecision', { id, version, meetingId, minuteRef: 'Item 1', kind, reason: `${kind} it` });
  await decide(slow.id, slow.version, 'REVISE_DATE');
  yield 'REVISE_DATE';
  await decide(quick.id, complete.version, 'ACCEPT_COMPLETION');
  yield 'ACCEPT_COMPLETION';
  const { escalation } = await decide(slow.id, slow.version + 1, 'ESCALATE_TO_COG');
  yield 'ESCALATE_TO_COG';
  const answer = { id: escalation.id, version: escalation.version, text: 'A room', answeredOn: now() };
  await done(committee, 'CHIEF_OFFICER', 'answerEscalation', answer);
  yield 'answerEscalation';
  await decide(quick.id, complete.version + 1, 'REOPEN');
  yield 'REOPEN';
  await done(committee, 'CHAIR', 'agreeMinutes', based(held.meeting));
  yield 'agreeMinutes';
}
