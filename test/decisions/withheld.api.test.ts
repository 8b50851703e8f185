import { randomUUID } from 'node:crypto';
import type { Role } from '../../src/access/roles';
import { linkAccount } from '../support/access';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeCompletedAction, makeHeldMeeting, makePlannedMeeting, makeStartedAction, type Made } from '../support/make';
import { makeGroup, say as sayTier } from '../tiers/tierMaking';
import { addEvidence, done, memberOf, say } from './decisionMaking';

/* What is said of something at a meeting is not told to whoever may not read of it; what meetings say is the committee's own. */
let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

/** An action that only the chair and the chief officers may read of. */
async function restricted(action: Made): Promise<Made> {
  const restrictedGroupId = await makeGroup(committee, 'Those who know', 'CHAIR', 'CHIEF_OFFICER');
  const input = { id: action.id, version: action.version, visibility: 'RESTRICTED', restrictedGroupId };
  return (await answered(sayTier(committee, 'CHAIR', 'classifyAction', input, 'action { id version ref }'))).classifyAction
    .action as Made;
}

const WORDS = 'Nobody else may read this';

/** A restricted action that was on the agenda of a meeting, asked to be re-dated, and put before the chief officers with their answer. */
async function spokenOf(): Promise<{ meeting: { id: string }; action: Made }> {
  const action = await restricted(await makeStartedAction(committee, { dueOn: '2026-09-10' }));
  const meeting = await makePlannedMeeting(committee);
  const { id, version } = action;
  await done(committee, 'CHAIR', 'addAgendaItem', { meetingId: meeting.id, subjectId: id, text: WORDS });
  const { redateRequest } = await requested(action);
  // The lead officer is not of the group, and holds the meeting all the same.
  await done(committee, 'LEAD_OFFICER', 'holdMeeting', meeting);
  const facts = { id, version, meetingId: meeting.id, minuteRef: WORDS, kind: 'ESCALATE_TO_COG', reason: WORDS };
  const { escalation } = await done(committee, 'CHAIR', 'recordDecision', facts);
  const answer = { id: escalation.id, version: escalation.version, text: WORDS, answeredOn: '2026-09-15' };
  await done(committee, 'CHIEF_OFFICER', 'answerEscalation', answer);
  expect(redateRequest.id).toBeDefined();
  return { meeting, action };
}

/** By hand, since nobody who may ask for a date is of the group. */
async function requested({ id }: Made): Promise<Shown> {
  const [raw, row] = [Buffer.from(id, 'base64url').toString().split(':')[1], randomUUID()];
  await api.sql(
    `insert into redate_request (id, committee_id, version, recorded_at, action_id, requested_by_id, wanted_on, reason, status)
     values ($1, $2, 1, $3, $4, $5, '2027-01-31', $6, 'WAITING')`,
    [row, committee.id, api.clock.now, raw, committee.actor('LEAD_OFFICER').id, WORDS],
  );
  return { redateRequest: { id: row } };
}

const READ = `query($id: ID!) {
  node(id: $id) { ... on Meeting {
    agenda { entries { kind why subjectVersion subject { id } item { why withheld { reason } } } }
    decisions { nodes { kind minuteRef reason subjectVersion escalation { status question answer } withheld { reason } } } } }
  meetingDecisions { nodes { reason } } escalations { nodes { question answer } } redateRequests { nodes { reason wantedOn } }
  sought: meetingDecisions(filter: { text: "Nobody" }) { totalCount } asked: escalations(filter: { text: "Nobody" }) { totalCount } }`;

