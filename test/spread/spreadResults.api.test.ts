import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeIdea } from '../aims/aimMaking';
import { committees, move, share, takeUp, test as runTests, walkTo, type MadeShared } from './spreadMaking';

/* What became of an idea in each area, kept from the area's own cycles in the transaction that changes them. */
let api: TestApi;
let owner: TestCommittee;
let taker: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  [owner, taker] = (await committees(api, 2)) as [TestCommittee, TestCommittee];
});
afterAll(() => api.close());

const fields = 'cyclesClosed cyclesAdopted cyclesAdapted cyclesAbandoned smallestScale largestScale state sinceOn';

async function resultsOf(committee: TestCommittee, uptakeId: string): Promise<Record<string, unknown>> {
  const query = `query($id: ID!) { node(id: $id) { ... on IdeaUptake { ${fields} } } }`;
  return (await answered(committee.as('MEMBER')(query, { id: uptakeId }))).node;
}

const spreadSeen = async (committee: TestCommittee, { id }: MadeShared): Promise<Record<string, unknown>> => {
  const tally = 'sentence areas areasTried areasAdopted areasHeld areasGivenUp smallestScale largestScale';
  const query = `query($id: ID!) { node(id: $id) { ... on SharedIdea { spread { ${tally} } } } }`;
  return (await answered(committee.as('MEMBER')(query, { id }))).node.spread;
};

test('an uptake follows the cycles and the state of its change idea, and nothing that is no test', async () => {
  const { id, changeIdea } = await takeUp(taker, await share(owner));
  const noTest = {
    cyclesClosed: 0,
    cyclesAdopted: 0,
    cyclesAdapted: 0,
    cyclesAbandoned: 0,
    smallestScale: null,
    largestScale: null,
  };
  expect(await resultsOf(owner, id)).toEqual({ ...noTest, state: 'TAKEN_UP', sinceOn: '2026-09-15' });

  await runTests(taker, changeIdea, { decision: 'ADOPT', scale: 'WHOLE_SYSTEM', intent: 'COLLECT_INFORMATION' });
  expect(await resultsOf(owner, id)).toMatchObject({ cyclesClosed: 0, state: 'TAKEN_UP' });

  api.clock.now = new Date('2026-09-20T10:00:00Z');
  await runTests(taker, changeIdea, { decision: 'ADAPT', scale: 'VERY_SMALL' }, { decision: 'ABANDON', scale: 'SINGLE' });
  api.clock.now = new Date('2026-10-20T10:00:00Z');
  await runTests(taker, changeIdea, { decision: 'ADOPT', scale: 'MULTI_TEAM' });
  const tested = {
    ...{ cyclesClosed: 3, cyclesAdopted: 1, cyclesAdapted: 1, cyclesAbandoned: 1 },
    ...{ smallestScale: 'SINGLE', largestScale: 'MULTI_TEAM' },
  };
  expect(await resultsOf(owner, id)).toEqual({ ...tested, state: 'TRIED', sinceOn: '2026-09-20' });

  await walkTo(taker, changeIdea, 'implementChangeIdea');
  expect(await resultsOf(owner, id)).toEqual({ ...tested, state: 'ADOPTED', sinceOn: '2026-10-20' });
  await move(taker, changeIdea.id, 'spreadChangeIdea');
  expect(await resultsOf(owner, id)).toMatchObject({ state: 'ADOPTED' });
  await move(taker, changeIdea.id, 'sustainChangeIdea');
  expect(await resultsOf(owner, id)).toEqual({ ...tested, state: 'HELD', sinceOn: '2026-10-20' });
  api.clock.now = new Date('2026-09-15T10:00:00Z');
});

test('being implemented after a last test that was not adopted is no more than tried', async () => {
  const { id, changeIdea } = await takeUp(taker, await share(owner));
  await runTests(taker, changeIdea, { decision: 'ADOPT' });
  await walkTo(taker, changeIdea, 'implementChangeIdea');
  api.clock.now = new Date('2026-09-16T10:00:00Z');
  await runTests(taker, changeIdea, { decision: 'ADAPT' });
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  expect(await resultsOf(owner, id)).toMatchObject({ state: 'TRIED', cyclesClosed: 2 });
});

