import { makeIdea } from '../aims/aimMaking';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ask, committees, ownWords, share, takeUp, withdraw } from './spreadMaking';

let api: TestApi;
let owner: TestCommittee;
let taker: TestCommittee;
let stranger: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  [owner, taker, stranger] = (await committees(api, 3)) as [TestCommittee, TestCommittee, TestCommittee];
});
afterAll(() => api.close());

const nameOf = ({ id }: TestCommittee): string => `Committee ${id}`;
const seenBy = async (committee: TestCommittee, id: string): Promise<unknown> =>
  (await answered(committee.as('MEMBER')('query($id: ID!) { node(id: $id) { id } }', { id }))).node;

test('a committee shares a change idea in words of its own, and every committee sees these', async () => {
  const idea = await makeIdea(owner, { statement: 'Diary hold, after the Muir case' });
  const shared = await share(owner, { changeIdeaId: idea.id });
  const query = `query($id: ID!) { node(id: $id) { ... on SharedIdea { areaName statement learning sharedOn withdrawnOn changeIdea { id }
    parent { id } spread { sentence } lineage { areaName isOrigin parentId state takenUpOn changeIdea { id } } } } }`;
  const seen = {
    areaName: nameOf(owner),
    statement: 'Fix the date before people leave',
    learning: 'Diaries must be at hand',
    sharedOn: '2026-09-15',
    withdrawnOn: null,
    parent: null,
    spread: { sentence: 'Not tried yet.' },
  };
  const origin = { areaName: nameOf(owner), isOrigin: true, parentId: null, state: 'TAKEN_UP', takenUpOn: '2026-09-15' };
  const variables = { id: shared.id };
  expect((await answered(stranger.as('PARTNER_VIEWER')(query, variables))).node).toEqual({
    ...seen,
    changeIdea: null,
    lineage: [{ ...origin, changeIdea: null }],
  });
  expect((await answered(owner.as('MEMBER')(query, variables))).node).toEqual({
    ...seen,
    changeIdea: { id: idea.id },
    lineage: [{ ...origin, changeIdea: { id: idea.id } }],
  });
});

test('taking it up makes a change idea of the taker’s own, tied to its own drivers', async () => {
  const shared = await share(owner);
  const uptake = await takeUp(taker, shared, { adaptation: 'By telephone', degreeOfBelief: 'LOW' });
  const query = `query($id: ID!) { node(id: $id) { ... on ChangeIdea { statement status degreeOfBelief adaptation takenUpFrom { id areaName }
    sharedAs { id } uptake { id } drivers { aim { statement } } } } }`;
  const { node } = await answered(taker.as('MEMBER')(query, { id: uptake.changeIdea.id }));
  expect(node).toEqual({
    statement: 'Agree the date before anybody leaves the room',
    status: 'PROPOSED',
    degreeOfBelief: 'LOW',
    adaptation: 'By telephone',
    takenUpFrom: { id: shared.id, areaName: nameOf(owner) },
    sharedAs: null,
    uptake: { id: uptake.id },
    drivers: [{ aim: { statement: 'Core groups meet in time' } }],
  });
  expect(uptake).toMatchObject({ state: 'TAKEN_UP', isOrigin: false, sharedIdea: { id: shared.id } });
});

test('an idea may be stated in the taker’s words, and used as it was shared', async () => {
  const uptake = await takeUp(taker, await share(owner), { statement: 'Name the day in the room', ref: 'CI-S-1' });
  expect(uptake).toMatchObject({ adaptation: null, changeIdea: { ref: 'CI-S-1', statement: 'Name the day in the room' } });
});

test('an adaptation is noted later, and other committees read it', async () => {
  const shared = await share(owner);
  const { id, version } = await takeUp(taker, shared);
  const noted = await answered(ask(taker, 'noteAdaptation', { id, version, adaptation: 'With deputies' }));
  expect(noted.noteAdaptation.uptake).toMatchObject({ adaptation: 'With deputies', version: 2 });
  const query = 'query($id: ID!) { node(id: $id) { ... on SharedIdea { lineage { areaName adaptation } } } }';
  const { node } = await answered(stranger.as('MEMBER')(query, { id: shared.id }));
  expect(node.lineage).toEqual([
    { areaName: nameOf(owner), adaptation: null },
    { areaName: nameOf(taker), adaptation: 'With deputies' },
  ]);
});

