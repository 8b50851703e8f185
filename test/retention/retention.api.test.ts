import type { Role } from '../../src/access/roles';
import { verifyHistory } from '../../src/store/verifyHistory';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeFinding, makePlannedMeeting, makeSource, makeStartedAction, type Made } from '../support/make';

/* How long records are kept, what holds them, and that nothing goes without two people and a certificate. */
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

const say = async (role: Role, verb: string, input: object, fields: string): Promise<Shown> => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const answer = await answered(
    committee.as(role)(`mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input }),
  );
  return answer[verb];
};
const refused = (role: Role, verb: string, input: object) => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return refusal(committee.as(role)(`mutation($input: ${type}!) { ${verb}(input: $input) { clientMutationId } }`, { input }));
};

const DUE = `triggeredOn dueOn rule { id trigger fate } record { __typename id } heldBy { name }`;
const due = async (role: Role = 'PRIVACY_STEWARD', args = ''): Promise<Shown[]> =>
  (await answered(committee.as(role)(`{ retentionDue${args} { totalCount nodes { ${DUE} } } }`))).retentionDue.nodes;

const ruleOf = async (trigger: string): Promise<Shown> => {
  const ask = '{ committee { retentionRules { id version trigger periodMonths fate authority } } }';
  return (await answered(committee.as('CHAIR')(ask))).committee.retentionRules.find((rule: Shown) => rule.trigger === trigger);
};

async function agreed(trigger: string, fate: string, periodMonths = 12): Promise<Shown> {
  const { id, version } = await ruleOf(trigger);
  return (
    await say('CHAIR', 'agreeRetention', { id, version, fate, periodMonths, authority: 'Schedule 7.2' }, 'rule { id version }')
  ).rule;
}

/** A source with a finding that is closed on a day, by the way of someone at the database. */
async function closedSource(title = 'Audit of the year before'): Promise<{ source: Made; finding: Made }> {
  const source = await makeSource(committee, { title });
  const finding = await makeFinding(committee, { sourceId: source.id, statement: `What ${title} found`, why: 'Too few rooms' });
  await api.database.dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.now', $1, true)`, [api.clock.now.toISOString()]);
    await manager.query(`update learning_source set status = 'CLOSED' where committee_id = $1 and title = $2`, [
      committee.id,
      title,
    ]);
  });
  return { source, finding };
}

const later = (months: number): void => {
  api.clock.now = new Date(Date.UTC(2026, 8 + months, 20));
};

test('a committee begins with reviews after five years, which destroy nothing', async () => {
  const ask = '{ committee { retentionRules { trigger periodMonths fate authority } } }';
  const { retentionRules } = (await answered(committee.as('MEMBER')(ask))).committee;
  expect(retentionRules.map(({ trigger }: Shown) => trigger)).toEqual([
    ...['ACTION_ENDED', 'ACTION_SIGNED_OFF', 'CYCLE_CLOSED', 'MEMBER_ENDED', 'PLAN_CLOSED', 'SOURCE_CLOSED'],
  ]);
  for (const rule of retentionRules) expect(rule).toMatchObject({ periodMonths: 60, fate: 'REVIEW' });
});

test('a record is due when its time is over, and not before; one that came back to life is not', async () => {
  await agreed('SOURCE_CLOSED', 'DESTROY');
  const { source } = await closedSource();
  await agreed('MEMBER_ENDED', 'REVIEW', 6);
  later(11);
  expect(await due()).toEqual([]);
  later(13);
  const [found, ...more] = await due();
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    ...{ triggeredOn: '2026-09-15', dueOn: '2027-09-15', rule: { trigger: 'SOURCE_CLOSED', fate: 'DESTROY' } },
    ...{ record: { __typename: 'LearningSource', id: source.id }, heldBy: [] },
  });
  expect(await due('PRIVACY_STEWARD', '(filter: { triggers: [PLAN_CLOSED] })')).toEqual([]);
  expect((await refusal(committee.as('PARTNER_VIEWER')(`{ retentionDue { totalCount } }`))).code).toBe('FORBIDDEN');
  await agreed('SOURCE_CLOSED', 'KEEP_PERMANENTLY');
  expect(await due()).toEqual([]);
  await agreed('SOURCE_CLOSED', 'DESTROY');
  await api.sql(`update learning_source set status = 'REPORTED' where committee_id = $1`, [committee.id]);
  expect(await due()).toEqual([]);
});

