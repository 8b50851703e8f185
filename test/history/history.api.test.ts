import { toGlobalId } from '../../src/kernel/globalId';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeCycle, makeRamp, runCycle } from '../cycles/cycleMaking';
import { done, memberOf } from '../decisions/decisionMaking';
import { makeMeasure, makePoint } from '../measures/measureMaking';
import { makeApprovedAction, makeCompletedAction, makeFinding, makeHeldMeeting, makeSource, moveAction } from '../support/make';

/* History as people read it. */
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

const historyOf = `query($id: ID!) { node(id: $id) { ... on Versioned { history(first: 50) { totalCount nodes {
  seq moment verb actorKind member { role } sentence changes { typeName kind version row { id } fields { field before after } } } } } } }`;

interface Happening {
  verb: string;
  sentence: string;
  member: { role: string } | null;
  changes: { typeName: string; kind: string; version: number | null; row: { id: string } | null; fields: object[] }[];
}

async function history(id: string): Promise<Happening[]> {
  const { node } = await answered(committee.as('AUDITOR')(historyOf, { id }));
  expect(node.history.totalCount).toBe(node.history.nodes.length);
  return node.history.nodes as Happening[];
}

test('a re-dated action tells who moved it, from when to when and why', async () => {
  const action = await makeApprovedAction(committee, { dueOn: '2026-12-31' });
  const redate = `mutation($input: RedateActionInput!) { redateAction(input: $input) { action { ref } } }`;
  const input = { id: action.id, version: action.version, dueOn: '2027-03-31', reason: 'Staff are off sick' };
  await answered(committee.as('CHAIR')(redate, { input }));
  const happened = await history(action.id);
  expect(happened.map(({ verb }) => verb)).toEqual(['proposeAction', 'approveAction', 'redateAction']);
  const last = happened.at(-1);
  expect(last?.sentence).toBe(
    `The chair re-dated the action ${action.ref} from 31 December 2026 to 31 March 2027, because: “Staff are off sick”.`,
  );
  expect(last?.member).toEqual({ role: 'CHAIR' });
  expect(last?.changes.find(({ typeName }) => typeName === 'Action')).toEqual({
    ...{ typeName: 'Action', kind: 'CHANGED', version: action.version + 1, row: { id: action.id } },
    fields: [{ field: 'dueOn', before: '2026-12-31', after: '2027-03-31' }],
  });
});

test('other verbs are read from their names; what belongs to a thing is in its history', async () => {
  const action = await makeCompletedAction(committee);
  const add = 'mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { action { id } } }';
  const evidence = { actionId: action.id, kind: 'AUDIT', description: 'An audit', datedOn: '2026-09-01', impactLevel: 3 };
  await answered(committee.as('LEAD_OFFICER')(add, { input: evidence }));
  await makeHeldMeeting(committee);
  const sign = 'mutation($input: SignOffActionInput!) { signOffAction(input: $input) { action { id } } }';
  const input = { id: action.id, version: action.version, meetingOn: '2026-09-14', minuteRef: 'CPC 7' };
  await answered(committee.as('CHAIR')(sign, { input }));
  expect((await history(action.id)).map(({ sentence }) => sentence)).toEqual([
    `The lead officer proposed the action ${action.ref}.`,
    `The chair approved the action ${action.ref} (status from proposed to approved).`,
    `The lead officer started the action ${action.ref} (started on is now 14 September 2026; status from approved to in progress).`,
    `The lead officer completed the action ${action.ref} (completed by is now lead officer; completed on is now 14 September 2026; status from in progress to complete awaiting sign off).`,
    `The lead officer added the evidence item of the action ${action.ref}.`,
    `The chair signed off the action ${action.ref} at the meeting of 14 September 2026 (minute CPC 7).`,
  ]);
});

test('a key is told by the name of what it leads to, never by its number', async () => {
  const source = await makeSource(committee);
  const finding = await makeFinding(committee, { sourceId: source.id });
  const [recorded] = await history(finding.id);
  expect(recorded?.changes[0]?.fields).toContainEqual({ field: 'sourceId', before: null, after: source.ref });
  expect(JSON.stringify(await history(finding.id))).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect((await history(source.id)).map(({ verb }) => verb)).toEqual(['recordLearningSource', 'recordFinding']);
});

test('events are listed, filtered and paged; work by hand in the database is among them', async () => {
  const finding = await makeFinding(committee);
  api.clock.now = new Date('2026-09-20T10:00:00Z');
  await moveAction(committee, 'approveAction', { ...(await makeApproved()), version: 1 }).catch(() => undefined);
  await api.sql(`update finding set statement = 'Put right by hand' where committee_id = $1 and ref = $2`, [
    committee.id,
    finding.ref,
  ]);
  const ask = async (filter: object) =>
    (
      await answered(
        committee.as('LEAD_OFFICER')('query($filter: EventFilter) { events(filter: $filter) { nodes { verb sentence } } }', {
          filter,
        }),
      )
    ).events.nodes as Happening[];
  const by = committee.actor('CHAIR').id;
  const chair = Buffer.from(`Member:${by}`).toString('base64url');
  expect((await ask({ actorIds: [chair] })).map(({ verb }) => verb)).toEqual(['approveAction']);
  expect((await ask({ types: ['Action'], from: '2026-09-16' })).map(({ verb }) => verb)).toEqual([
    'proposeAction',
    'approveAction',
  ]);
  expect((await ask({ verbs: ['recordFinding'], to: '2026-09-15' })).length).toBe(1);
  const [, byHand] = await ask({ verbs: ['SQL'] });
  expect(byHand?.sentence).toBe(
    `An administrator changed the finding ${finding.ref} in the database by hand (statement from “Core groups are often late” to “Put right by hand”).`,
  );
});

