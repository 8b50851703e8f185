import { Action } from '../actions/action.entity';
import type { ActionChange } from '../actions/action.service';
import { whyNot } from '../access/policy';
import { forbidden, notFound, ruleBroken } from '../kernel/errors';
import { fromGlobalId } from '../kernel/globalId';
import { Meeting, Subgroup } from '../meetings/meeting.entity';
import { decidingMeeting } from '../meetings/meeting.reading';
import { mayBodyDecide } from '../meetings/meeting.rules';
import { isTheirMeeting } from '../meetings/meeting.policy';
import type { CommitteeRow } from '../store/row';
import type { Work } from '../store/work';
import type { AnswerEscalationInput, RecordDecisionInput, SignOffActionInput } from './decision.input';
import { decidesOnlyWhatWasEscalated } from './decision.policy';
import { requireAskedBefore, requireParticulars } from './decision.rules';
import { carryOut, type Deciding } from './effects.service';
import { Escalation, MeetingDecision } from './meetingDecision.entity';
import { subjectIdOf, subjectTypes, type SubjectKey } from './subject.entity';

export type DecisionMade = { decision: MeetingDecision; escalation: Escalation | null };

/** A decision and what follows from it are one change: both are recorded, or neither. */
export async function recordDecision(work: Work, input: RecordDecisionInput): Promise<DecisionMade> {
  const meeting = await decidingMeeting(work, { meetingId: input.meetingId }, input.kind);
  const subject = await subjectFor(work, input);
  return decide(work, { input, meeting, meetingField: 'input.meetingId', subject });
}

/** The short form of the most frequent decision. */
export async function signOffAction(work: Work, input: SignOffActionInput): Promise<ActionChange> {
  const subject = { row: await work.forChange(Action, input), key: 'actionId' } as const;
  const meeting = await decidingMeeting(work, input, 'ACCEPT_COMPLETION');
  const accepted = { ...input, meetingId: meeting.globalId, kind: 'ACCEPT_COMPLETION' } as const;
  const meetingField = input.meetingId ? 'input.meetingId' : 'input.meetingOn';
  await decide(work, { input: accepted, meeting, meetingField, subject });
  return { action: await work.store.get(Action, input.id, 'input.id') };
}

export async function answerEscalation(work: Work, input: AnswerEscalationInput): Promise<{ escalation: Escalation }> {
  const escalation = await work.forChange(Escalation, input);
  const { text: answer, answeredOn } = input;
  if (answeredOn > work.today) throw ruleBroken('escalation.dayAhead', 'This day has not come yet.', 'input.answeredOn');
  const asked = await work.store.find(MeetingDecision, escalation.decisionId);
  const meeting = asked && (await work.store.find(Meeting, asked.meetingId));
  if (meeting) requireAskedBefore(meeting.meetsOn, answeredOn);
  Object.assign(escalation, { status: 'ANSWERED', answer, answeredOn, answeredById: work.actor.id });
  return { escalation: await work.save(Escalation, escalation) };
}

interface Subject {
  readonly row: CommitteeRow;
  readonly key: SubjectKey;
}

async function decide(work: Work, deciding: Deciding & { readonly subject: Subject }): Promise<DecisionMade> {
  const { input, meeting } = deciding;
  const { row, key } = deciding.subject;
  await requireBody(work, input, meeting);
  requireParticulars(input);
  if (decidesOnlyWhatWasEscalated(work.actor.role)) await requireEscalated(work, row, key);
  const superseded = await supersededBy(work, input, row);
  await carryOut(work, row, deciding);
  const decision = await work.add(MeetingDecision, {
    ...{ meetingId: meeting.id, kind: input.kind, [key]: row.id, subjectVersion: input.version },
    ...{ minuteRef: input.minuteRef, reason: input.reason, recordedById: work.actor.id },
    supersedesId: superseded?.id ?? null,
    newDueOn: input.kind === 'REVISE_DATE' ? await dueDateOf(work, row.id) : null,
  });
  if (superseded?.kind === 'ESCALATE_TO_COG') await withdrawEscalation(work, superseded);
  const escalation = input.kind === 'ESCALATE_TO_COG' ? await escalate(work, decision) : null;
  return { decision, escalation };
}

/** @throws FORBIDDEN for a meeting that is not the actor's, RULE_BROKEN for what was not delegated to its body */
async function requireBody(work: Work, { kind }: RecordDecisionInput, meeting: Meeting): Promise<void> {
  const refusal = whyNot({ provided: [isTheirMeeting] }, meeting, await work.store.asker(), 'input.meetingId');
  if (refusal) throw refusal;
  const subgroup = meeting.subgroupId === null ? null : await work.store.find(Subgroup, meeting.subgroupId);
  if (!mayBodyDecide(kind, subgroup)) {
    throw ruleBroken(
      'decision.delegated',
      `The committee has not delegated ${kind} to the ${subgroup?.name ?? ''}.`,
      'input.kind',
    );
  }
}

/** What is decided on, locked, as it was when the decision was taken. @throws STALE when it has changed since */
async function subjectFor(work: Work, input: RecordDecisionInput): Promise<Subject> {
  const named = fromGlobalId(input.id)?.typeName;
  const subject = subjectTypes.find(({ type }) => type.name === named);
  if (!subject) throw notFound('thing that meetings decide about', 'input.id');
  return { row: await work.forChange(subject.type, input), key: subject.key };
}

/** Chief officers sign off what was put before them, and nothing else. */
async function requireEscalated(work: Work, row: CommitteeRow, key: SubjectKey): Promise<void> {
  const decisions = await work.store.children(MeetingDecision, key, row.id);
  const superseded = decisions.map(({ supersedesId }) => supersedesId);
  if (!decisions.some(({ id, kind }) => kind === 'ESCALATE_TO_COG' && !superseded.includes(id))) {
    throw forbidden('A chief officer decides only about what was escalated, and still is.');
  }
}

async function supersededBy(
  work: Work,
  { supersedesId }: RecordDecisionInput,
  row: CommitteeRow,
): Promise<MeetingDecision | null> {
  if (!supersedesId) return null;
  const field = 'input.supersedesId';
  const earlier = await work.store.get(MeetingDecision, supersedesId, field);
  if (subjectIdOf(earlier) !== row.id) throw ruleBroken('decision.otherSubject', 'That decision is about something else.', field);
  if ((await work.store.children(MeetingDecision, 'supersedesId', earlier.id)).length > 0) {
    throw ruleBroken('decision.superseded', 'That decision is superseded already; name the latest.', field);
  }
  return earlier;
}

const dueDateOf = async (work: Work, actionId: string): Promise<string | null> =>
  (await work.store.find(Action, actionId))?.dueOn ?? null;

const escalate = (work: Work, { id, reason }: MeetingDecision): Promise<Escalation> =>
  work.add(Escalation, { decisionId: id, question: reason ?? '', status: 'OPEN' });

/** What is no longer asked waits on no agenda; an answer that was given stays. */
async function withdrawEscalation(work: Work, { id }: MeetingDecision): Promise<void> {
  const [found] = await work.store.children(Escalation, 'decisionId', id);
  if (found?.status !== 'OPEN') return;
  const escalation = await work.lock(Escalation, found.globalId, 'input.supersedesId');
  await work.save(Escalation, Object.assign(escalation, { status: 'WITHDRAWN' }));
}
