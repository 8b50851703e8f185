import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import {
  makeAction,
  makeCompletedAction,
  makeFinding,
  makeHeldMeeting,
  makePlannedMeeting,
  makeRecommendation,
  makeStartedAction,
  moveAction,
  type MadeMeeting,
} from '../support/make';
import { addEvidence, done, memberOf, say } from './decisionMaking';

let api: TestApi;
let committee: TestCommittee;
let meeting: MadeMeeting;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
  meeting = await makeHeldMeeting(committee);
});
afterAll(() => api.close());

interface Thing {
  readonly id: string;
  readonly version: number;
}

const about = ({ id, version }: Thing, kind: string, more: object = {}) => ({
  ...{ id, version, kind, meetingId: meeting.id, minuteRef: 'Item 4' },
  ...more,
});

const decide = async (thing: Thing, kind: string, more: object = {}): Promise<Shown> =>
  done(committee, 'CHAIR', 'recordDecision', about(thing, kind, more));

const refused = (thing: Thing, kind: string, more: object = {}) =>
  refusal(say(committee, 'CHAIR', 'recordDecision', about(thing, kind, more)));

const count = async (list: string): Promise<number> =>
  (await answered(committee.as('MEMBER')(`{ ${list} { totalCount } }`)))[list].totalCount as number;