const makeApproved = () => makeApprovedAction(committee);

test('the log is for those who answer for the record, the history of one thing for all who work with it', async () => {
  const { id } = await makeFinding(committee);
  const log = '{ events(last: 1) { nodes { verb } } }';
  const ofOne = `{ node(id: "${id}") { ... on Versioned { history { nodes { verb sentence changes { typeName } } } } } }`;
  expect((await answered(committee.as('AUDITOR')(log))).events.nodes[0].verb).toBe('recordFinding');
  expect(await refusal(committee.as('MEMBER')(log))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.reading' });
  expect((await answered(committee.as('MEMBER')(ofOne))).node.history.nodes).toHaveLength(1);
  for (const ask of [log, ofOne])
    expect(await refusal(committee.as('PARTNER_VIEWER')(ask))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.reading' });
});

test('what somebody may not see is not told by the history of something else', async () => {
  const link = `mutation { linkIdentity(input: { memberId: "${memberId('CHAIR')}", issuer: "https://a.example", subjectId: "chair" }) { member { id } } }`;
  await answered(committee.as('ADMIN')(link));
  const ask = '{ events(last: 1) { nodes { verb sentence changes { typeName fields { after } row { id } } } } }';
  const seenBy = async (role: 'LEAD_OFFICER' | 'AUDITOR') => (await answered(committee.as(role)(ask))).events.nodes[0];
  expect(JSON.stringify(await seenBy('AUDITOR'))).toContain('https://a.example');
  expect(await seenBy('LEAD_OFFICER')).toEqual({ verb: 'linkIdentity', sentence: 'The admin linked identity.', changes: [] });
});

const memberId = (role: 'CHAIR') => toGlobalId('Member', committee.actor(role).id);

test('history takes as many statements for one thing as for many', async () => {
  const ask = '{ findings(first: 50) { nodes { history(first: 3) { nodes { verb changes { kind version } } } } } }';
  await makeFinding(committee);
  const one = await committee.as('MEMBER')(ask);
  for (let count = 0; count < 9; count += 1) await makeFinding(committee);
  const ten = await committee.as('MEMBER')(ask);
  expect([one.errors, ten.errors]).toEqual([[], []]);
  expect(ten.statements.length).toBe(one.statements.length);
});

const january = { periodStartsOn: '2026-01-01', periodEndsOn: '2026-01-31' };

const sentences = 'query($verbs: [String!]) { events(first: 50, filter: { verbs: $verbs }) { nodes { sentence } } }';

const saidOf = async (...verbs: string[]): Promise<string[]> => {
  const { events } = await answered(committee.as('LEAD_OFFICER')(sentences, { verbs }));
  return (events.nodes as Happening[]).map(({ sentence }) => sentence);
};

test('what has no name of its own is called by what it belongs to', async () => {
  const measure = await makeMeasure(committee);
  await makePoint(committee, measure, january);
  const ramp = await makeRamp(committee);
  await runCycle(committee, await makeCycle(committee, ramp.id), { decision: 'ADAPT' });
  const said = await saidOf('recordDataPoint', 'planCycle', 'startCycle', 'finishDoing', 'studyCycle', 'closeCycle');
  const [idea] = await api.sql('select ref from change_idea where committee_id = $1', [committee.id]);
  const cycle = `the PDSA cycle 1a of the change idea ${String(idea?.ref)}`;
  expect(said[0]).toBe(`The data analyst recorded the data point of the measure ${measure.ref} for January 2026.`);
  expect(said[1]).toBe(`The improvement adviser planned ${cycle}.`);
  for (const [at, done] of ['started', 'finished the Do stage of', 'studied', 'closed'].entries())
    expect(said[at + 2]).toMatch(new RegExp(`^The improvement adviser ${done} ${cycle} \\(`));
  expect(said.join(' ')).not.toMatch(/\dT\d|[A-Za-z0-9_-]{24,}/);
});

test('who approved a new date is named, and who asked for one with the date and the reason', async () => {
  const action = await makeApprovedAction(committee, { dueOn: '2026-12-31' });
  const wanted = { id: action.id, version: action.version, dueOn: '2027-03-31', reason: 'Staff are off sick' };
  await done(committee, 'LEAD_OFFICER', 'requestRedate', wanted);
  const date = { id: action.id, version: action.version, dueOn: '2027-02-28', reason: 'A month less will do' };
  await done(committee, 'LEAD_OFFICER', 'redateAction', { ...date, approvedById: memberOf(committee, 'CHAIR') });
  const { displayName } = (
    await answered(committee.as('CHAIR')(`{ node(id: "${memberId('CHAIR')}") { ... on Member { displayName } } }`))
  ).node as { displayName: string };
  expect(await saidOf('requestRedate', 'redateAction')).toEqual([
    `The lead officer requested a new due date for the action ${action.ref}: 31 March 2027, because: “Staff are off sick”.`,
    `The lead officer re-dated the action ${action.ref} from 31 December 2026 to 28 February 2027, approved by ${displayName}, because: “A month less will do”.`,
  ]);
});

test('a sentence takes as many statements for one event as for many', async () => {
  const measure = await makeMeasure(committee);
  const count = () => committee.as('LEAD_OFFICER')(sentences, { verbs: ['recordDataPoint'] });
  await makePoint(committee, measure, january);
  const one = await count();
  for (let at = 1; at < 8; at += 1) await makePoint(committee, await makeMeasure(committee, { name: `Measure ${at}` }), january);
  const many = await count();
  expect([one.errors, many.errors, many.data?.events.nodes.length]).toEqual([[], [], 8]);
  expect(many.statements.length).toBe(one.statements.length);
});