test('what is due comes in pages, in a fixed number of statements', async () => {
  await agreed('SOURCE_CLOSED', 'DESTROY');
  for (const title of ['One audit', 'Two audits', 'Three audits']) await closedSource(title);
  later(13);
  const ask = (first: number, after: string | null = null) =>
    committee.as('PRIVACY_STEWARD')(
      `query($first: Int, $after: String) { retentionDue(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${DUE} } } }`,
      { first, after },
    );
  const one = await ask(1);
  const all = await ask(3);
  expect(all.statements.length).toBe(one.statements.length);
  expect(one.data.retentionDue).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const next = await answered(ask(5, one.data.retentionDue.pageInfo.endCursor));
  expect(next.retentionDue.nodes).toEqual(all.data.retentionDue.nodes.slice(1));
  expect((await refusal(ask(201))).code).toBe('BAD_USER_INPUT');
  expect((await refusal(ask(1, 'x'))).code).toBe('BAD_USER_INPUT');
});

test('destroying takes two people, erases the texts of the record and what belongs to it, and keeps the rest', async () => {
  const rule = await agreed('SOURCE_CLOSED', 'DESTROY');
  const { source, finding } = await closedSource();
  const action = await makeAction(committee, { findingIds: [finding.id] });
  later(13);
  const proposal = { ruleId: rule.id, recordId: source.id, decision: 'DESTROY' };
  const { disposal } = await say('PRIVACY_STEWARD', 'proposeDisposal', proposal, 'disposal { id version certificate }');
  expect(disposal.certificate).toBeNull();
  expect(await refused('PRIVACY_STEWARD', 'proposeDisposal', proposal)).toMatchObject({ rule: 'disposal.once' });
  const done = await say(
    'CHAIR',
    'carryOutDisposal',
    { id: disposal.id, version: disposal.version },
    'disposal { status certificate record { id } erasure { ground texts { places { typeName fieldName } } } }',
  );
  expect(done.disposal).toMatchObject({ status: 'CARRIED_OUT', record: { id: source.id }, erasure: { ground: 'RETENTION' } });
  expect(done.disposal.certificate).toBe(
    `On 20 October 2027 the texts of the learning source ${source.ref} were erased, in 2 rows; ids, dates, states and counts are kept, under: Schedule 7.2`,
  );
  const ask = `query($source: ID!, $finding: ID!, $action: ID!) {
    source: node(id: $source) { ... on LearningSource { ref title status withheld { reason fields } } }
    finding: node(id: $finding) { ... on Finding { ref statement why polarity withheld { reason } } }
    action: node(id: $action) { ... on Action { title withheld { reason } } } }`;
  const left = await answered(committee.as('MEMBER')(ask, { source: source.id, finding: finding.id, action: action.id }));
  expect(left).toEqual({
    source: { ref: source.ref, title: null, status: 'CLOSED', withheld: { reason: 'ERASED', fields: ['title'] } },
    finding: { ref: finding.ref, statement: null, why: null, polarity: 'CONCERN', withheld: { reason: 'ERASED' } },
    action: { title: 'Book the core group at the planning meeting', withheld: null },
  });
  expect((await verifyHistory(api.database, { committeeId: committee.id })).problems).toEqual([]);
  expect(await due()).toEqual([]);
});

test('what meetings said of a record goes with it, and is held with the source it leads back to', async () => {
  const { source, finding } = await closedSource();
  const action = await makeStartedAction(committee, { findingIds: [finding.id] });
  const meeting = await makePlannedMeeting(committee);
  const about = { meetingId: meeting.id, subjectId: action.id, text: 'Rooms' };
  await say('CHAIR', 'addAgendaItem', about, 'meeting { id }');
  await say('CHAIR', 'holdMeeting', meeting, 'meeting { id }');
  const facts = { id: action.id, version: action.version, meetingId: meeting.id, minuteRef: 'Item 3', reason: 'Rooms' };
  const { decision } = await say('CHAIR', 'recordDecision', { ...facts, kind: 'ESCALATE_TO_COG' }, 'decision { id }');
  await say('CHAIR', 'recordDecision', { ...facts, kind: 'STOP' }, 'decision { id }');
  const text = { id: decision.id, fieldName: 'reason', reason: 'CHILD' };
  const { quarantine } = await say('PRIVACY_STEWARD', 'quarantineText', text, 'quarantine { id version }');
  const placed = { name: 'Inquiry', reason: 'Asked for by the inquiry', sourceId: source.id, fromOn: '2026-09-01' };
  const { hold } = await say('PRIVACY_STEWARD', 'placeLegalHold', placed, 'hold { id version }');
  const erasure = { ...quarantine, ground: 'NEVER_ALLOWED' };
  const { quarantine: asked } = await say('PRIVACY_STEWARD', 'askErasure', erasure, 'quarantine { id version }');
  expect(await refused('CHAIR', 'confirmErasure', asked)).toMatchObject({ rule: 'legalHold.holds' });
  await say('CHAIR', 'releaseLegalHold', { ...hold, reason: 'The inquiry is over' }, 'hold { id }');
  const rule = await agreed('ACTION_ENDED', 'DESTROY');
  later(13);
  const proposal = { ruleId: rule.id, recordId: action.id, decision: 'DESTROY' };
  const { disposal } = await say('PRIVACY_STEWARD', 'proposeDisposal', proposal, 'disposal { id version }');
  await say('CHAIR', 'carryOutDisposal', disposal, 'disposal { status }');
  const ask = `query($id: ID!) { node(id: $id) { ... on Meeting { agenda { entries { kind why } } } }
    meetingDecisions { nodes { kind reason minuteRef } } escalations { nodes { question } } }`;
  const left = await answered(committee.as('CHAIR')(ask, { id: meeting.id }));
  expect(left.meetingDecisions.nodes).toHaveLength(2);
  for (const each of left.meetingDecisions.nodes) expect(each).toMatchObject({ reason: null, minuteRef: null });
  expect(left.escalations.nodes).toEqual([{ question: null }]);
  expect(left.node.agenda.entries).toContainEqual({ kind: 'ADDED', why: null });
  expect((await verifyHistory(api.database, { committeeId: committee.id })).problems).toEqual([]);
});