describe('a decision points at the version decided on and carries itself out', () => {
  test('what is noted or goes on does not change', async () => {
    const action = await makeStartedAction(committee);
    const { decision, escalation } = await decide(action, 'CONTINUE', { reason: 'Well under way' });
    expect(decision).toMatchObject({
      ...{ kind: 'CONTINUE', subjectVersion: action.version, minuteRef: 'Item 4', reason: 'Well under way', newDueOn: null },
      ...{ recordedBy: { role: 'CHAIR' }, meeting: { id: meeting.id }, subject: { id: action.id, version: action.version } },
    });
    expect(escalation).toBeNull();
  });

  test('completion is accepted on evidence: the action is signed off by the meeting', async () => {
    const action = await makeCompletedAction(committee);
    expect(await refused(action, 'ACCEPT_COMPLETION')).toMatchObject({ rule: 'action.evidence', field: 'input.id' });
    await addEvidence(committee, action.id);
    const { decision } = await decide(action, 'ACCEPT_COMPLETION', { sustainMonths: 3 });
    expect(decision.subject).toMatchObject({ status: 'SIGNED_OFF', version: action.version + 1 });
    const { node } = await answered(
      committee.as('MEMBER')(
        'query($id: ID!) { node(id: $id) { ... on Action { sustainMonths signOffs { meetingOn minuteRef actionVersion meeting { id } } meetingDecisions { nodes { kind } } } } }',
        { id: action.id },
      ),
    );
    expect(node).toEqual({
      sustainMonths: 3,
      signOffs: [{ meetingOn: '2026-09-14', minuteRef: 'Item 4', actionVersion: action.version, meeting: { id: meeting.id } }],
      meetingDecisions: { nodes: [{ kind: 'ACCEPT_COMPLETION' }] },
    });
  });

  test('nothing is decided about a completion by a meeting before it', async () => {
    const earlier = await makeHeldMeeting(committee, { meetsOn: '1995-01-10' });
    const action = await makeCompletedAction(committee);
    await addEvidence(committee, action.id);
    const message =
      'This action was done on 14 September 2026; a meeting of 10 January 1995 cannot have decided ACCEPT_COMPLETION about it.';
    const at = { meetingId: earlier.id, reason: 'Then' };
    expect(await refused(action, 'ACCEPT_COMPLETION', at)).toMatchObject({
      ...{ rule: 'decision.tooEarly', field: 'input.meetingId', message },
    });
    expect(await refused(action, 'REQUEST_EVIDENCE', at)).toMatchObject({ rule: 'decision.tooEarly' });
    const input = { id: action.id, version: action.version, minuteRef: 'Item 4' };
    const sign = (more: object) => say(committee, 'CHAIR', 'signOffAction', { ...input, ...more });
    for (const [named, field] of [
      [{ meetingOn: '1995-01-10' }, 'input.meetingOn'],
      [{ meetingId: earlier.id }, 'input.meetingId'],
    ] as const) {
      expect(await refusal(sign(named))).toMatchObject({ rule: 'decision.tooEarly', field });
    }
    expect((await decide(action, 'NOTE', { meetingId: earlier.id })).decision.subject.status).toBe('COMPLETE_AWAITING_SIGN_OFF');
    const { action: signed } = await answered(sign({ meetingOn: '2026-09-14' })).then(({ signOffAction }) => signOffAction);
    const reopen = { ...about(action, 'REOPEN', at), version: signed.version };
    expect(await refusal(say(committee, 'CHAIR', 'recordDecision', reopen))).toMatchObject({ rule: 'decision.tooEarly' });
  });

  test('more evidence is asked for, and the action goes on', async () => {
    const { decision } = await decide(await makeCompletedAction(committee), 'REQUEST_EVIDENCE', { reason: 'Show us the audit' });
    expect(decision.subject.status).toBe('IN_PROGRESS');
  });

  test('a date is revised in the name of the chair of the meeting, and the waiting request is granted', async () => {
    const action = await makeStartedAction(committee);
    expect(await refused(action, 'REVISE_DATE', { reason: 'Staff' })).toMatchObject({
      rule: 'decision.dueOn',
      field: 'input.dueOn',
    });
    const wish = { id: action.id, version: action.version, dueOn: '2027-02-28', reason: 'The form has to be reprinted' };
    await done(committee, 'LEAD_OFFICER', 'requestRedate', wish);
    const { decision } = await done(
      committee,
      'VICE_CHAIR',
      'recordDecision',
      about(action, 'REVISE_DATE', { reason: 'The printer is late' }),
    );
    expect(decision).toMatchObject({
      newDueOn: '2027-02-28',
      subject: { dueOn: '2027-02-28' },
      recordedBy: { role: 'VICE_CHAIR' },
    });
    const { node } = await answered(
      committee.as('MEMBER')(
        'query($id: ID!) { node(id: $id) { ... on Action { originalDueOn dueDateChanges { nodes { reason approvedBy { role } meeting { id } } } redateRequests { status } } } }',
        { id: action.id },
      ),
    );
    expect(node).toEqual({
      originalDueOn: '2026-12-31',
      dueDateChanges: { nodes: [{ reason: 'The printer is late', approvedBy: { role: 'CHAIR' }, meeting: { id: meeting.id } }] },
      redateRequests: [{ status: 'GRANTED' }],
    });
  });

  test('an action is given to another lead', async () => {
    const action = await makeStartedAction(committee);
    const [, leadAgencyId] = committee.agencyIds;
    const leadMemberId = memberOf(committee, 'ACTION_LEAD');
    const { decision } = await decide(action, 'REASSIGN', { leadAgencyId, leadMemberId, reason: 'The service moved' });
    expect(decision.subject).toMatchObject({ leadAgency: { id: leadAgencyId }, lead: { role: 'ACTION_LEAD' }, leadRole: null });
    const post = await decide({ ...action, version: action.version + 1 }, 'REASSIGN', { leadRole: 'Inspector', reason: 'Back' });
    expect(post.decision.subject).toMatchObject({ leadAgency: { id: leadAgencyId }, lead: null, leadRole: 'Inspector' });
    const same = { ...about(action, 'REASSIGN', { leadRole: 'Inspector', reason: 'Again' }), version: action.version + 2 };
    expect(await refusal(say(committee, 'CHAIR', 'recordDecision', same))).toMatchObject({
      ...{ rule: 'action.sameLead', field: 'input.leadRole' },
    });
    const proposed = await makeAction(committee);
    expect(await refused(proposed, 'REASSIGN', { leadRole: 'Inspector', reason: 'Early' })).toMatchObject({
      rule: 'action.reassign',
    });
  });

  test('an action is merged into another, stopped, or opened again', async () => {
    const [one, other, third] = [
      await makeStartedAction(committee),
      await makeStartedAction(committee),
      await makeCompletedAction(committee),
    ];
    expect(await refused(one, 'MERGE', { successorId: one.id })).toMatchObject({
      rule: 'decision.successor',
      field: 'input.successorId',
    });
    const proposed = await makeAction(committee);
    expect(await refused(one, 'MERGE', { successorId: proposed.id })).toMatchObject({
      ...{ rule: 'action.successor', field: 'input.successorId' },
      message: `${proposed.ref} is PROPOSED; only an action that is approved and not over goes on for another.`,
    });
    const stopped = await makeStartedAction(committee);
    await decide(stopped, 'STOP', { reason: 'Overtaken' });
    expect(await refused(one, 'MERGE', { successorId: stopped.id })).toMatchObject({ rule: 'action.successor' });
    const merged = await decide(one, 'MERGE', { successorId: other.id });
    expect(merged.decision.subject).toMatchObject({ status: 'SUPERSEDED', supersededBy: { id: other.id } });
    expect((await decide(other, 'STOP', { reason: 'Overtaken' })).decision.subject.status).toBe('STOPPED');
    await addEvidence(committee, third.id, 1);
    const closed = await decide(third, 'ACCEPT_COMPLETION');
    const reopened = await decide({ id: third.id, version: closed.decision.subject.version }, 'REOPEN', {
      reason: 'The re-audit shows no change',
      supersedesId: closed.decision.id,
    });
    expect(reopened.decision.subject.status).toBe('REOPENED');
    const stands = `{ meetingDecisions(filter: {stands: false}) { nodes { id supersededBy { id supersedes { id } } } } }`;
    expect((await answered(committee.as('MEMBER')(stands))).meetingDecisions.nodes).toEqual([
      { id: closed.decision.id, supersededBy: { id: reopened.decision.id, supersedes: { id: closed.decision.id } } },
    ]);
  });

  test('findings, recommendations, measures and plans are decided about too, each what fits it', async () => {
    const finding = await makeFinding(committee);
    expect((await decide(finding, 'NOTE')).decision.subject).toMatchObject({ id: finding.id, version: finding.version });
    const message = 'STOP cannot be decided about this; possible are NOTE, CONTINUE, ESCALATE_TO_COG, MERGE, REOPEN.';
    expect(await refused(finding, 'STOP', { reason: 'No' })).toMatchObject({
      rule: 'decision.unfit',
      field: 'input.kind',
      message,
    });
    const recommendation = await makeRecommendation(committee);
    expect(await refused(recommendation, 'ACCEPT_COMPLETION')).toMatchObject({ rule: 'recommendation.transition' });
    expect((await decide(recommendation, 'NOTE')).decision.subject.id).toBe(recommendation.id);
    expect(await refused({ id: committee.agencyIds[0] ?? '', version: 1 }, 'NOTE')).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.id',
    });
  });
});

