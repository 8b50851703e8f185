import { answered, startApi, type TestApi, type TestCommittee } from './support/api';
import { makeApprovedAction, makeFinding, makeRecommendation, makeSource } from './support/make';

/* The golden thread in one query each way, and what it costs the database. */
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const uuidOf = (globalId: string): string => Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? '';

interface Thread {
  source: string;
  finding: string;
  recommendation: string;
  action: string;
  changeIdea: string;
  cycle: string;
  measure: string;
  point: string;
}

async function say(
  committee: TestCommittee,
  verb: string,
  input: object,
  fields: string,
): Promise<Record<string, { id: string }>> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`;
  return (await answered(committee.as('LEAD_OFFICER')(document, { input })))[verb] as Record<string, { id: string }>;
}

/** Partners may read all of it. */
const open = { visibility: 'PARTNERSHIP' };

async function makeThread(committee: TestCommittee): Promise<Thread> {
  const source = (await makeSource(committee, open)).id;
  const finding = (await makeFinding(committee, { sourceId: source, ...open })).id;
  const recommendation = (await makeRecommendation(committee, { sourceId: source, findingIds: [finding] })).id;
  const aim = (await say(committee, 'stateAim', { statement: 'Nine in ten in time' }, 'aim { id }')).aim?.id;
  const driver = await say(committee, 'addDriver', { aimId: aim, kind: 'PRIMARY', statement: 'A date in time' }, 'driver { id }');
  const idea = { driverIds: [driver.driver?.id], statement: 'Hold the date in every diary', ...open };
  const changeIdea = (await say(committee, 'proposeChangeIdea', idea, 'changeIdea { id }')).changeIdea?.id ?? '';
  const definition = {
    effectiveOn: '2024-01-01',
    statement: 'Core groups in time',
    calculation: 'COUNT',
    directionOfGood: 'HIGHER',
    frequency: 'MONTHLY',
  };
  const measureInput = { name: 'Core groups in time', kind: 'OUTCOME', aimId: aim, definition, activate: true };
  const measure = (await say(committee, 'defineMeasure', measureInput, 'measure { id }')).measure?.id ?? '';
  const pointInput = { measureId: measure, periodStartsOn: '2026-01-01', periodEndsOn: '2026-01-31', value: 7 };
  const point = (await say(committee, 'recordDataPoint', pointInput, 'dataPoint { id }')).dataPoint?.id ?? '';
  const tied = {
    findingIds: [finding],
    recommendationIds: [recommendation],
    measureIds: [measure],
    changeIdeaIds: [changeIdea],
    ...open,
  };
  const action = (await makeApprovedAction(committee, tied)).id;
  const ramp = (await say(committee, 'startRamp', { changeIdeaId: changeIdea, title: 'Diary hold' }, 'ramp { id }')).ramp?.id;
  const cycle =
    (await say(committee, 'planCycle', { rampId: ramp, objective: 'One chair', measureIds: [measure] }, 'cycle { id }')).cycle
      ?.id ?? '';
  return { source, finding, recommendation, action, changeIdea, cycle, measure, point };
}

const down = `{ learningSources(first: 1) { nodes { id findings(first: 2) { nodes { id recommendations(first: 1) { nodes { id actions(first: 1) {
  nodes { id changeIdeas(first: 1) { nodes { id cycles(first: 1) { nodes { id measures { id dataPoints(first: 2) { nodes { id } } } } } } } } } } } } } } } }`;

const up = `query($id: ID!) { node(id: $id) { ... on DataPoint { id measure { id cycles(first: 1) { nodes { id ramp { changeIdea { id actions(first: 1) {
  nodes { id recommendations(first: 1) { nodes { id findings(first: 1) { nodes { id source { id } } } } } } } } } } } } } } }`;

test('from source to data point and back, one query each way gives the same ids', async () => {
  const committee = await api.newCommittee();
  const made = await makeThread(committee);
  const [source] = (await answered(committee.as('PARTNER_VIEWER')(down))).learningSources.nodes;
  const [finding] = source.findings.nodes;
  const [recommendation] = finding.recommendations.nodes;
  const [action] = recommendation.actions.nodes;
  const [changeIdea] = action.changeIdeas.nodes;
  const [cycle] = changeIdea.cycles.nodes;
  const [measure] = cycle.measures;
  const [point] = measure.dataPoints.nodes;
  const found = { source, finding, recommendation, action, changeIdea, cycle, measure, point };
  expect(Object.fromEntries(Object.entries(found).map(([name, { id }]) => [name, id as string]))).toEqual(made);

  const { node } = await answered(committee.as('PARTNER_VIEWER')(up, { id: made.point }));
  const [upCycle] = node.measure.cycles.nodes;
  const [upAction] = upCycle.ramp.changeIdea.actions.nodes;
  const [upRecommendation] = upAction.recommendations.nodes;
  const [upFinding] = upRecommendation.findings.nodes;
  expect([node.id, node.measure.id, upCycle.id, upCycle.ramp.changeIdea.id, upAction.id]).toEqual([
    ...[made.point, made.measure, made.cycle, made.changeIdea, made.action],
  ]);
  expect([upRecommendation.id, upFinding.id, upFinding.source.id]).toEqual([made.recommendation, made.finding, made.source]);
});

const wide = `{ learningSources(first: 200) { totalCount nodes { id findings(first: 3) { totalCount nodes { id themes { code } source { ref }
  actions(first: 1) { nodes { id isOverdue leadAgency { name } } } } } } } }`;
const figures = `{ measures(first: 2) { nodes { definition { unit } dataPoints(first: 200) { totalCount nodes { value revisions { number } } } } } }`;

/** Gives a committee `count` sources with a finding each, and a measure with `count` figures, by SQL alone. */
async function fill(committee: TestCommittee, count: number): Promise<void> {
  const { measure, source, finding } = await makeThread(committee);
  const copy = (table: string, changes: string) =>
    api.sql(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), ${changes}))).*
       from ${table} t, generate_series(2, $2::int) n where t.id = $1`,
      [table === 'finding' ? uuidOf(finding) : uuidOf(source), count],
    );
  await copy('learning_source', `'ref', t.ref || n`);
  await copy('finding', `'ref', t.ref || n`);
  await api.sql(
    `insert into data_point select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'period_start', t.period_start - n, 'period_end', t.period_start - n))).* from data_point t, generate_series(1, $2::int - 1) n
     where t.measure_id = $1`,
    [uuidOf(measure), count],
  );
}

test.each([
  ['sources, findings, themes and actions', wide],
  ['measures, definitions, figures and revisions', figures],
])('%s take as many statements for 3 rows as for 3,000', async (_, document) => {
  const [few, many] = [await api.newCommittee(), await api.newCommittee()];
  await fill(few, 3);
  await fill(many, 3000);
  const small = await few.as('MEMBER')(document);
  const large = await many.as('MEMBER')(document);
  expect([small.errors, large.errors]).toEqual([[], []]);
  expect(JSON.stringify(large.data).length).toBeGreaterThan(10 * JSON.stringify(small.data).length);
  expect(large.statements.length).toBe(small.statements.length);
});
