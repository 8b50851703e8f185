import { makeChangeIdea, makeRamp, say, step, type MadeCycle } from '../cycles/cycleMaking';
import { makeMeasure, makePoint, month } from '../measures/measureMaking';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  api.clock.now = new Date('2026-03-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const graph = `query($ids: [ID!]) { pdsaCycles(first: 12, filter: { changeIdeaIds: $ids }, orderBy: { field: LABEL }) { nodes { label
  predecessors { label } successors { label } fidelity { cycles ramps criteria { code numerator denominator } published { percentage } }
  questions { predictions { text comparison { verdict } dataOutcome { verdict observedValue baseline } isContradicted } } } } }`;

interface Shown {
  label: string;
  predecessors: { label: string }[];
  successors: { label: string }[];
  fidelity: { cycles: number; ramps: number; criteria: { code: string; numerator: number; denominator: number }[] };
  questions: { predictions: { dataOutcome: Record<string, unknown>; isContradicted: boolean }[] }[];
}

async function read(ideaId: string): Promise<{ cycles: Shown[]; statements: number }> {
  const answer = await committee.as('MEMBER')(graph, { ids: [ideaId] });
  const { pdsaCycles } = await answered(Promise.resolve(answer));
  return { cycles: pdsaCycles.nodes as Shown[], statements: answer.statements.length };
}

test('a branching, merging ramp of twelve cycles comes back whole in one query, in as many statements as one of four', async () => {
  const idea = await makeChangeIdea(committee);
  const [one, two] = [await makeRamp(committee, idea.id), await makeRamp(committee, idea.id)];
  const measure = await makeMeasure(committee);
  for (const number of [1, 2, 4, 5]) await makePoint(committee, measure, { ...month(number), numerator: number, denominator: 8 });
  const predictions = [{ text: 'More', measureId: measure.id, direction: 'INCREASE', horizonOn: '2026-05-31' }];
  const make = async (rampId: string, ...from: MadeCycle[]): Promise<MadeCycle> => {
    const questions = [{ text: 'Does it?', predictions }];
    const predecessorIds = from.map(({ id }) => id);
    const { cycle } = await say(committee, 'planCycle', { rampId, questions, predecessorIds, tasks: [{ what: 'Do it' }] });
    return (await step(committee, 'startCycle', cycle)).cycle;
  };
  const a = await make(one.id);
  const b = await make(one.id, a);
  const branch = await make(two.id, a);
  const merged = await make(one.id, b, branch);
  api.clock.now = new Date('2026-06-15T10:00:00Z');
  const small = await read(idea.id);
  expect(small.cycles.map(({ label }) => label)).toEqual(['1a', '1b', '1c', '2a']);
  api.clock.now = new Date('2026-03-20T10:00:00Z');
  let last = merged;
  for (let count = 0; count < 8; count += 1) last = await make(two.id, last, ...(count % 3 === 0 ? [a] : []));
  api.clock.now = new Date('2026-06-15T10:00:00Z');
  const large = await read(idea.id);
  expect(large.cycles).toHaveLength(12);
  expect(large.statements).toBe(small.statements);
  expect(large.statements).toBeLessThanOrEqual(30);
  const edges = large.cycles.flatMap(({ label, successors }) => successors.map((next) => `${label}-${next.label}`));
  const back = large.cycles.flatMap(({ label, predecessors }) => predecessors.map((before) => `${before.label}-${label}`));
  expect(back.sort()).toEqual(edges.sort());
  expect(edges).toEqual(expect.arrayContaining(['1a-1b', '1a-2a', '1b-1c', '2a-1c', '1c-2b', '2b-2c', '1a-2e']));
  for (const { fidelity, questions } of large.cycles) {
    expect([fidelity.cycles, fidelity.ramps]).toEqual([1, 1]);
    expect(fidelity.criteria).toContainEqual({ code: 'F5', numerator: 1, denominator: 1 });
    // May shows 5 of 8; before the test the median of 1 and 2 of 8.
    const outcome = { verdict: 'MET', observedValue: 62.5, baseline: 18.75 };
    expect(questions[0]?.predictions).toMatchObject([{ dataOutcome: outcome, isContradicted: false, comparison: null }]);
  }
});

test('a committee’s profile takes as many statements for many ramps as for one', async () => {
  const query =
    '{ committee { fidelity { cycles criteria { code leftOut { cycle { id } ramp { id } } } } calibration { brierCount } } }';
  const counts: number[] = [];
  const other = await api.newCommittee();
  const idea = await makeChangeIdea(other);
  const measure = await makeMeasure(other);
  for (let made = 0; made < 6; made += 1) {
    const ramp = await makeRamp(other, idea.id);
    const predictions = [{ text: 'More', measureId: measure.id }];
    await say(other, 'planCycle', { rampId: ramp.id, questions: [{ text: 'Does it?', predictions }] });
    const answer = await other.as('MEMBER')(query);
    expect((await answered(Promise.resolve(answer))).committee.fidelity.cycles).toBe(made + 1);
    counts.push(answer.statements.length);
  }
  expect(new Set(counts).size).toBe(1);
});