describe('what is refused changes nothing', () => {
  test('a version that has moved on', async () => {
    const action = await makeStartedAction(committee);
    await done(committee, 'LEAD_OFFICER', 'holdAction', {
      ...{ id: action.id, version: action.version },
      reason: 'Court',
      reviewOn: '2026-11-01',
    });
    expect(await refused(action, 'NOTE')).toMatchObject({ code: 'STALE' });
    expect(await count('meetingDecisions')).toBe(0);
  });

  test('a meeting that was not held, was cancelled, or whose minutes are agreed', async () => {
    const action = await makeStartedAction(committee);
    const planned = await makePlannedMeeting(committee, { meetsOn: '2026-10-01' });
    const at = (meetingId: string) => refused(action, 'NOTE', { meetingId });
    expect(await at(planned.id)).toMatchObject({ rule: 'meeting.notHeld', field: 'input.meetingId' });
    await done(committee, 'CHAIR', 'cancelMeeting', { ...planned, reason: 'Snow' });
    expect(await at(planned.id)).toMatchObject({ rule: 'meeting.notHeld' });
    await done(committee, 'CHAIR', 'agreeMinutes', { id: meeting.id, version: meeting.version });
    expect(await at(meeting.id)).toMatchObject({ rule: 'meeting.minutesAgreed' });
    expect(await count('meetingDecisions')).toBe(0);
  });

  test('another committee’s meeting, thing or decision', async () => {
    const other = await api.newCommittee();
    const [foreign, own] = [await makeStartedAction(other), await makeStartedAction(committee)];
    const theirMeeting = await makeHeldMeeting(other);
    const theirs = await done(other, 'CHAIR', 'recordDecision', { ...about(foreign, 'NOTE'), meetingId: theirMeeting.id });
    expect(await refused(foreign, 'NOTE')).toMatchObject({ code: 'NOT_FOUND', field: 'input.id' });
    expect(await refused(own, 'NOTE', { meetingId: theirMeeting.id })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.meetingId',
    });
    expect(await refused(own, 'NOTE', { supersedesId: theirs.decision.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(own, 'MERGE', { successorId: foreign.id })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.successorId',
    });
  });

  test('superseding a decision about something else, or one that is superseded already', async () => {
    const [one, other] = [await makeStartedAction(committee), await makeStartedAction(committee)];
    const { decision } = await decide(one, 'NOTE');
    expect(await refused(other, 'NOTE', { supersedesId: decision.id })).toMatchObject({ rule: 'decision.otherSubject' });
    await decide(one, 'CONTINUE', { supersedesId: decision.id });
    expect(await refused(one, 'NOTE', { supersedesId: decision.id })).toMatchObject({ rule: 'decision.superseded' });
  });

  test('changing or removing a decision in the database', async () => {
    await decide(await makeStartedAction(committee), 'NOTE');
    for (const sql of [`update meeting_decision set kind = 'CONTINUE'`, 'delete from meeting_decision']) {
      await expect(api.sql(`${sql} where committee_id = $1`, [committee.id])).rejects.toThrow('never changed or removed');
    }
  });
});

