import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { makeSchema } from '../../src/graphql/schema';
import { defaultLimits } from '../../src/graphql/limits';
import { fromGlobalId } from '../../src/kernel/globalId';
import { makeCycle, makeRamp, runCycle } from '../cycles/cycleMaking';
import { makeAim, makeDriver, makeIdea } from '../aims/aimMaking';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { everything, isNode } from '../support/everything';
import { makeAction, makeFinding, makeRecommendation, makeSource } from '../support/make';
import { ask as say, share, takeUp, withdraw, type MadeShared } from './spreadMaking';

/*
 * What one committee can reach of another from a shared idea: nothing but shared ideas and uptakes. Every text the owner has
 * bears a canary, and every field that leads on is followed until nothing new is found.
 */
const CANARY = 'kittiwake';
const readableByAll = ['SharedIdea', 'IdeaUptake'];

let api: TestApi;
let schema: GraphQLSchema;
let owner: TestCommittee;
let taker: TestCommittee;
let stranger: TestCommittee;
let shared: MadeShared;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
  [owner, taker, stranger] = (await Promise.all([0, 1, 2].map(() => api.newCommittee()))) as [
    TestCommittee,
    TestCommittee,
    TestCommittee,
  ];
  shared = await share(owner, { changeIdeaId: await ideaWithCanaries(owner) });
  const uptake = await takeUp(taker, shared, { adaptation: 'By telephone', statement: `Words of the taker, ${CANARY}` });
  await tested(taker, uptake.changeIdea.id);
  const again = await share(taker, { changeIdeaId: uptake.changeIdea.id, statement: 'By telephone' });
  await takeUp(owner, again, { statement: `Taken back, ${CANARY}` });
}, 60_000);
afterAll(() => api.close());

/** A change idea with everything around it that could give a case away. */
async function ideaWithCanaries(committee: TestCommittee): Promise<string> {
  const source = await makeSource(committee, { title: `Review ${CANARY}` });
  const finding = await makeFinding(committee, { sourceId: source.id, statement: `Finding ${CANARY}` });
  const recommendation = await makeRecommendation(committee, { sourceId: source.id, text: `Recommendation ${CANARY}` });
  const aim = await makeAim(committee, { statement: `Aim ${CANARY}` });
  const driver = await makeDriver(committee, { aimId: aim.id, statement: `Driver ${CANARY}` });
  const idea = await makeIdea(committee, { driverIds: [driver.id], statement: `Idea ${CANARY}` });
  await makeAction(committee, {
    title: `Action ${CANARY}`,
    findingIds: [finding.id],
    recommendationIds: [recommendation.id],
    changeIdeaIds: [idea.id],
    intendedOutcome: CANARY,
    noMeasureReason: CANARY,
  });
  await tested(committee, idea.id);
  return idea.id;
}

async function tested(committee: TestCommittee, changeIdeaId: string): Promise<void> {
  const cycle = await makeCycle(committee, (await makeRamp(committee, changeIdeaId)).id, { objective: `Objective ${CANARY}` });
  await runCycle(committee, cycle, { decision: 'ADOPT', rationale: CANARY, nextStep: CANARY });
}

interface Reached {
  readonly text: string;
  readonly ids: ReadonlySet<string>;
}

/** Everything that can be reached from some ids by an auditor, who may read all there is, asking each thing found for all it has, until nothing new is found. */
async function reach(committee: TestCommittee, from: readonly string[], goesOn: (typeName: string) => boolean): Promise<Reached> {
  const ids = new Set(from);
  let text = '';
  for (const id of ids) {
    const typeName = fromGlobalId(id)?.typeName ?? '';
    if (!goesOn(typeName)) continue;
    const type = schema.getType(typeName) as GraphQLObjectType;
    const query = `query($id: ID!) { node(id: $id) { ... on ${typeName} { ${everything(type)} } } }`;
    const found = JSON.stringify(await answered(committee.as('AUDITOR')(query, { id })));
    text += found;
    for (const [, next] of found.matchAll(/"id":"([^"]+)"/g)) if (next) ids.add(next);
  }
  return { text, ids };
}

