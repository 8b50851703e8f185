import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ask, makeChangeIdea, makeCycle, makeRamp, rawIdOf, say, step, type MadeCycle } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const ids = (...cycles: MadeCycle[]): string[] => cycles.map(({ id }) => id);

const graph = `query($ids: [ID!]) { pdsaCycles(first: 20, filter: { changeIdeaIds: $ids }) { nodes { label ramp { number }
  predecessors { label } successors { label } questions { predictions { comparison { verdict } measure { id } } } measures { id }
  tasks { what } plannedData { what } observations { text } addenda { text } lead { role } } } }`;

interface GraphCycle {
  label: string;
  predecessors: { label: string }[];
  successors: { label: string }[];
}

async function readGraph(ideaId: string): Promise<{ edges: string[]; statements: number }> {
  const answer = await committee.as('AUDITOR')(graph, { ids: [ideaId] });
  const { pdsaCycles } = (await answered(Promise.resolve(answer))) as { pdsaCycles: { nodes: GraphCycle[] } };
  const cycles = pdsaCycles.nodes;
  const edges = cycles.flatMap(({ label, successors }) => successors.map((next) => `${label}-${next.label}`));
  const back = cycles.flatMap(({ label, predecessors }) => predecessors.map((previous) => `${previous.label}-${label}`));
  expect(back.sort()).toEqual(edges.sort());
  return { edges, statements: answer.statements.length };
}

test('a ramp branches in two, and the branches merge; one query reads it with a fixed number of statements', async () => {
  const idea = await makeChangeIdea(committee);
  const [one, two] = [await makeRamp(committee, idea.id), await makeRamp(committee, idea.id)];
  const plan = (rampId: string, ...from: MadeCycle[]) => makeCycle(committee, rampId, { predecessorIds: ids(...from) });
  const a = await plan(one.id);
  const b = await plan(one.id, a);
  const branch = await plan(two.id, a);
  const small = await readGraph(idea.id);
  expect(small.edges).toEqual(['1a-1b', '1a-2a']);
  const merged = await plan(one.id, b, branch);
  let last = merged;
  for (let count = 0; count < 8; count += 1) last = await plan(two.id, last, ...(count % 3 === 0 ? [a] : []));
  const large = await readGraph(idea.id);
  expect(large.edges).toEqual(expect.arrayContaining(['1a-1b', '1a-2a', '1b-1c', '2a-1c', '1c-2b', '2b-2c']));
  expect(large.statements).toBe(small.statements);
});

test('a cycle starts from the one before it in its ramp, unless something else is said', async () => {
  const ramp = await makeRamp(committee);
  await makeCycle(committee, ramp.id);
  await makeCycle(committee, ramp.id);
  await makeCycle(committee, ramp.id, { predecessorIds: [] });
  const query = '{ pdsaCycles(orderBy: { field: LABEL }) { nodes { label predecessors { label } } } }';
  expect((await answered(committee.as('MEMBER')(query))).pdsaCycles.nodes).toEqual([
    { label: '1a', predecessors: [] },
    { label: '1b', predecessors: [{ label: '1a' }] },
    { label: '1c', predecessors: [] },
  ]);
});

test('no cycle comes before itself, however long the way round', async () => {
  const ramp = await makeRamp(committee);
  const first = await makeCycle(committee, ramp.id);
  await makeCycle(committee, ramp.id);
  const third = await makeCycle(committee, ramp.id);
  const { id, version } = first;
  for (const predecessorIds of [[third.id], [first.id]]) {
    const refused = await refusal(ask(committee, 'reviseCyclePlan', { id, version, predecessorIds }));
    expect(refused).toMatchObject({ code: 'RULE_BROKEN', rule: 'cycle.loop', field: 'input.predecessorIds' });
  }
  await step(committee, 'reviseCyclePlan', third, { predecessorIds: [first.id] });
  const [from, to] = [rawIdOf(first), rawIdOf(third)];
  const link = 'insert into pdsa_cycle_predecessor (committee_id, cycle_id, predecessor_id) values ($1, $2, $3)';
  await expect(api.sql(link, [committee.id, from, to])).rejects.toMatchObject({ code: 'P0001', constraint: 'cycle.loop' });
  await expect(api.sql(link, [committee.id, from, from])).rejects.toBeDefined();
});

test('the ramps of a change idea are numbered, and cycles planned at the same time each get their own place', async () => {
  const idea = await makeChangeIdea(committee);
  const ramps = await Promise.all([makeRamp(committee, idea.id), makeRamp(committee, idea.id), makeRamp(committee, idea.id)]);
  expect(ramps.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  const rampId = ramps[0].id;
  const cycles = await Promise.all([1, 2, 3, 4].map(() => makeCycle(committee, rampId)));
  expect(cycles.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4]);
});

test('cycles are found by what a committee asks for', async () => {
  const ramp = await makeRamp(committee);
  const other = await makeRamp(committee);
  await makeCycle(committee, ramp.id, { intent: 'DEVELOP_CHANGE', objective: 'Draft a form' });
  await step(committee, 'startCycle', await makeCycle(committee, other.id, { plannedOn: '2026-09-01' }), {
    startedOn: '2026-09-03',
  });
  await say(committee, 'planCycle', { rampId: other.id });
  const found = async (filter: string): Promise<string[]> => {
    const query = `{ pdsaCycles(filter: ${filter}, orderBy: { field: DO_STARTED_ON }) { nodes { label ramp { id } } totalCount } }`;
    const { nodes, totalCount } = (await answered(committee.as('MEMBER')(query))).pdsaCycles as {
      nodes: { label: string }[];
      totalCount: number;
    };
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ label }) => label).sort();
  };
  expect(await found('{ statuses: [DOING] }')).toEqual(['1a']);
  expect(await found('{ intents: [DEVELOP_CHANGE], text: "FORM" }')).toEqual(['1a']);
  expect(await found('{ scales: [SINGLE] }')).toEqual(['1a', '1a']);
  expect(await found(`{ rampIds: ["${other.id}"] }`)).toEqual(['1a', '1b']);
  expect(await found('{ startedAfter: "2026-09-02", startedBefore: "2026-09-04" }')).toEqual(['1a']);
  expect(await found('{ withoutMeasure: true }')).toEqual(['1a', '1a', '1b']);
  expect(await found('{ decisions: [ADOPT] }')).toEqual([]);
});