describe('who signs off', () => {
  test('nobody who leads the action, neither as the one who records it nor as the chair of the meeting', async () => {
    const action = await makeCompletedAction(committee, { leadMemberId: memberOf(committee, 'CHAIR') });
    await addEvidence(committee, action.id);
    expect(await refused(action, 'ACCEPT_COMPLETION')).toMatchObject({ rule: 'action.signOffOwn' });
    const input = about(action, 'ACCEPT_COMPLETION');
    expect(await refusal(say(committee, 'VICE_CHAIR', 'recordDecision', input))).toMatchObject({ rule: 'action.signOffOwn' });
    const chairedByOther = await makeHeldMeeting(committee, {
      meetsOn: '2026-09-15',
      chairId: memberOf(committee, 'VICE_CHAIR'),
    });
    const { decision } = await done(committee, 'VICE_CHAIR', 'recordDecision', { ...input, meetingId: chairedByOther.id });
    expect(decision.subject.status).toBe('SIGNED_OFF');
  });

  test('nor does the chair of a meeting approve a new date for an action they lead', async () => {
    const action = await makeStartedAction(committee, { leadMemberId: memberOf(committee, 'CHAIR') });
    const input = { ...about(action, 'REVISE_DATE'), dueOn: '2027-03-31', reason: 'Staff' };
    for (const role of ['CHAIR', 'VICE_CHAIR'] as const) {
      expect(await refusal(say(committee, role, 'recordDecision', input))).toMatchObject({ rule: 'action.redateOwn' });
    }
    const facts = { meetsOn: '2026-09-15', chairId: memberOf(committee, 'VICE_CHAIR') };
    const chairedByOther = await makeHeldMeeting(committee, facts);
    const { decision } = await done(committee, 'VICE_CHAIR', 'recordDecision', { ...input, meetingId: chairedByOther.id });
    expect(decision.newDueOn).toBe('2027-03-31');
  });

  test('a subgroup only what the committee has delegated to it, and its chair only at its meetings', async () => {
    const chairId = memberOf(committee, 'SUBGROUP_CHAIR');
    const { subgroup } = await done(committee, 'CHAIR', 'formSubgroup', { name: 'Quality assurance', remit: 'Audits', chairId });
    const planned = await makePlannedMeeting(committee, { subgroupId: subgroup.id, chairId });
    const { meeting: own } = await done(committee, 'SUBGROUP_CHAIR', 'holdMeeting', planned);
    const action = await makeCompletedAction(committee);
    await addEvidence(committee, action.id);
    const accept = (meetingId: string) =>
      say(committee, 'SUBGROUP_CHAIR', 'recordDecision', { ...about(action, 'ACCEPT_COMPLETION'), meetingId });
    expect(await refusal(accept(own.id))).toMatchObject({ rule: 'decision.delegated', field: 'input.kind' });
    expect(await refusal(accept(meeting.id))).toMatchObject({ code: 'FORBIDDEN' });
    const atOwn = { ...about(action, 'ACCEPT_COMPLETION'), meetingId: own.id };
    expect(await refusal(say(committee, 'CHAIR', 'recordDecision', atOwn))).toMatchObject({ rule: 'decision.delegated' });
    await done(committee, 'CHAIR', 'delegateToSubgroup', { ...subgroup, delegated: ['ACCEPT_COMPLETION'] });
    expect((await answered(accept(own.id))).recordDecision.decision.subject.status).toBe('SIGNED_OFF');
  });

  test('signOffAction is the same decision by its day, where only one meeting of that day may take it', async () => {
    const action = await makeCompletedAction(committee);
    await addEvidence(committee, action.id);
    const input = { id: action.id, version: action.version, minuteRef: 'Item 4' };
    const sign = (more: object) => say(committee, 'CHAIR', 'signOffAction', { ...input, ...more });
    expect(await refusal(sign({}))).toMatchObject({ rule: 'meeting.unnamed', field: 'input.meetingId' });
    expect(await refusal(sign({ meetingOn: '2026-09-13' }))).toMatchObject({ rule: 'meeting.none', field: 'input.meetingOn' });
    expect(await refusal(sign({ meetingOn: '2026-09-16' }))).toMatchObject({ rule: 'meeting.notHeld' });
    expect(await refusal(sign({ meetingId: meeting.id, meetingOn: '2026-09-13' }))).toMatchObject({ rule: 'meeting.otherDay' });
    await makeHeldMeeting(committee, { meetsAt: '18:00' });
    expect(await refusal(sign({ meetingOn: '2026-09-14' }))).toMatchObject({ rule: 'meeting.several', field: 'input.meetingId' });
    expect((await answered(sign({ meetingId: meeting.id }))).signOffAction.action.status).toBe('SIGNED_OFF');
    expect(await count('meetingDecisions')).toBe(1);
  });

  test('a chief officer what was escalated, and nothing else', async () => {
    const action = await makeCompletedAction(committee);
    await addEvidence(committee, action.id);
    const input = { id: action.id, version: action.version, meetingId: meeting.id, minuteRef: 'COG 2' };
    expect(await refusal(say(committee, 'CHIEF_OFFICER', 'signOffAction', input))).toMatchObject({ code: 'FORBIDDEN' });
    await decide(action, 'ESCALATE_TO_COG', { reason: 'Is this enough?' });
    expect((await done(committee, 'CHIEF_OFFICER', 'signOffAction', input)).action.status).toBe('SIGNED_OFF');
  });
});