async function ownersOf(ids: ReadonlySet<string>): Promise<[string, unknown][]> {
  const rows: [string, unknown][] = [];
  for (const key of [...ids].map(fromGlobalId)) {
    const table = api.database.dataSource.entityMetadatas.find(({ name }) => name === key?.typeName)?.tableName;
    const [row] = await api.sql(`select * from ${table ?? ''} where id = $1`, [key?.id]);
    rows.push([key?.typeName ?? '', row?.committee_id]);
  }
  return rows;
}

test('the canaries are there: the owner meets them on the same walk', async () => {
  const { text, ids } = await reach(owner, [shared.id], () => true);
  expect(text).toContain(CANARY);
  const names = new Set([...ids].map((id) => fromGlobalId(id)?.typeName));
  expect([...names]).toEqual(
    expect.arrayContaining(['Action', 'Finding', 'LearningSource', 'Recommendation', 'PdsaCycle', 'Aim']),
  );
}, 60_000);

test('a stranger reaches shared ideas and uptakes, and nothing else of any committee', async () => {
  const { text, ids } = await reach(stranger, [shared.id], () => true);
  expect(text).not.toContain(CANARY);
  const owners = await ownersOf(ids);
  expect(owners.length).toBe(5);
  expect(owners.filter(([name]) => !readableByAll.includes(name))).toEqual([]);
});

test('one who took it up reaches, besides, only rows of its own', async () => {
  const { ids } = await reach(taker, [shared.id], () => true);
  const foreign = (await ownersOf(ids)).filter(([, committee]) => committee !== undefined && committee !== taker.id);
  expect(foreign.length).toBeGreaterThan(0);
  expect([...new Set(foreign.map(([name]) => name))].sort()).toEqual([...readableByAll].sort());
  const seen = await reach(taker, [shared.id], (name) => readableByAll.includes(name));
  expect(seen.text).not.toContain(CANARY);
}, 60_000);

test('the only fields that lead from the two types to others lead to the change idea, and to its own committee only', () => {
  for (const name of readableByAll) {
    const fields = Object.values((schema.getType(name) as GraphQLObjectType).getFields());
    const leading = fields.filter(({ type }) => isNode(getNamedType(type)) && !readableByAll.includes(getNamedType(type).name));
    expect(leading.map((field) => [field.name, String(field.type)])).toEqual([['changeIdea', 'ChangeIdea']]);
    // The history that everything has is that of the reader's own committee, as the walks above found.
    expect(fields.filter(({ name: field, args }) => args.length > 0 && field !== 'history')).toEqual([]);
  }
});

test('a query as deep as may be goes round among shared ideas and uptakes', async () => {
  const nested = (levels: number): string =>
    levels === 0
      ? 'id statement'
      : `id statement learning changeIdea { id statement actions { nodes { title } } } parent { ${nested(levels - 1)} }`;
  const query = (levels: number) =>
    `query($id: ID!) { node(id: $id) { ... on SharedIdea { lineage { adaptation changeIdea { ref statement } sharedIdea { ${nested(levels)} } } } } }`;
  const { data, errors } = await stranger.as('LEAD_OFFICER')(query(defaultLimits.depth - 6), { id: shared.id });
  expect(errors).toEqual([]);
  expect(data.node.lineage).toHaveLength(3);
  expect(JSON.stringify(data)).not.toContain(CANARY);
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => name === 'sharedIdeas');
  const found = await answered(
    stranger.as('MEMBER')(`{ ${lists[0]?.name ?? ''}(filter: { text: "${CANARY}" }) { totalCount } }`),
  );
  expect(found.sharedIdeas.totalCount).toBe(0);
});

test('words of the owner’s change idea are not shared unless it says them', async () => {
  const idea = await makeIdea(owner, { statement: `Second idea ${CANARY}` });
  const answer = await answered(say(owner, 'shareChangeIdea', { changeIdeaId: idea.id, statement: 'Neutral words' }));
  const { text } = await reach(stranger, [answer.shareChangeIdea.sharedIdea.id], () => true);
  expect(text).not.toContain(CANARY);
  const gone = await withdraw(owner, answer.shareChangeIdea.sharedIdea);
  expect((await reach(stranger, [gone.id], () => true)).text).toBe('{"node":null}');
});