test('what is renewed by the database makes nobody’s version stale', async () => {
  const uptake = await takeUp(taker, await share(owner));
  await runTests(taker, uptake.changeIdea, { decision: 'ADAPT' });
  const query = 'query($id: ID!) { node(id: $id) { ... on IdeaUptake { version } } }';
  expect((await answered(taker.as('MEMBER')(query, { id: uptake.id }))).node.version).toBe(uptake.version);
});

test('the area an idea comes from is the first row of its results, with the tests before it was shared', async () => {
  const idea = await makeIdea(owner);
  await runTests(owner, idea, { decision: 'ADAPT', scale: 'SMALL' });
  const shared = await share(owner, { changeIdeaId: idea.id });
  expect(await spreadSeen(taker, shared)).toMatchObject({ sentence: 'Tried in 1 area, held in 0, at scale SMALL.', areas: 1 });
});

test('tried in five areas, held in three, given up in one', async () => {
  const others = await committees(api, 5);
  const idea = await makeIdea(owner);
  await runTests(owner, idea, { decision: 'ADOPT', scale: 'LARGE' });
  await walkTo(owner, idea, 'sustainChangeIdea');
  const shared = await share(owner, { changeIdeaId: idea.id });
  const uptakes = await Promise.all(others.map((committee) => takeUp(committee, shared)));
  const [first, second, third, fourth] = others as [TestCommittee, TestCommittee, TestCommittee, TestCommittee];
  for (const [index, committee] of [first, second].entries()) {
    await runTests(committee, uptakes[index]!.changeIdea, { decision: 'ADOPT', scale: 'SMALL' });
    await walkTo(committee, uptakes[index]!.changeIdea, 'sustainChangeIdea');
  }
  await runTests(third, uptakes[2]!.changeIdea, { decision: 'ADAPT', scale: 'SINGLE' });
  await runTests(fourth, uptakes[3]!.changeIdea, { decision: 'ABANDON', scale: 'VERY_SMALL' });
  await move(fourth, uptakes[3]!.changeIdea.id, 'abandonChangeIdea');
  expect(await spreadSeen(taker, shared)).toEqual({
    sentence: 'Tried in 5 areas, held in 3, given up in 1, at scales SINGLE to LARGE.',
    ...{
      areas: 6,
      areasTried: 5,
      areasAdopted: 3,
      areasHeld: 3,
      areasGivenUp: 1,
      smallestScale: 'SINGLE',
      largestScale: 'LARGE',
    },
  });
}, 60_000);

const tree = `{ sharedIdeas(first: 100, filter: { text: "MARK" }) { nodes { id changeIdea { id } parent { id } spread { sentence }
  lineage { id parentId isOrigin areaName state sharedIdea { id } changeIdea { id } } } } }`;

test('a list of lineages takes as many statements for one as for many', async () => {
  const mark = `m${owner.id.slice(0, 8)}`;
  const marked = { statement: `${mark} diaries` };
  const spread = async (middle: TestCommittee): Promise<void> => {
    const next = await takeUp(middle, await share(owner, marked));
    await takeUp(taker, await share(middle, { changeIdeaId: next.changeIdea.id, ...marked }));
  };
  const ask = async () => {
    const { statements, errors, data } = await taker.as('MEMBER')(tree.replace('MARK', mark));
    expect(errors).toEqual([]);
    return { count: statements.length, nodes: data.sharedIdeas.nodes as { lineage: object[] }[] };
  };
  const [first, ...others] = (await committees(api, 4)) as [TestCommittee, ...TestCommittee[]];
  await spread(first);
  const small = await ask();
  for (const committee of others) await spread(committee);
  const large = await ask();
  expect([small, large].map(({ nodes }) => nodes.map(({ lineage }) => lineage.length))).toEqual([
    [3, 3],
    [3, 3, 3, 3, 3, 3, 3, 3],
  ]);
  expect(large.count).toBe(small.count);
  expect(large.count).toBeLessThanOrEqual(8);
}, 60_000);