test('only what was taken up has been adapted', async () => {
  const shared = await share(owner);
  const query = 'query($id: ID!) { node(id: $id) { ... on SharedIdea { lineage { id version } } } }';
  const { node } = await answered(owner.as('MEMBER')(query, { id: shared.id }));
  const refused = refusal(ask(owner, 'noteAdaptation', { ...node.lineage[0], adaptation: 'By post' }));
  expect(await refused).toMatchObject({ code: 'RULE_BROKEN', rule: 'ideaUptake.origin' });
});

test('what was taken up is shared again and taken on: the lineage is a tree', async () => {
  const first = await share(owner);
  const middle = await takeUp(taker, first);
  const second = await share(taker, { changeIdeaId: middle.changeIdea.id });
  const last = await takeUp(stranger, second);
  const query = `query($id: ID!) { node(id: $id) { ... on SharedIdea { parent { id } lineage { id parentId isOrigin } } } }`;
  const read = async (id: string) => (await answered(stranger.as('MEMBER')(query, { id }))).node;
  const [origin] = (await read(first.id)).lineage;
  expect(await read(second.id)).toEqual({
    parent: { id: first.id },
    lineage: [
      { id: origin.id, parentId: null, isOrigin: true },
      { id: middle.id, parentId: origin.id, isOrigin: false },
      { id: last.id, parentId: middle.id, isOrigin: false },
    ],
  });
  expect((await read(first.id)).lineage).toHaveLength(3);
});

test('a withdrawn idea answers as unknown for others; those who took it up keep theirs', async () => {
  const shared = await share(owner);
  const uptake = await takeUp(taker, shared);
  const gone = await withdraw(owner, shared);
  expect(gone).toMatchObject({ withdrawnOn: '2026-09-15', withdrawnReason: 'Our procedure has changed' });
  expect(await seenBy(owner, shared.id)).toEqual({ id: shared.id });
  expect([await seenBy(taker, shared.id), await seenBy(stranger, shared.id)]).toEqual([null, null]);
  expect([await seenBy(owner, uptake.id), await seenBy(taker, uptake.id)]).toEqual([{ id: uptake.id }, { id: uptake.id }]);
  expect(await seenBy(stranger, uptake.id)).toBeNull();
  const query = `query($id: ID!) { node(id: $id) { ... on ChangeIdea { statement takenUpFrom { id } uptake { parentId sharedIdea { id } } } } }`;
  expect((await answered(taker.as('MEMBER')(query, { id: uptake.changeIdea.id }))).node).toEqual({
    statement: 'Agree the date before anybody leaves the room',
    takenUpFrom: null,
    uptake: { parentId: null, sharedIdea: null },
  });
  const again = ask(stranger, 'takeUpSharedIdea', { ...(await ownWords(stranger)), sharedIdeaId: shared.id });
  expect(await refusal(again)).toMatchObject({ code: 'NOT_FOUND', field: 'input.sharedIdeaId' });
});

test('what was made of a withdrawn idea and shared again is still seen, without the part that is shared no more', async () => {
  const first = await share(owner);
  const second = await share(taker, { changeIdeaId: (await takeUp(taker, first)).changeIdea.id });
  await withdraw(owner, first);
  const query = 'query($id: ID!) { node(id: $id) { ... on SharedIdea { parent { id } lineage { areaName parentId } } } }';
  expect((await answered(stranger.as('MEMBER')(query, { id: second.id }))).node).toEqual({
    parent: null,
    lineage: [{ areaName: nameOf(taker), parentId: null }],
  });
});

test('an idea is shared once; after a withdrawal it comes back in new words, with those who took it up', async () => {
  const idea = await makeIdea(owner);
  const shared = await share(owner, { changeIdeaId: idea.id });
  await takeUp(taker, shared);
  const twice = { changeIdeaId: idea.id, statement: 'Other words' };
  expect(await refusal(ask(owner, 'shareChangeIdea', twice))).toMatchObject({ rule: 'sharedIdea.shared' });
  const gone = await withdraw(owner, shared);
  const { id, version } = gone;
  expect(await refusal(ask(owner, 'withdrawSharedIdea', { id, version, reason: 'Again' }))).toMatchObject({
    rule: 'sharedIdea.withdrawn',
  });
  const back = (await answered(ask(owner, 'shareChangeIdea', twice))).shareChangeIdea.sharedIdea;
  expect(back).toMatchObject({ id: shared.id, statement: 'Other words', learning: null, withdrawnOn: null, version: 3 });
  const query = 'query($id: ID!) { node(id: $id) { ... on SharedIdea { lineage { areaName } } } }';
  expect((await answered(stranger.as('MEMBER')(query, { id }))).node.lineage).toHaveLength(2);
});

