import { makeAim } from '../aims/aimMaking';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { count, makeMeasure, makePoint, month, mutation, percentage } from './measureMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const analyst = () => committee.as('DATA_ANALYST');
const say = (verb: string, fields: string, input: object, role: Parameters<TestCommittee['as']>[0] = 'DATA_ANALYST') =>
  committee.as(role)(mutation(verb, fields), { input });

test('a measure starts as a draft, goes into use and retires with a reason', async () => {
  const { id } = await makeMeasure(committee, { activate: false });
  const fields = 'measure { status retiredReason version }';
  expect(await refusal(say('retireMeasure', fields, { id, version: 1, reason: 'No longer needed' }))).toMatchObject({
    rule: 'measure.transition',
  });
  expect((await answered(say('activateMeasure', fields, { id, version: 1 }))).activateMeasure.measure).toMatchObject({
    status: 'ACTIVE',
  });
  expect(await refusal(say('activateMeasure', fields, { id, version: 1 }))).toMatchObject({ code: 'STALE' });
  const retired = (await answered(say('retireMeasure', fields, { id, version: 2, reason: 'No longer needed' }))).retireMeasure
    .measure;
  expect(retired).toEqual({ status: 'RETIRED', retiredReason: 'No longer needed', version: 3 });
  const point = { measureId: id, ...month(1), value: 50 };
  const refused = await refusal(say('recordDataPoint', 'dataPoint { id }', point));
  expect(refused).toMatchObject({ rule: 'measure.retired', field: 'input.measureId' });
  const anew = { id, version: 3, reason: 'Clearer', definition: { ...percentage, effectiveOn: '2027-01-01' } };
  expect(await refusal(say('redefineMeasure', 'measure { id }', anew))).toMatchObject({ rule: 'measure.retired' });
});

test('the definition in force at the period makes the figure, and the one in force today is the current one', async () => {
  const measure = await makeMeasure(committee);
  await makePoint(committee, measure, month(12, 2025));
  const reason = 'The standard is now 15 working days';
  const definition = { ...percentage, effectiveOn: '2026-04-01', statement: 'Counted in working days', multiplier: 1 };
  await answered(say('redefineMeasure', 'measure { id }', { id: measure.id, version: 1, reason, definition }));
  await makePoint(committee, measure, { ...month(3) });
  await makePoint(committee, measure, { ...month(4) });
  const future = { ...definition, effectiveOn: '2027-04-01' };
  await answered(say('redefineMeasure', 'measure { id }', { id: measure.id, version: 2, reason, definition: future }));
  const asked = `{ measures { nodes { definition { number changeReason } definitions { number effectiveFrom multiplier }
    dataPoints(orderBy: { field: PERIOD }) { nodes { periodStart value definition { number measure { id } } } } } } }`;
  expect((await answered(analyst()(asked))).measures.nodes).toEqual([
    {
      definition: { number: 2, changeReason: reason },
      definitions: [
        { number: 1, effectiveFrom: '2025-01-01', multiplier: 100 },
        { number: 2, effectiveFrom: '2026-04-01', multiplier: 1 },
        { number: 3, effectiveFrom: '2027-04-01', multiplier: 1 },
      ],
      dataPoints: {
        nodes: [
          { periodStart: '2025-12-01', value: 62.5, definition: { number: 1, measure: { id: measure.id } } },
          { periodStart: '2026-03-01', value: 62.5, definition: { number: 1, measure: { id: measure.id } } },
          { periodStart: '2026-04-01', value: 0.625, definition: { number: 2, measure: { id: measure.id } } },
        ],
      },
    },
  ]);
});

test('a definition does not take effect before the last, and no figure is older than the first', async () => {
  const measure = await makeMeasure(committee);
  const redefined = { id: measure.id, version: 1, reason: 'Clearer', definition: { ...percentage, effectiveOn: '2024-01-01' } };
  expect(await refusal(say('redefineMeasure', 'measure { id }', redefined))).toMatchObject({
    rule: 'measureDefinition.effectiveFrom',
  });
  const early = { measureId: measure.id, ...month(12, 2024), value: 50 };
  expect(await refusal(say('recordDataPoint', 'dataPoint { id }', early))).toMatchObject({
    ...{ rule: 'dataPoint.definition', field: 'input.periodStartsOn' },
  });
});

test('measures are found by kind, state, aim, data and text, and an aim knows its family', async () => {
  const aim = await makeAim(committee);
  const withData = await makeMeasure(committee, { aimId: aim.id, kind: 'OUTCOME' });
  const gap = await makeMeasure(committee, { kind: 'BALANCING', name: 'Minutes overdue', definition: count, activate: false });
  const holed = await makeMeasure(committee, { name: 'Only a gap' });
  await makePoint(committee, withData);
  await answered(say('recordDataPoint', 'dataPoint { id }', { measureId: holed.id, ...month(1), isMissing: true }));
  const found = async (filter: object): Promise<string[]> => {
    const asked = 'query ($filter: MeasureFilter) { measures(filter: $filter, orderBy: { field: REF }) { nodes { ref } } }';
    return (await answered(analyst()(asked, { filter }))).measures.nodes.map(({ ref }: { ref: string }) => ref) as string[];
  };
  expect(await found({ kinds: ['OUTCOME'] })).toEqual([withData.ref]);
  expect(await found({ statuses: ['DRAFT'] })).toEqual([gap.ref]);
  expect(await found({ aimIds: [aim.id] })).toEqual([withData.ref]);
  expect(await found({ hasData: true })).toEqual([withData.ref]);
  expect(await found({ hasData: false })).toEqual([gap.ref, holed.ref]);
  expect(await found({ text: 'overdue minutes' })).toEqual([gap.ref]);
  const family = await answered(analyst()('{ aims { nodes { measures { nodes { ref aim { id } } } } } }'));
  expect(family.aims.nodes).toEqual([{ measures: { nodes: [{ ref: withData.ref, aim: { id: aim.id } }] } }]);
});

test('the statements for measures with their definitions and points do not grow with the measures', async () => {
  const asked = `{ measures { nodes { aim { id } definition { number } definitions { number } dataPoints(first: 5) { nodes { revisions { number } } } } } }`;
  await makePoint(committee, await makeMeasure(committee, { aimId: (await makeAim(committee)).id }));
  const { statements } = await analyst()(asked);
  for (let more = 0; more < 3; more++) await makePoint(committee, await makeMeasure(committee));
  expect((await analyst()(asked)).statements).toHaveLength(statements.length);
});
