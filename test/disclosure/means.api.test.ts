import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { listening } from '../support/listening';
import { makeMeasure, mutation, percentage } from '../measures/measureMaking';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const mean = { ...percentage, calculation: 'MEAN', unit: 'episodes', effectiveOn: '2024-01-01' };
const figures = `query($id: ID!) { node(id: $id) { ... on Measure { dataPoints { nodes { id version periodStart value numerator denominator
  disclosure { suppressed reason } revisions { value numerator denominator } } }
  chart(kind: I) { svg points { period value numerator denominator } provenance { suppressedPeriods } } } } }`;

type Span = readonly [from: string, to: string];
const [december, january, february]: readonly Span[] = [
  ['2025-12-01', '2026-02-28'],
  ['2026-01-01', '2026-01-31'],
  ['2026-02-01', '2026-02-28'],
];
const figure = ([periodStartsOn, periodEndsOn]: Span, parts: object) => ({ periodStartsOn, periodEndsOn, ...parts });

async function measureOf(points: readonly object[], calculation = 'MEAN') {
  const committee = await api.newCommittee();
  const { id } = await makeMeasure(committee, { definition: { ...mean, calculation } });
  await answered(
    committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input: { measureId: id, points } }),
  );
  return { committee, id };
}

const seen = async (
  committee: TestCommittee,
  id: string,
  moment?: string,
  role: 'PARTNER_VIEWER' | 'DATA_ANALYST' = 'PARTNER_VIEWER',
) =>
  (await answered(committee.as(role)(moment ? figures.replace(') {', `) @asAt(moment: "${moment}") {`) : figures, { id }))).node;

const numeratorsOf = (points: readonly { numerator: number | null }[]) => points.map(({ numerator }) => numerator);

test('two months and the quarter around them do not tell the third month of a mean, nor does its chart', async () => {
  const { committee, id } = await measureOf([
    figure(december!, { numerator: 41, denominator: 25 }),
    figure(january!, { numerator: 20, denominator: 10 }),
    figure(february!, { numerator: 20, denominator: 10 }),
  ]);
  const { dataPoints, chart } = await seen(committee, id);
  expect(numeratorsOf(dataPoints.nodes)).toEqual([41, 20, null]);
  expect(dataPoints.nodes[2]).toMatchObject({
    ...{ value: null, denominator: null, disclosure: { suppressed: true, reason: 'SMALL_NUMBERS' } },
  });
  expect(numeratorsOf(chart.points)).toEqual([41, 20, null]);
  expect(chart.provenance.suppressedPeriods).toEqual(['2026-02-01']);
  const service = await listening(api);
  try {
    const headers = { authorization: await service.authorization(committee, 'PARTNER_VIEWER') };
    const get = async (kind: string) => fetch(`${service.url}/charts/${id}.${kind}?kind=I`, { headers });
    expect(await (await get('svg')).text()).toBe(chart.svg);
    expect((await get('png')).status).toBe(200);
  } finally {
    await service.close();
  }
  const told = await seen(committee, id, undefined, 'DATA_ANALYST');
  expect(numeratorsOf(told.dataPoints.nodes)).toEqual([41, 20, 20]);
});

test('a revision by one event is hidden, whether the event is counted or follows from the mean, then and later', async () => {
  const { committee, id } = await measureOf([figure(january!, { numerator: 20, denominator: 10 })]);
  const told: [string, unknown][] = [];
  for (const [day, parts] of [
    [16, { numerator: 21, denominator: 10 }],
    [17, { value: 2.1, denominator: 10 }],
    [18, { value: 2.6, denominator: 10 }],
  ] as const) {
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    told.push([api.clock.now.toISOString(), await seen(committee, id)]);
    api.clock.now = new Date(`2027-01-${day}T10:00:00Z`);
    const [point] = (await seen(committee, id, undefined, 'DATA_ANALYST')).dataPoints.nodes;
    const input = { id: point.id, version: point.version, reason: 'Counted again', ...parts };
    await answered(committee.as('DATA_ANALYST')(mutation('reviseDataPoint', 'dataPoint { id }'), { input }));
  }
  const now = (await seen(committee, id)).dataPoints.nodes[0];
  expect(now).toMatchObject({ value: 2.6, numerator: null, denominator: 10 });
  expect(now.revisions.map(({ value }: { value: number | null }) => value)).toEqual([2, null, null, 2.6]);
  for (const [moment, answer] of told)
    expect((await seen(committee, id, moment)).dataPoints).toEqual((answer as { dataPoints: unknown }).dataPoints);
});

test.each([
  ['MEAN', { value: 0.0833, denominator: 12 }, 'SMALL_NUMBERS'],
  ['MEAN', { value: 0, denominator: 12 }, 'SMALL_NUMBERS'],
  ['MEAN', { value: 2.5, denominator: 12 }, null],
  ['MEDIAN', { value: 0, denominator: 12 }, 'SMALL_NUMBERS'],
  ['MEDIAN', { value: 3, denominator: 12 }, null],
  ['OTHER', { value: 0.0833, denominator: 12 }, 'UNKNOWN_SIZE'],
  ['OTHER', { value: 5, numerator: 60, denominator: 24 }, 'SMALL_NUMBERS'],
  ['COUNT', { numerator: 10, denominator: 12 }, 'SMALL_NUMBERS'],
])('a %s of %j: %s', async (calculation, parts, reason) => {
  const { committee, id } = await measureOf([figure(january!, parts)], calculation);
  const { dataPoints, chart } = await seen(committee, id);
  expect(dataPoints.nodes[0].disclosure.reason).toBe(reason);
  expect(chart.points[0].value).toBe(reason === null ? (parts as { value: number }).value : null);
});
