import fc from 'fast-check';
import { analyse } from '../../src/charts/analyse';
import { answered, refusal, startApi, type TestApi, type TestCommittee, type Shown } from '../support/api';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const fields = `title kind ruleSet unit target directionOfGood suggestion { kind } summary icons: variationIcon
  points { period label periodStartsOn periodEndsOn value centre sigma lowerLimit upperLimit subgroupSize signals { rule } dataPoint { id } }
  phases { number from to reason } warnings { code message phase periods } provenance { multiplier dataRevision { versions } } cycles { label }`;

const document = `query($input: SeriesInput!) { analyseSeries(input: $input) { ${fields} } }`;
const look = async (input: object): Promise<Record<string, Shown>> =>
  (await answered(committee.as('PARTNER_VIEWER')(document, { input }))).analyseSeries;
const refused = (input: object) => refusal(committee.as('PARTNER_VIEWER')(document, { input }));

test('a series that is not stored is charted and read at once, whoever asks', async () => {
  const values = [8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 4, 3, 4, 3, 4, 3];
  const points = values.map((value, i) => ({
    period: `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    value,
  }));
  const chart = await look({
    title: 'Days to core group',
    unit: 'days',
    directionOfGood: 'LOWER',
    freezeAfter: 12,
    target: 5,
    points: [...points].reverse(),
  });
  expect(chart).toMatchObject({
    ...{ title: 'Days to core group', kind: 'RUN', ruleSet: 'IHI_RUN_CHART', unit: 'days', target: 5, suggestion: null },
    summary: 'Six points in a row below the centre since January 2026: a signal of change for the better.',
    ...{ provenance: { multiplier: 1, dataRevision: null }, cycles: [] },
  });
  expect(chart.points[13]).toMatchObject({
    period: '2026-02',
    label: 'Feb 2026',
    periodStartsOn: '2026-02-01',
    periodEndsOn: '2026-02-28',
    value: 3,
    dataPoint: null,
  });
});

test('it gives the same as the functions behind every stored chart', async () => {
  const figures = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 60 })), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(figures, async (pairs) => {
      const points = pairs.map(([numerator, denominator], i) => ({ period: i + 1, numerator, denominator }));
      const expected = analyse({ points }, { kind: 'P', ruleSet: 'SHEWHART', multiplier: 100 });
      const chart = await look({
        kind: 'P',
        multiplier: 100,
        points: points.map((point) => ({ ...point, period: String(point.period) })),
      });
      expect(
        chart.points.map(({ value, centre, lowerLimit, upperLimit }: Shown) => [value, centre, lowerLimit, upperLimit]),
      ).toEqual(expected.points.map(({ value, lines }) => [value, lines.centre, lines.lower, lines.upper]));
    }),
    { numRuns: 20 },
  );
});

test('subgroups of single readings make X-bar and S charts', async () => {
  const points = [[5, 6, 7], [6, 6, 9], [4, 5, null], []].map((values, i) => ({ period: String(i + 1), values }));
  const chart = await look({ kind: 'XBAR', points });
  expect(chart.points.map(({ subgroupSize, value }: Shown) => [subgroupSize, value])).toEqual([
    [3, 6],
    [3, 7],
    [2, 4.5],
    [0, null],
  ]);
  expect(chart.warnings.map(({ code }: Shown) => code)).toContain('EMPTY_SUBGROUP');
  expect((await look({ kind: 'S', points })).points[0].value).toBeCloseTo(1, 12);
});

test('phases, exclusions, a given centre, automatic rebasing', async () => {
  const points = Array.from({ length: 24 }, (_, i) => ({ period: String(i + 1), value: i < 13 ? 10 + (i % 3) : 20 + (i % 3) }));
  const phases = async (more: object) => (await look({ points, ...more })).phases.map(({ from, to }: Shown) => [from, to]);
  expect(await phases({ phasesStart: ['14'] })).toEqual([
    ['1', '13'],
    ['14', '24'],
  ]);
  expect(await phases({ automaticRebase: { side: 'ABOVE' } })).toEqual([
    ['1', '13'],
    ['14', '24'],
  ]);
  expect((await look({ points, centreLine: 15 })).points[0].centre).toBe(15);
});

test('constant data, one point, all missing: an answer and a plain warning, never an error', async () => {
  for (const kind of ['RUN', 'I', 'MR', 'I_PRIME', 'XBAR', 'S', 'P', 'P_PRIME', 'U', 'U_PRIME', 'C', 'NP', 'G', 'T']) {
    for (const points of [[], [{ period: '1', value: 3, numerator: 3, denominator: 3 }], [{ period: '1' }, { period: '2' }]]) {
      expect((await look({ kind, points })).points).toHaveLength(points.length);
    }
  }
});

test.each<[string, object, string, string]>([
  [
    'two points of one period',
    {
      points: [
        { period: '2026-01', value: 1 },
        { period: '2026-01', value: 2 },
      ],
    },
    'chart',
    'chart.duplicatePeriod',
  ],
  ['a period that has no order', { points: [{ period: 'January', value: 1 }] }, 'chart', 'chart.badPeriod'],
  [
    'numbers and dates together',
    {
      points: [
        { period: '1', value: 1 },
        { period: '2026-01-01', value: 2 },
      ],
    },
    'chart',
    'chart.badPeriod',
  ],
  ['a month that does not exist', { points: [{ period: '2026-13', value: 1 }] }, 'chart', 'chart.badPeriod'],
  [
    'months and days together',
    {
      points: [
        { period: '2026-01', value: 1 },
        { period: '2026-01-01', value: 2 },
      ],
    },
    'chart',
    'chart.badPeriod',
  ],
  [
    'a baseline by day for a series by month',
    { points: [{ period: '2026-01', value: 1 }], baselineEnd: '2026-01-31' },
    'chart',
    'chart.badPeriod',
  ],
  ['a centre line of 62 for a p chart', { kind: 'P', points: [], multiplier: 100, centreLine: 62 }, 'chart', 'chart.badOption'],
  ['a centre line below zero for a p′ chart', { kind: 'P_PRIME', points: [], centreLine: -0.1 }, 'chart', 'chart.badOption'],
  ['a multiplier of nothing', { points: [], multiplier: 0 }, 'chart', 'chart.badOption'],
])('%s is refused by name', async (_, input, field, rule) => {
  expect(await refused(input)).toMatchObject({ code: 'BAD_USER_INPUT', field, rule });
});

test('numbers that are not finite, and too long a series, are refused', async () => {
  expect((await refused({ points: [{ period: '1', value: Number.MAX_VALUE * 10 }] })).code).toBe('BAD_USER_INPUT');
  const points = Array.from({ length: 501 }, (_, i) => ({ period: String(i), value: i }));
  expect((await refused({ points })).code).toBe('BAD_USER_INPUT');
});

test('nothing of it is kept', async () => {
  const before = await api.sql('select count(*) from data_point');
  await look({ points: [{ period: '1', value: 1 }] });
  expect(await api.sql('select count(*) from data_point')).toEqual(before);
});

test('phases by number have their reason, in whatever order they are given', async () => {
  const points = Array.from({ length: 24 }, (_, i) => ({ period: String(i + 1), value: i % 3 }));
  const { phases } = await look({ points, phasesStart: ['14', '9'] });
  const chosen = 'Chosen for this chart';
  expect(phases.map(({ from, reason }: Record<string, unknown>) => [from, reason])).toEqual([
    ['1', null],
    ['9', chosen],
    ['14', chosen],
  ]);
});

test('values too large to reckon with are named as such, not as too few', async () => {
  for (const [kind, multiplier] of [
    ['RUN', 1],
    ['I', 1],
    ['C', 1],
    ['I', 1000],
  ] as const) {
    const points = Array.from({ length: 14 }, (_, i) => ({ period: String(i + 1), value: i % 2 === 0 ? 1.6e308 : 1.7e308 }));
    const codes = (await look({ kind, multiplier, points })).warnings.map(({ code }: { code: string }) => code);
    expect(codes).toContain('TOO_LARGE');
    expect(codes).not.toContain('NO_LIMITS');
  }
});

test('a shift within the baseline is warned of, and a baseline frozen before it is not', async () => {
  const values = [8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 4, 3, 4, 3, 4, 3, 4, 3];
  const points = values.map((value, i) => ({ period: String(i + 1), value }));
  const unfrozen = async (more: object) =>
    (await look({ kind: 'I', points, ...more })).warnings.filter(({ code }: { code: string }) => code === 'UNFROZEN_SHIFT');
  const [warning] = await unfrozen({});
  expect(warning).toMatchObject({
    message: 'Centre and limits are computed from the change as well: freeze the baseline before it.',
    phase: 1,
  });
  expect(warning.periods).toEqual(expect.arrayContaining(['13', '20']));
  expect(await unfrozen({ freezeAfter: 12 })).toEqual([]);
  expect(await unfrozen({ phasesStart: ['13'] })).toEqual([]);
  expect((await unfrozen({ kind: 'RUN' })).length).toBe(1);
  expect(await unfrozen({ kind: 'RUN', centreLine: 8 })).toEqual([]);
});
