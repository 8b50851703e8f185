import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { count, makeMeasure, makePoint, month, mutation } from './measureMaking';

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

test('many points are recorded all or not at all, and the wrong one is named', async () => {
  const measure = await makeMeasure(committee);
  const good = { ...month(1), numerator: 5, denominator: 8 };
  const record = (points: object[]) =>
    say('recordDataPoints', 'measure { id } dataPoints { value isMissing }', { measureId: measure.id, points });
  const refused = async (point: object) => refusal(record([good, { ...month(2), ...point }]));
  expect(await refused({ numerator: 9, denominator: 8 })).toMatchObject({
    rule: 'dataPoint.part',
    field: 'input.points.1.numerator',
  });
  expect(await refused({ ...month(1), value: 3 })).toMatchObject({
    rule: 'dataPoint.period',
    field: 'input.points.1.periodStartsOn',
  });
  expect(await refused({ isMissing: true, value: 0 })).toMatchObject({
    rule: 'dataPoint.missing',
    field: 'input.points.1.value',
  });
  expect(
    (await answered(analyst()('{ measures { nodes { dataPoints { totalCount } } } }'))).measures.nodes[0].dataPoints.totalCount,
  ).toBe(0);
  const missing = { ...month(3), isMissing: true, missingReason: 'System change' };
  expect(
    (await answered(record([good, { ...month(2), numerator: 0, denominator: 0 }, missing]))).recordDataPoints.dataPoints,
  ).toEqual([
    { value: 62.5, isMissing: false },
    { value: null, isMissing: false },
    { value: null, isMissing: true },
  ]);
  expect(await refusal(record([{ ...month(5), value: 1 }, good]))).toMatchObject({
    rule: 'dataPoint.period',
    field: 'input.points.1.periodStartsOn',
  });
});

test('five hundred points in one call, and not one more', async () => {
  const measure = await makeMeasure(committee, { definition: { ...count, frequency: 'DAILY' } });
  const day = (index: number) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
  const points = Array.from({ length: 501 }, (_, index) => ({
    periodStartsOn: day(index),
    periodEndsOn: day(index),
    value: index,
  }));
  const record = (some: object[]) => say('recordDataPoints', 'dataPoints { id }', { measureId: measure.id, points: some });
  expect(await refusal(record(points))).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await answered(record(points.slice(0, 500)))).recordDataPoints.dataPoints).toHaveLength(500);
});

test('a figure is validated and revised, and every version of it is kept', async () => {
  const measure = await makeMeasure(committee);
  const point = await makePoint(committee, measure, { publishedOn: '2026-02-10' });
  const validate = { points: [{ id: point.id, version: 1 }] };
  expect(await refusal(say('validateDataPoints', 'dataPoints { id }', validate, 'IMPROVEMENT_ADVISER'))).toMatchObject({
    code: 'FORBIDDEN',
  });
  await answered(say('validateDataPoints', 'dataPoints { status }', validate));
  expect(await refusal(say('validateDataPoints', 'dataPoints { id }', validate))).toMatchObject({ code: 'STALE' });
  const again = { points: [{ id: point.id, version: 2 }] };
  const refused = await refusal(say('validateDataPoints', 'dataPoints { id }', again));
  expect(refused).toMatchObject({ rule: 'dataPoint.transition', field: 'input.points.0.id' });
  const revised = {
    id: point.id,
    version: 2,
    reason: 'Two late returns',
    numerator: 7,
    denominator: 10,
    publishedOn: '2026-05-12',
  };
  const fields = `dataPoint { status value numerator publishedOn revisions { number value numerator status publishedOn reason dataPoint { id } } }`;
  const dataPoint = (await answered(say('reviseDataPoint', fields, revised))).reviseDataPoint.dataPoint;
  const old = { value: 62.5, numerator: 5, publishedOn: '2026-02-10', dataPoint: { id: point.id } };
  expect(dataPoint).toMatchObject({ status: 'REVISED', value: 70, numerator: 7, publishedOn: '2026-05-12' });
  expect(dataPoint.revisions).toMatchObject([
    { ...old, number: 1, status: 'PROVISIONAL', reason: null },
    { ...old, number: 2, status: 'VALIDATED' },
    { number: 3, status: 'REVISED', value: 70, numerator: 7, publishedOn: '2026-05-12', reason: 'Two late returns' },
  ]);
  const missing = { id: point.id, version: 3, reason: 'The source was withdrawn', isMissing: true };
  expect((await answered(say('reviseDataPoint', fields, missing))).reviseDataPoint.dataPoint).toMatchObject({
    value: null,
    numerator: null,
  });
});