test('an escalation waits for the chief officers’ body, which answers once', async () => {
  const action = await makeStartedAction(committee);
  const { escalation } = await decide(action, 'ESCALATE_TO_COG', { reason: 'Who pays for the second reviewer?' });
  expect(escalation).toMatchObject({ status: 'OPEN', question: 'Who pays for the second reviewer?', answer: null });
  const open = '{ escalations(filter: {statuses: [OPEN]}) { nodes { decision { meeting { id } subject { id } } } } }';
  expect((await answered(committee.as('CHIEF_OFFICER')(open))).escalations.nodes).toEqual([
    { decision: { meeting: { id: meeting.id }, subject: { id: action.id } } },
  ]);
  const answer = { id: escalation.id, version: escalation.version, text: 'The council does', answeredOn: '2026-09-15' };
  expect(await refusal(say(committee, 'CHAIR', 'answerEscalation', answer))).toMatchObject({ code: 'FORBIDDEN' });
  const ahead = { ...answer, answeredOn: '2026-09-16' };
  expect(await refusal(say(committee, 'CHIEF_OFFICER', 'answerEscalation', ahead))).toMatchObject({
    rule: 'escalation.dayAhead',
  });
  const before = { ...answer, answeredOn: '2026-09-13' };
  expect(await refusal(say(committee, 'CHIEF_OFFICER', 'answerEscalation', before))).toMatchObject({
    ...{ rule: 'escalation.beforeAsked', field: 'input.answeredOn' },
  });
  const answered1 = await done(committee, 'CHIEF_OFFICER', 'answerEscalation', answer);
  expect(answered1.escalation).toMatchObject({
    status: 'ANSWERED',
    answer: 'The council does',
    answeredBy: { role: 'CHIEF_OFFICER' },
  });
  const again = { ...answer, version: 2 };
  expect(await refusal(say(committee, 'CHIEF_OFFICER', 'answerEscalation', again))).toMatchObject({
    rule: 'escalation.answered',
  });
});

