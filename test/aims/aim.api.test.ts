import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAim, makeDriver, makeIdea, mutation, uuidOf } from './aimMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const adviser = () => committee.as('IMPROVEMENT_ADVISER');

test('an aim keeps all its parts, gets a reference, and is found by text and date', async () => {
  const [owner] = (await answered(adviser()('{ committee { members(first: 1) { nodes { id } } } }'))).committee.members.nodes;
  const parts = {
    statement: '90% of initial core groups within 15 working days by March 2027',
    population: 'Children on the register',
    systemBoundary: 'Both localities',
    baselineValue: 62,
    baselinePeriod: 'April to September 2025',
    targetValue: 90,
    unit: '%',
    targetOn: '2027-03-31',
  };
  const { ref } = await makeAim(committee, { ...parts, ownerMemberId: owner.id });
  await makeAim(committee);
  const asked = `query ($filter: AimFilter) { aims(filter: $filter, orderBy: { field: REF }) { totalCount nodes { ref
    statement population systemBoundary baselineValue baselinePeriod targetValue unit targetOn owner { id ownedAims { nodes { ref } } } } } }`;
  const found = (
    await answered(adviser()(asked, { filter: { text: 'register 90%', targetBefore: '2027-04-01', targetAfter: '2027-03-30' } }))
  ).aims;
  expect(ref).toBe('AIM-2026-01');
  expect(found).toEqual({ totalCount: 1, nodes: [{ ref, ...parts, owner: { id: owner.id, ownedAims: { nodes: [{ ref }] } } }] });
  expect((await answered(adviser()(asked, { filter: {} }))).aims.nodes.map((aim: { ref: string }) => aim.ref)).toEqual([
    'AIM-2026-01',
    'AIM-2026-02',
  ]);
});

test('revising an aim leaves what is not given, and an old version is stale', async () => {
  const aim = await makeAim(committee, { unit: '%', targetValue: 80 });
  const revise = mutation('reviseAim', 'aim { targetValue unit version }');
  const input = { id: aim.id, version: aim.version, targetValue: 90 };
  expect((await answered(adviser()(revise, { input }))).reviseAim.aim).toEqual({ targetValue: 90, unit: '%', version: 2 });
  expect(await refusal(adviser()(revise, { input }))).toMatchObject({ code: 'STALE' });
});

test('a driver diagram is read as a graph, with statements that do not grow with it', async () => {
  const aim = await makeAim(committee);
  const [first, second] = [await makeDriver(committee, { aimId: aim.id }), await makeDriver(committee, { aimId: aim.id })];
  const secondary = { aimId: aim.id, kind: 'SECONDARY', parentDriverIds: [first.id, second.id] };
  const below = await makeDriver(committee, secondary);
  const idea = await makeIdea(committee, { driverIds: [below.id, second.id] });
  const graph = `{ aims(first: 1) { nodes { drivers { kind position parents { id } children { id } changeIdeas { nodes { id drivers { id } } } aim { id } } } } }`;
  const { data, statements } = await adviser()(graph);
  const served = { nodes: [{ id: idea.id, drivers: [{ id: second.id }, { id: below.id }] }] };
  expect(data.aims.nodes[0].drivers).toEqual([
    { kind: 'PRIMARY', position: 1, parents: [], children: [{ id: below.id }], changeIdeas: { nodes: [] }, aim: { id: aim.id } },
    { kind: 'PRIMARY', position: 2, parents: [], children: [{ id: below.id }], changeIdeas: served, aim: { id: aim.id } },
    {
      kind: 'SECONDARY',
      position: 1,
      parents: [{ id: first.id }, { id: second.id }],
      children: [],
      changeIdeas: served,
      aim: { id: aim.id },
    },
  ]);
  await makeDriver(committee, secondary);
  expect((await adviser()(graph)).statements).toHaveLength(statements.length);
});