test('a decision on what is restricted keeps its words, its agenda, its escalation and its requests from who is not cleared', async () => {
  const { meeting, action } = await spokenOf();
  const seenBy = (role: Role) => answered(committee.as(role)(READ, { id: meeting.id }));
  const whole = await seenBy('CHAIR');
  expect(JSON.stringify(whole).split(WORDS).length - 1).toBe(10);
  expect([whole.sought.totalCount, whole.asked.totalCount]).toEqual([1, 1]);
  for (const role of ['MEMBER', 'LEAD_OFFICER', 'VICE_CHAIR'] as const) {
    const seen = await seenBy(role);
    expect(JSON.stringify(seen)).not.toContain(WORDS);
    expect(seen.node.decisions.nodes).toEqual([
      {
        ...{ kind: 'ESCALATE_TO_COG', minuteRef: null, reason: null, subjectVersion: action.version },
        ...{ escalation: { status: 'ANSWERED', question: null, answer: null }, withheld: { reason: 'REDACTED' } },
      },
    ]);
    expect([seen.sought.totalCount, seen.asked.totalCount]).toEqual([0, 0]);
    const added = seen.node.agenda.entries.find(({ kind }: Shown) => kind === 'ADDED');
    expect(added).toEqual({
      ...{ kind: 'ADDED', why: null, subjectVersion: action.version, subject: { id: action.id } },
      item: { why: null, withheld: { reason: 'REDACTED' } },
    });
  }
});

test('partners and programs learn nothing of what meetings decide, whatever the tier of the thing', async () => {
  const action = await makeStartedAction(committee);
  const open = { id: action.id, version: action.version, visibility: 'PUBLIC' };
  const { version } = (await answered(sayTier(committee, 'CHAIR', 'classifyAction', open, 'action { version }'))).classifyAction
    .action;
  const meeting = await makeHeldMeeting(committee);
  const facts = { id: action.id, version, meetingId: meeting.id, minuteRef: 'Item 3', kind: 'ESCALATE_TO_COG', reason: WORDS };
  const { decision, escalation } = await done(committee, 'CHAIR', 'recordDecision', facts);
  const lists = ['meetingDecisions', 'escalations', 'redateRequests'];
  for (const list of lists)
    expect(await refusal(committee.as('PARTNER_VIEWER')(`{ ${list} { nodes { id } } }`))).toMatchObject({
      rule: 'access.reading',
    });
  const node = 'query($id: ID!) { node(id: $id) { id } }';
  for (const id of [decision.id, escalation.id])
    expect(await answered(committee.as('PARTNER_VIEWER')(node, { id }))).toEqual({ node: null });
  expect(
    await refusal(
      committee.as('PARTNER_VIEWER')('query($id: ID!) { node(id: $id) { ... on Meeting { agenda { isKept } } } }', {
        id: meeting.id,
      }),
    ),
  ).toMatchObject({ rule: 'access.reading' });
  const program = api.asActor({ kind: 'SERVICE_ACCOUNT', id: randomUUID(), committeeId: committee.id, role: 'LEAD_OFFICER' });
  const seen = await answered(program(READ, { id: meeting.id }));
  expect(JSON.stringify(seen)).not.toContain(WORDS);
  expect([seen.meetingDecisions.nodes, seen.escalations.nodes]).toEqual([[], []]);
});

test('who is not cleared decides nothing about it, and changes nothing by trying', async () => {
  const action = await restricted(await makeStartedAction(committee));
  const meeting = await makeHeldMeeting(committee);
  const facts = { id: action.id, version: action.version, meetingId: meeting.id, minuteRef: 'Item 3', reason: 'Why not' };
  const kinds = ['NOTE', 'STOP', 'REVISE_DATE', 'ESCALATE_TO_COG'];
  for (const kind of kinds)
    expect(await refusal(say(committee, 'VICE_CHAIR', 'recordDecision', { ...facts, kind }))).toMatchObject({
      rule: 'visibility.withheld',
    });
  const item = { meetingId: meeting.id, subjectId: action.id, text: 'Words' };
  const planned = await makePlannedMeeting(committee, { meetsOn: '2026-12-08' });
  expect(await refusal(say(committee, 'VICE_CHAIR', 'addAgendaItem', { ...item, meetingId: planned.id }))).toMatchObject({
    rule: 'visibility.withheld',
  });
  const { meetingDecisions } = await answered(committee.as('AUDITOR')('{ meetingDecisions { totalCount } }'));
  expect(meetingDecisions.totalCount).toBe(0);
});