test('superseding the decision to escalate withdraws what was asked, for good', async () => {
  const action = await makeCompletedAction(committee);
  await addEvidence(committee, action.id);
  const { decision, escalation } = await decide(action, 'ESCALATE_TO_COG', { reason: 'Is this enough?' });
  const next = await makePlannedMeeting(committee, { meetsOn: '2026-10-13' });
  const ask = `query($id: ID!) { node(id: $id) { ... on Meeting { agenda { entries(kinds: [ESCALATED]) { subject { id } } } } }
    escalations { nodes { id version status answer } } }`;
  const look = () => answered(committee.as('MEMBER')(ask, { id: next.id }));
  expect((await look()).node.agenda.entries).toEqual([{ subject: { id: escalation.id } }]);
  await decide(action, 'NOTE', { supersedesId: decision.id });
  const after = await look();
  expect(after.node.agenda.entries).toEqual([]);
  expect(after.escalations.nodes).toEqual([{ id: escalation.id, version: 2, status: 'WITHDRAWN', answer: null }]);
  const answer = { id: escalation.id, version: 2, text: 'It is', answeredOn: '2026-09-15' };
  expect(await refusal(say(committee, 'CHIEF_OFFICER', 'answerEscalation', answer))).toMatchObject({
    rule: 'escalation.answered',
    message: expect.stringContaining('WITHDRAWN'),
  });
  const input = { id: action.id, version: action.version, meetingId: meeting.id, minuteRef: 'COG 2' };
  expect(await refusal(say(committee, 'CHIEF_OFFICER', 'signOffAction', input))).toMatchObject({ code: 'FORBIDDEN' });
  await decide(action, 'ESCALATE_TO_COG', { reason: 'And now?' });
  expect((await done(committee, 'CHIEF_OFFICER', 'signOffAction', input)).action.status).toBe('SIGNED_OFF');
});

test('an answer stays when the decision to escalate is superseded afterwards', async () => {
  const action = await makeStartedAction(committee);
  const { decision, escalation } = await decide(action, 'ESCALATE_TO_COG', { reason: 'Who pays?' });
  const answer = { id: escalation.id, version: 1, text: 'We do', answeredOn: '2026-09-15' };
  await done(committee, 'CHIEF_OFFICER', 'answerEscalation', answer);
  await decide(action, 'CONTINUE', { supersedesId: decision.id });
  const { escalations } = await answered(committee.as('MEMBER')('{ escalations { nodes { status answer } } }'));
  expect(escalations.nodes).toEqual([{ status: 'ANSWERED', answer: 'We do' }]);
});

