import type { Role } from '../../src/access/roles';
import { makeSeries, risen, steady } from '../chartViews/chartMaking';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeFinding, makeHeldMeeting, makeSource, makeStartedAction } from '../support/make';

/* What meetings, ratings and closures count, as readers below analyst are told it. */
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

async function keepSmallFrom(...protectedRoles: Role[]): Promise<void> {
  const [settings] = await api.sql('select id, version from committee_settings where committee_id = $1', [committee.id]);
  const id = Buffer.from(`CommitteeSettings:${settings?.id as string}`).toString('base64url');
  const keep = 'mutation($input: KeepSmallNumbersInput!) { keepSmallNumbers(input: $input) { settings { id } } }';
  await answered(committee.as('CHAIR')(keep, { input: { id, version: settings?.version, protectedRoles } }));
}

const notPublished = { suppressed: true, reason: 'NOT_PUBLISHED' };
const shown = { suppressed: false, reason: null };

test('how many items an agenda has is for analysts, and of a signal that was kept nothing is told to others', async () => {
  await makeStartedAction(committee, { dueOn: '2026-09-10' });
  await makeSeries(committee, [...steady, ...risen]);
  const meeting = await makeHeldMeeting(committee);
  const ask = `query($id: ID!) { node(id: $id) { ... on Meeting { agenda { counts { kind count countDisclosure { suppressed reason } }
    entries { kind why item { id why disclosure { suppressed reason } } } } } } }`;
  const agendaFor = async (role: Role): Promise<Shown> =>
    (await answered(committee.as(role)(ask, { id: meeting.id }))).node.agenda;
  const whole = await agendaFor('MEMBER');
  const kinds = whole.entries.map(({ kind }: Shown) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['OVERDUE', 'SIGNAL']));
  expect(whole.counts).toContainEqual({ kind: 'OVERDUE', count: 1, countDisclosure: shown });
  const signal = whole.entries.find(({ kind }: Shown) => kind === 'SIGNAL');
  expect(signal.item.disclosure).toEqual(shown);
  await keepSmallFrom('MEMBER');
  const low = await agendaFor('MEMBER');
  expect(low.entries.map(({ kind }: Shown) => kind)).toEqual(kinds.filter((kind: string) => kind !== 'SIGNAL'));
  for (const each of low.counts) expect(each).toMatchObject({ count: null, countDisclosure: notPublished });
  const node = 'query($id: ID!) { node(id: $id) { ... on AgendaItem { why disclosure { suppressed reason } } } }';
  const kept = await answered(committee.as('MEMBER')(node, { id: signal.item.id }));
  expect(kept.node).toEqual({ why: null, disclosure: notPublished });
});

test('counts of closures are refused, counts by rating and of a response to a source are hidden', async () => {
  const source = await makeSource(committee);
  const finding = await makeFinding(committee, { sourceId: source.id });
  const action = await makeStartedAction(committee, { findingIds: [finding.id], dueOn: '2026-09-10' });
  await keepSmallFrom('MEMBER');
  const ledger = '{ closureLedger { closures } }';
  for (const role of ['MEMBER', 'PARTNER_VIEWER'] as const)
    expect(await refusal(committee.as(role)(ledger))).toMatchObject({ code: 'FORBIDDEN', rule: 'disclosure.notPublished' });
  expect((await answered(committee.as('CHAIR')(ledger))).closureLedger).toEqual({ closures: 0 });
  const response = `query($id: ID!) { node(id: $id) { ... on LearningSource { response { live sentence } responseDisclosure { suppressed reason } } } }`;
  expect((await answered(committee.as('MEMBER')(response, { id: source.id }))).node).toEqual({
    response: null,
    responseDisclosure: notPublished,
  });
  expect((await answered(committee.as('CHAIR')(response, { id: source.id }))).node.response).toMatchObject({ live: 1 });
  // The publication of the end of September counts the action.
  api.clock.now = new Date('2026-10-02T10:00:00Z');
  for (const by of ['RATING', 'ORIGINAL_RATING', 'RATING_CATEGORY']) {
    const summary = `{ statusSummary(groupBy: ${by}) { asAtOn groups { key label count overdue countDisclosure { suppressed reason } } } }`;
    const { statusSummary } = await answered(committee.as('PARTNER_VIEWER')(summary));
    expect(statusSummary.asAtOn).toBe('2026-09-30');
    expect(statusSummary.groups.length).toBeGreaterThan(4);
    for (const group of statusSummary.groups)
      expect(group).toMatchObject({ count: null, overdue: null, countDisclosure: notPublished });
    const counted = (await answered(committee.as('CHAIR')(summary))).statusSummary.groups;
    expect(counted).toHaveLength(1);
    expect(counted[0]).toMatchObject({ count: 1, overdue: 1, countDisclosure: shown });
  }
  const listed = '{ actions(filter: { ratings: [RED] }) { totalCount totalCountDisclosure { suppressed reason } nodes { id } } }';
  const { actions } = await answered(committee.as('MEMBER')(listed));
  expect(actions).toEqual({ totalCount: null, totalCountDisclosure: notPublished, nodes: [{ id: action.id }] });
});

test.each(['meetings', 'subgroups', 'meetingDecisions', 'escalations', 'redateRequests', 'signOffs'])(
  'how many %s there are is for analysts',
  async (list) => {
    await keepSmallFrom('MEMBER');
    const ask = `{ ${list} { totalCount totalCountDisclosure { suppressed reason } } }`;
    const told = async (role: Role) => (await answered(committee.as(role)(ask)))[list];
    expect(await told('MEMBER')).toEqual({ totalCount: null, totalCountDisclosure: notPublished });
    expect(await told('CHAIR')).toEqual({ totalCount: 0, totalCountDisclosure: shown });
  },
);