test('what stands in the way of a restricted action makes the same rating for everyone, who may not read what it is', async () => {
  const action = await makeStartedAction(committee, { dueOn: '2027-12-31' });
  const update = 'mutation($input: UpdateActionInput!) { updateAction(input: $input) { progressUpdate { isBlocked } } }';
  const input = { actionId: action.id, text: 'Slow', blockedBy: WORDS };
  await answered(committee.as('LEAD_OFFICER')(update, { input }));
  await restricted(action);
  const ask = `query($id: ID!) { node(id: $id) { ... on Action { rating { now { colour reason } } progressUpdates { nodes { isBlocked blockedBy } } } } }`;
  const rated = { now: { colour: 'AMBER', reason: 'BLOCKED' } };
  const seenBy = async (role: Role) => (await answered(committee.as(role)(ask, { id: action.id }))).node;
  expect(await seenBy('CHAIR')).toEqual({ rating: rated, progressUpdates: { nodes: [{ isBlocked: true, blockedBy: WORDS }] } });
  expect(await seenBy('MEMBER')).toEqual({ rating: rated, progressUpdates: { nodes: [{ isBlocked: true, blockedBy: null }] } });
});

test('a text that a meeting wrote is guarded, and can be withheld by a steward', async () => {
  const action = await makeStartedAction(committee);
  const meeting = await makeHeldMeeting(committee);
  const facts = { id: action.id, version: action.version, meetingId: meeting.id, minuteRef: 'Item 3', kind: 'CONTINUE' };
  const named = { ...facts, reason: 'About the child with CHI 0101101237' };
  expect(await refusal(say(committee, 'CHAIR', 'recordDecision', named))).toMatchObject({ rule: 'noPersonalData' });
  const { decision } = await done(committee, 'CHAIR', 'recordDecision', { ...facts, reason: WORDS });
  await answered(
    sayTier(committee, 'PRIVACY_STEWARD', 'quarantineText', { id: decision.id, fieldName: 'reason', reason: 'CHILD' }),
  );
  const ask = 'query($id: ID!) { node(id: $id) { ... on MeetingDecision { reason minuteRef withheld { reason fields } } } }';
  const { node } = await answered(committee.as('CHAIR')(ask, { id: decision.id }));
  expect(node).toEqual({ reason: null, minuteRef: 'Item 3', withheld: { reason: 'QUARANTINED', fields: ['reason'] } });
});

test('whoever chairs the meeting is as independent of the action as whoever signs it off, in an earlier membership too', async () => {
  const action = await makeCompletedAction(committee, { leadMemberId: memberOf(committee, 'ACTION_LEAD') });
  await addEvidence(committee, action.id, 3);
  const account = { issuer: 'https://sign-in.example', subject: `one person ${committee.id}` };
  await linkAccount(api, committee, { ...account, role: 'ACTION_LEAD' });
  await api.sql('update member_identity set ended_at = now() where committee_id = $1', [committee.id]);
  await linkAccount(api, committee, { ...account, role: 'VICE_CHAIR' });
  const theirs = await makeHeldMeeting(committee, { chairId: memberOf(committee, 'VICE_CHAIR') });
  const signing = { id: action.id, version: action.version, minuteRef: 'Item 3' };
  const own = { code: 'FORBIDDEN', rule: 'action.signOffOwn' };
  expect(await refusal(say(committee, 'CHAIR', 'signOffAction', { ...signing, meetingId: theirs.id }))).toMatchObject(own);
  const decision = { ...signing, meetingId: theirs.id, kind: 'ACCEPT_COMPLETION' };
  expect(await refusal(say(committee, 'CHAIR', 'recordDecision', decision))).toMatchObject(own);
  const others = await makeHeldMeeting(committee, { meetsAt: '09:00' });
  expect(await refusal(say(committee, 'VICE_CHAIR', 'signOffAction', { ...signing, meetingId: others.id }))).toMatchObject(own);
  const { action: signed } = await done(committee, 'CHAIR', 'signOffAction', { ...signing, meetingId: others.id });
  expect(signed.status).toBe('SIGNED_OFF');
});