test('a meeting that lets an action go on as it is refuses the request for a new date', async () => {
  const requests =
    'query($id: ID!) { node(id: $id) { ... on Action { dueOn redateRequests { status settledReason settledBy { role } } } } }';
  for (const reason of ['The court waits for it', undefined]) {
    const action = await makeStartedAction(committee);
    const wish = { id: action.id, version: action.version, dueOn: '2027-03-31', reason: 'Staff' };
    await done(committee, 'LEAD_OFFICER', 'requestRedate', wish);
    await decide(action, 'NOTE');
    const look = async () => (await answered(committee.as('MEMBER')(requests, { id: action.id }))).node;
    expect((await look()).redateRequests).toMatchObject([{ status: 'WAITING' }]);
    await decide(action, 'CONTINUE', { reason });
    const settledReason = reason ?? 'The meeting of 14 September 2026 decided that it goes on as it is (minute Item 4).';
    expect(await look()).toEqual({
      dueOn: '2026-12-31',
      redateRequests: [{ status: 'REFUSED', settledReason, settledBy: { role: 'CHAIR' } }],
    });
  }
});

test('what is stopped, merged or signed off leaves no request for a new date waiting', async () => {
  const heir = await makeStartedAction(committee);
  const [stopped, merged, signed] = [
    await makeStartedAction(committee),
    await makeStartedAction(committee),
    await makeStartedAction(committee),
  ];
  for (const { id, version } of [stopped, merged, signed]) {
    await done(committee, 'LEAD_OFFICER', 'requestRedate', { id, version, dueOn: '2027-03-31', reason: 'Staff' });
  }
  await addEvidence(committee, signed.id);
  const complete = await moveAction(committee, 'completeAction', signed, { completedOn: '2026-09-14' });
  await decide(stopped, 'STOP', { reason: 'Overtaken' });
  await decide(merged, 'MERGE', { successorId: heir.id });
  await decide(complete, 'ACCEPT_COMPLETION');
  const ask = '{ redateRequests { nodes { status settledOn settledReason settledBy { role } action { id } } } }';
  const { nodes } = (await answered(committee.as('MEMBER')(ask))).redateRequests;
  const settled = (id: string, settledReason: string) => ({
    ...{ status: 'REFUSED', settledOn: '2026-09-15', settledReason, settledBy: { role: 'CHAIR' }, action: { id } },
  });
  expect(nodes).toHaveLength(3);
  expect(nodes).toEqual(
    expect.arrayContaining([
      settled(stopped.id, 'The action was stopped.'),
      settled(merged.id, `The action was replaced by ${heir.ref}.`),
      settled(signed.id, 'The action was signed off.'),
    ]),
  );
});

test('what was decided is in the history of what it was about, and of the meeting', async () => {
  const action = await makeStartedAction(committee);
  const { escalation } = await decide(action, 'ESCALATE_TO_COG', { reason: 'Who pays?' });
  await done(committee, 'CHIEF_OFFICER', 'answerEscalation', {
    ...{ id: escalation.id, version: 1 },
    text: 'We do',
    answeredOn: '2026-09-15',
  });
  const ask = 'query($id: ID!) { node(id: $id) { ... on Versioned { history(last: 2) { nodes { verb sentence } } } } }';
  for (const id of [action.id, meeting.id]) {
    const { node } = await answered(committee.as('AUDITOR')(ask, { id }));
    expect(node.history.nodes).toEqual([
      {
        verb: 'recordDecision',
        sentence: `The chair recorded the decision of the meeting of 14 September 2026 on the action ${action.ref}: put before the chief officers’ group (minute Item 4), because: “Who pays?”.`,
      },
      { verb: 'answerEscalation', sentence: expect.stringMatching(/^The chief officer answered the escalation/) },
    ]);
  }
});

test('decisions take as many statements for one as for many', async () => {
  const ask = `{ meetings { nodes { decisions(first: 50) { nodes { kind subject { id } supersededBy { id } escalation { status } } } } }
    actions { nodes { meetingDecisions { nodes { meeting { meetsOn } } } } } }`;
  await decide(await makeStartedAction(committee), 'NOTE');
  const one = await committee.as('MEMBER')(ask);
  for (let step = 0; step < 4; step += 1) await decide(await makeStartedAction(committee), 'CONTINUE');
  const five = await committee.as('MEMBER')(ask);
  expect([one.errors, five.errors]).toEqual([[], []]);
  expect(five.statements.length).toBe(one.statements.length);
});