test.each([
  ['a source', async ({ source }: { source: Made }) => source.id],
  ['the whole committee', async () => null],
])('under a hold on %s nothing goes, the thread of the source included', async (_, of) => {
  const rule = await agreed('SOURCE_CLOSED', 'DESTROY');
  const made = await closedSource();
  const sourceId = await of(made);
  const placed = { name: 'Inquiry', reason: 'Asked for by the inquiry', sourceId, fromOn: '2026-09-01' };
  const { hold } = await say('PRIVACY_STEWARD', 'placeLegalHold', placed, 'hold { id version source { id } }');
  expect(hold.source?.id ?? null).toBe(sourceId);
  later(13);
  expect((await due())[0].heldBy).toEqual([{ name: 'Inquiry' }]);
  const proposal = { ruleId: rule.id, recordId: made.source.id, decision: 'DESTROY' };
  const no = await refused('PRIVACY_STEWARD', 'proposeDisposal', proposal);
  expect(no).toMatchObject({ rule: 'legalHold.holds', field: 'input.recordId' });
  expect(no.message).toContain('Inquiry');
  const held = await say(
    'PRIVACY_STEWARD',
    'quarantineText',
    { id: made.finding.id, fieldName: 'statement', reason: 'CHILD' },
    'quarantine { id version }',
  );
  const asked = await say(
    'PRIVACY_STEWARD',
    'askErasure',
    { ...held.quarantine, ground: 'NEVER_ALLOWED' },
    'quarantine { id version }',
  );
  expect(await refused('CHAIR', 'confirmErasure', asked.quarantine)).toMatchObject({
    rule: 'legalHold.holds',
    field: 'input.id',
  });
  await say('CHAIR', 'releaseLegalHold', { id: hold.id, version: hold.version, reason: 'The inquiry has ended' }, 'hold { id }');
  await say('CHAIR', 'confirmErasure', asked.quarantine, 'erasure { id }');
  await say('PRIVACY_STEWARD', 'proposeDisposal', proposal, 'disposal { id }');
});

test('a hold placed after the proposal stops it as well; another source’s hold does not', async () => {
  const rule = await agreed('SOURCE_CLOSED', 'DESTROY');
  const { source } = await closedSource();
  const other = await makeSource(committee, { title: 'Another audit' });
  later(13);
  const { disposal } = await say(
    'PRIVACY_STEWARD',
    'proposeDisposal',
    { ruleId: rule.id, recordId: source.id, decision: 'DESTROY' },
    'disposal { id version }',
  );
  const place = (sourceId: string) =>
    say('CHAIR', 'placeLegalHold', { name: 'Case', reason: 'A case', sourceId, fromOn: '2026-09-01' }, 'hold { id version }');
  await place(other.id);
  const { hold } = await place(source.id);
  expect(await refused('CHAIR', 'carryOutDisposal', disposal)).toMatchObject({ rule: 'legalHold.holds' });
  await say('CHAIR', 'releaseLegalHold', { ...hold, reason: 'Over' }, 'hold { id }');
  await say('LEAD_OFFICER', 'carryOutDisposal', disposal, 'disposal { status }');
});