test('nobody takes up an idea twice, nor one of their own', async () => {
  const shared = await share(owner);
  await takeUp(taker, shared);
  const input = async (committee: TestCommittee) => ({ ...(await ownWords(committee)), sharedIdeaId: shared.id });
  expect(await refusal(ask(taker, 'takeUpSharedIdea', await input(taker)))).toMatchObject({ rule: 'sharedIdea.takenUp' });
  expect(await refusal(ask(owner, 'takeUpSharedIdea', await input(owner)))).toMatchObject({ rule: 'sharedIdea.own' });
});

test('drivers are the taker’s own', async () => {
  const shared = await share(owner);
  const foreign = ask(taker, 'takeUpSharedIdea', { ...(await ownWords(owner)), sharedIdeaId: shared.id });
  expect(await refusal(foreign)).toMatchObject({ code: 'NOT_FOUND', field: 'input.driverIds.0' });
  const none = ask(taker, 'takeUpSharedIdea', { ...(await ownWords(taker)), sharedIdeaId: shared.id, driverIds: [] });
  expect(await refusal(none)).toMatchObject({ rule: 'changeIdea.driver' });
});

test('what others may see is still only its owner’s to change', async () => {
  const shared = await share(owner);
  const uptake = await takeUp(taker, shared);
  const { id, version } = shared;
  const withdrawal = ask(taker, 'withdrawSharedIdea', { id, version, reason: 'Not ours' });
  expect(await refusal(withdrawal)).toMatchObject({ code: 'NOT_FOUND', field: 'input.id' });
  const note = { id: uptake.id, version: uptake.version, adaptation: 'Not ours' };
  expect(await refusal(ask(owner, 'noteAdaptation', note))).toMatchObject({ code: 'NOT_FOUND', field: 'input.id' });
});

test('shared words pass the guard on identifiers', async () => {
  const changeIdeaId = (await makeIdea(owner)).id;
  const input = { changeIdeaId, statement: 'As for the child born 3.4.2019', learning: 'x' };
  expect(await refusal(ask(owner, 'shareChangeIdea', input))).toMatchObject({ rule: 'noPersonalData', field: 'input.statement' });
  const { id, version } = await takeUp(taker, await share(owner, { changeIdeaId }));
  const note = ask(taker, 'noteAdaptation', { id, version, adaptation: 'For families in EH1 1AA' });
  expect(await refusal(note)).toMatchObject({ rule: 'noPersonalData', field: 'input.adaptation' });
});

test('the list of shared ideas finds words, own ones and days, in each order', async () => {
  const marker = `w${owner.id.slice(0, 8)}`;
  const mine = await share(owner, { statement: `${marker} diaries` });
  api.clock.now = new Date('2026-09-20T10:00:00Z');
  const theirs = await share(taker, { statement: `Mailbox`, learning: `${marker} lists` });
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  const list = async (filter: object, order?: string) => {
    const query = `query($filter: SharedIdeaFilter) { sharedIdeas(filter: $filter${order ?? ''}) { totalCount nodes { id } } }`;
    const { sharedIdeas } = await answered(owner.as('MEMBER')(query, { filter: { text: marker, ...filter } }));
    expect(sharedIdeas.totalCount).toBe(sharedIdeas.nodes.length);
    return sharedIdeas.nodes.map(({ id }: { id: string }) => id);
  };
  expect(await list({})).toEqual([mine.id, theirs.id]);
  expect(await list({}, ', orderBy: { field: SHARED_ON, direction: DESC }')).toEqual([theirs.id, mine.id]);
  expect(await list({ isOwn: true })).toEqual([mine.id]);
  expect(await list({ isOwn: false })).toEqual([theirs.id]);
  expect(await list({ sharedAfter: '2026-09-15' })).toEqual([theirs.id]);
  expect(await list({ sharedBefore: '2026-09-20' })).toEqual([mine.id]);
  expect(await list({ text: `${marker} lists` })).toEqual([theirs.id]);
});
