import { makeMeasure, makePoint } from '../measures/measureMaking';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { ask, makeCycle, makeRamp, step } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const questions = (measureId: string) => [{ text: 'Will more meet in time?', predictions: [{ text: 'Yes', measureId }] }];

const thread = `query($id: ID!) { node(id: $id) { ... on PdsaCycle { measures { id dataPoints { nodes { id measure { cycles { nodes { id } } } } } }
  questions { predictions { measure { id } } } plannedData { measure { id } } } } }`;

test('the thread runs from a cycle through every measure its plan names to the data points, and back', async () => {
  const [linked, predicted, collected] = [
    await makeMeasure(committee),
    await makeMeasure(committee),
    await makeMeasure(committee),
  ];
  const point = await makePoint(committee, predicted);
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id, {
    measureIds: [linked.id],
    questions: questions(predicted.id),
    plannedData: [{ what: 'Dates', measureId: collected.id }],
  });
  const { node } = await answered(committee.as('AUDITOR')(thread, { id: cycle.id }));
  expect(node.measures.map(({ id }: { id: string }) => id)).toEqual([linked.id, predicted.id, collected.id]);
  expect(node.measures[1].dataPoints.nodes).toEqual([{ id: point.id, measure: { cycles: { nodes: [{ id: cycle.id }] } } }]);
  expect(node).toMatchObject({
    questions: [{ predictions: [{ measure: { id: predicted.id } }] }],
    plannedData: [{ measure: { id: collected.id } }],
  });
});

test('a revised plan keeps its measures, unless others are given; those it still names stay', async () => {
  const [first, second, predicted] = [await makeMeasure(committee), await makeMeasure(committee), await makeMeasure(committee)];
  const { id: rampId } = await makeRamp(committee);
  const cycle = await makeCycle(committee, rampId, { measureIds: [first.id], questions: questions(predicted.id) });
  const measuresNow = async (): Promise<string[]> =>
    (await answered(committee.as('MEMBER')(thread, { id: cycle.id }))).node.measures.map(({ id }: { id: string }) => id);
  const revised = await step(committee, 'reviseCyclePlan', cycle, { objective: 'Another' });
  expect(await measuresNow()).toEqual([first.id, predicted.id]);
  await step(committee, 'reviseCyclePlan', revised.cycle, { measureIds: [second.id] });
  expect(await measuresNow()).toEqual([second.id, predicted.id]);
});

test('cycles are found by their measure, and those without any are found too', async () => {
  const measure = await makeMeasure(committee);
  const { id: rampId } = await makeRamp(committee);
  await makeCycle(committee, rampId, { measureIds: [measure.id] });
  await makeCycle(committee, rampId);
  const found = async (filter: object): Promise<string[]> => {
    const query = 'query($filter: PdsaCycleFilter) { pdsaCycles(filter: $filter) { nodes { label } } }';
    const { pdsaCycles } = (await answered(committee.as('MEMBER')(query, { filter }))) as {
      pdsaCycles: { nodes: { label: string }[] };
    };
    return pdsaCycles.nodes.map(({ label }) => label);
  };
  expect(await found({ measureIds: [measure.id] })).toEqual(['1a']);
  expect(await found({ withoutMeasure: true })).toEqual(['1b']);
  expect(await found({ withoutMeasure: false })).toEqual(['1a']);
});

test('a measure of another committee answers as one that does not exist', async () => {
  const measure = await makeMeasure(await api.newCommittee());
  const { id: rampId } = await makeRamp(committee);
  const fields = ['input.measureIds.0', 'input.questions.0.predictions.0.measureId', 'input.plannedData.0.measureId'];
  const inputs = [
    { measureIds: [measure.id] },
    { questions: questions(measure.id) },
    { plannedData: [{ what: 'x', measureId: measure.id }] },
  ];
  for (const [index, input] of inputs.entries()) {
    const refused = await refusal(ask(committee, 'planCycle', { rampId, ...input }));
    expect(refused).toMatchObject({ code: 'NOT_FOUND', field: fields[index] });
  }
});