test('a review decides: kept, it is due again when that is over; handed over, it is not', async () => {
  const rule = await agreed('SOURCE_CLOSED', 'REVIEW');
  const { source } = await closedSource();
  later(13);
  const propose = { ruleId: rule.id, recordId: source.id };
  expect(await refused('PRIVACY_STEWARD', 'proposeDisposal', { ...propose, decision: 'KEEP' })).toMatchObject({
    rule: 'disposal.keepUntil',
  });
  expect(await refused('PRIVACY_STEWARD', 'proposeDisposal', { ...propose, decision: 'TRANSFER' })).toMatchObject({
    rule: 'disposal.note',
  });
  const keep = { ...propose, decision: 'KEEP', keepUntilOn: '2028-09-15', note: 'Its actions are not done' };
  const kept = (await say('PRIVACY_STEWARD', 'proposeDisposal', keep, 'disposal { id version }')).disposal;
  const { disposal } = await say('CHAIR', 'carryOutDisposal', kept, 'disposal { certificate }');
  expect(disposal.certificate).toContain('is kept until 15 September 2028');
  expect(await due()).toEqual([]);
  later(25);
  expect(await due()).toMatchObject([{ dueOn: '2028-09-15' }]);
  const transfer = { ...propose, decision: 'TRANSFER', note: 'Council archive, AB 12' };
  const handed = (await say('PRIVACY_STEWARD', 'proposeDisposal', transfer, 'disposal { id version }')).disposal;
  await say('CHAIR', 'carryOutDisposal', handed, 'disposal { id }');
  expect(await due()).toEqual([]);
  const { node } = await answered(
    committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on LearningSource { title } } }', { id: source.id }),
  );
  expect(node.title).toBe('Audit of the year before');
});

test.each([
  ['a fate the rule has not', { decision: 'TRANSFER' }, 'disposal.fate'],
  ['a day to keep what is destroyed until', { decision: 'DESTROY', keepUntilOn: '2029-01-01' }, 'disposal.keepUntil'],
])('%s is refused', async (_, more, rule) => {
  const { id: ruleId } = await agreed('SOURCE_CLOSED', 'DESTROY');
  const { source } = await closedSource();
  later(13);
  expect(await refused('PRIVACY_STEWARD', 'proposeDisposal', { ruleId, recordId: source.id, ...more })).toMatchObject({ rule });
});

test('what is not due is refused, and a declined disposal does nothing', async () => {
  const { id: ruleId } = await agreed('SOURCE_CLOSED', 'DESTROY');
  const { source } = await closedSource();
  const proposal = { ruleId, recordId: source.id, decision: 'DESTROY' };
  expect(await refused('PRIVACY_STEWARD', 'proposeDisposal', proposal)).toMatchObject({ rule: 'disposal.due' });
  later(13);
  const { disposal } = await say('PRIVACY_STEWARD', 'proposeDisposal', proposal, 'disposal { id version }');
  await say('CHAIR', 'declineDisposal', disposal, 'disposal { status }');
  expect(await refused('CHAIR', 'carryOutDisposal', { ...disposal, version: 2 })).toMatchObject({ rule: 'disposal.decided' });
  expect(await due()).toHaveLength(1);
});

test('of someone who has left, the post and the account go; what they did keeps its place', async () => {
  const { id: ruleId } = await agreed('MEMBER_ENDED', 'DESTROY', 6);
  await makeSource(committee);
  const memberId = committee.actor('LEAD_OFFICER').id;
  await api.sql(
    `insert into member_identity (id, committee_id, version, recorded_at, member_id, issuer, subject, ended_at)
     values (gen_random_uuid(), $1, 1, now(), $2, 'https://sign-in.example', 'jane-at-work', now())`,
    [committee.id, memberId],
  );
  await api.sql(`update member set ended_on = '2026-09-14' where id = $1`, [memberId]);
  later(8);
  const [found] = await due();
  const proposal = { ruleId, recordId: found.record.id, decision: 'DESTROY' };
  const { disposal } = await say('PRIVACY_STEWARD', 'proposeDisposal', proposal, 'disposal { id version }');
  await say('CHAIR', 'carryOutDisposal', disposal, 'disposal { id }');
  expect(await api.sql('select display_name from member where id = $1', [memberId])).toEqual([{ display_name: '[erased]' }]);
  expect(await api.sql('select distinct subject from history.member_identity where member_id = $1', [memberId])).toEqual([
    { subject: '[erased]' },
  ]);
  expect((await verifyHistory(api.database, { committeeId: committee.id })).problems).toEqual([]);
});

test('rules, holds and disposals of another committee are not there', async () => {
  const { id: ruleId } = await agreed('SOURCE_CLOSED', 'DESTROY');
  const { source } = await closedSource();
  later(13);
  committee = await api.newCommittee();
  expect(await due()).toEqual([]);
  expect(await refused('PRIVACY_STEWARD', 'proposeDisposal', { ruleId, recordId: source.id, decision: 'DESTROY' })).toMatchObject(
    { code: 'NOT_FOUND' },
  );
});