test('a driver of another aim cannot be above, and a foreign aim is not there', async () => {
  const [aim, other] = [await makeAim(committee), await makeAim(committee)];
  const parent = await makeDriver(committee, { aimId: other.id });
  const add = mutation('addDriver', 'driver { id }');
  const input = { aimId: aim.id, kind: 'SECONDARY', statement: 'Something', parentDriverIds: [parent.id] };
  expect(await refusal(adviser()(add, { input }))).toMatchObject({ rule: 'driver.aim', field: 'input.parentDriverIds.0' });
  const stranger = await api.newCommittee();
  expect(await refusal(stranger.as('IMPROVEMENT_ADVISER')(add, { input }))).toMatchObject({
    code: 'NOT_FOUND',
    field: 'input.aimId',
  });
});

const step = (verb: string, input: object, role: Parameters<TestCommittee['as']>[0] = 'IMPROVEMENT_ADVISER') =>
  committee.as(role)(mutationOf(verb), { input });

const mutationOf = (verb: string): string => {
  const type = inputOf[verb] ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return `mutation Do($input: ${type}!) { ${verb}(input: $input) { changeIdea { id version status statusReason learning degreeOfBelief } } }`;
};

const inputOf: Readonly<Record<string, string>> = {
  startTestingChangeIdea: 'MoveChangeIdeaInput',
  implementChangeIdea: 'MoveChangeIdeaInput',
  spreadChangeIdea: 'MoveChangeIdeaInput',
};

test('a change idea needs a driver, may serve more, and each only once', async () => {
  const propose = mutation('proposeChangeIdea', 'changeIdea { id }');
  expect(await refusal(adviser()(propose, { input: { driverIds: [], statement: 'Something' } }))).toMatchObject({
    rule: 'changeIdea.driver',
  });
  const idea = await makeIdea(committee);
  const driver = await makeDriver(committee, { aimId: (await makeAim(committee)).id });
  await answered(step('serveDriver', { id: idea.id, version: 1, driverId: driver.id }));
  expect(await refusal(step('serveDriver', { id: idea.id, version: 2, driverId: driver.id }))).toMatchObject({
    rule: 'changeIdea.driver',
  });
});

test('what was learnt is kept when a change idea is abandoned', async () => {
  const idea = await makeIdea(committee);
  const input = { id: idea.id, version: 1, learning: 'Chairs’ diaries are full by then' };
  expect((await answered(step('abandonChangeIdea', input))).abandonChangeIdea.changeIdea).toMatchObject({
    status: 'ABANDONED',
    learning: input.learning,
  });
  const again = { id: idea.id, version: 2 };
  expect(await refusal(step('startTestingChangeIdea', again))).toMatchObject({ rule: 'changeIdea.transition' });
});

test('a change idea goes from test to sustained, and back to testing with a reason', async () => {
  const idea = await makeIdea(committee);
  expect(await refusal(step('implementChangeIdea', { id: idea.id, version: 1 }))).toMatchObject({
    rule: 'changeIdea.transition',
  });
  await answered(step('startTestingChangeIdea', { id: idea.id, version: 1, degreeOfBelief: 'LOW' }));
  const ready = () => api.sql(`update change_idea set status = 'READY_TO_IMPLEMENT' where id = $1`, [uuidOf(idea.id)]);
  await ready();
  await answered(step('implementChangeIdea', { id: idea.id, version: 2, degreeOfBelief: 'HIGH' }));
  expect(await refusal(step('startTestingChangeIdea', { id: idea.id, version: 3 }))).toMatchObject({
    rule: 'changeIdea.transition',
  });
  const back = { id: idea.id, version: 3, reason: 'It does not hold in the second locality' };
  expect((await answered(step('stepBackChangeIdea', back))).stepBackChangeIdea.changeIdea).toMatchObject({
    ...{ status: 'TESTING', statusReason: back.reason, degreeOfBelief: 'HIGH' },
  });
  await ready();
  await answered(step('implementChangeIdea', { id: idea.id, version: 4 }));
  expect(await refusal(step('spreadChangeIdea', { id: idea.id, version: 5 }))).toMatchObject({ code: 'FORBIDDEN' });
  await answered(step('spreadChangeIdea', { id: idea.id, version: 5 }, 'CHAIR'));
  const held = { id: idea.id, version: 6, evidence: 'At or above 90% for twelve months' };
  expect((await answered(step('sustainChangeIdea', held))).sustainChangeIdea.changeIdea).toMatchObject({
    status: 'SUSTAINED',
    statusReason: held.evidence,
  });
});