test('a figure whose value and parts disagree is neither recorded nor revised to', async () => {
  const measure = await makeMeasure(committee);
  const counted = await makeMeasure(committee, { name: 'Overdue', definition: count });
  const refusedFor = { rule: 'dataPoint.agreement', field: 'input.value' };
  const record = (measureId: string, figure: object) =>
    say('recordDataPoint', 'dataPoint { value }', { measureId, ...month(1), ...figure });
  expect(await refusal(record(counted.id, { value: 2, numerator: 10 }))).toMatchObject(refusedFor);
  expect(await refusal(record(measure.id, { value: 8.33, numerator: 10, denominator: 20 }))).toMatchObject(refusedFor);
  const point = await makePoint(committee, measure, { value: 63, numerator: 5, denominator: 8 });
  expect(point.value).toBe(63);
  const revise = (figure: object) =>
    say('reviseDataPoint', 'dataPoint { value }', { id: point.id, version: 1, reason: 'Counted again', ...figure });
  expect(await refusal(revise({ value: 62, numerator: 6, denominator: 8 }))).toMatchObject(refusedFor);
  expect((await answered(revise({ value: 75, numerator: 6, denominator: 8 }))).reviseDataPoint.dataPoint.value).toBe(75);
});

test('the points of a measure are found by period, state and gap, in the order of their periods', async () => {
  const measure = await makeMeasure(committee);
  for (const number of [3, 1, 2]) await makePoint(committee, measure, month(number));
  await answered(say('recordDataPoint', 'dataPoint { id }', { measureId: measure.id, ...month(4), isMissing: true }));
  const found = async (filter: object): Promise<string[]> => {
    const asked = `query ($filter: DataPointFilter) { measures { nodes { dataPoints(filter: $filter) { nodes { periodStart } } } } }`;
    const { nodes } = (await answered(analyst()(asked, { filter }))).measures.nodes[0].dataPoints;
    return nodes.map(({ periodStart }: { periodStart: string }) => periodStart) as string[];
  };
  expect(await found({})).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']);
  expect(await found({ periodFrom: '2026-02-01', periodTo: '2026-03-28' })).toEqual(['2026-02-01', '2026-03-01']);
  expect(await found({ periodTo: '2026-03-27' })).toEqual(['2026-01-01', '2026-02-01']);
  expect(await found({ isMissing: true })).toEqual(['2026-04-01']);
  expect(await found({ statuses: ['VALIDATED'] })).toEqual([]);
});

test('nobody sees or fills another committee’s measure', async () => {
  const measure = await makeMeasure(committee);
  const point = await makePoint(committee, measure);
  const stranger = (await api.newCommittee()).as('DATA_ANALYST');
  const input = { measureId: measure.id, ...month(2), value: 50 };
  expect(await refusal(stranger(mutation('recordDataPoint', 'dataPoint { id }'), { input }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  const validate = { input: { points: [{ id: point.id, version: 1 }] } };
  expect(await refusal(stranger(mutation('validateDataPoints', 'dataPoints { id }'), validate))).toMatchObject({
    ...{ code: 'NOT_FOUND', field: 'input.points.0.id' },
  });
  expect((await answered(stranger('query ($id: ID!) { node(id: $id) { id } }', { id: point.id }))).node).toBeNull();
});
