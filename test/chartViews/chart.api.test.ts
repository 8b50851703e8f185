import { answered, refusal, startApi, type TestApi, type TestCommittee, type Shown } from '../support/api';
import { mutation } from '../measures/measureMaking';
import { makeChangeIdea, say } from '../cycles/cycleMaking';
import { makeAction } from '../support/make';
import { makeSeries, monthAt, risen, steady, type MonthFigure } from './chartMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const read = async (id: string, fields: string, choices = ''): Promise<Record<string, Shown>> =>
  (
    await answered(
      committee.as('MEMBER')(`query($id: ID!) { node(id: $id) { ... on Measure { chart${choices} { ${fields} } } } }`, { id }),
    )
  ).node.chart as Record<string, Shown>;

const percentage = {
  effectiveOn: '2024-01-01',
  calculation: 'PERCENTAGE',
  numeratorDefinition: 'In time',
  denominatorDefinition: 'All',
  unit: '%',
  goalValue: 90,
};

test('a percentage is charted as a p chart with limits by its denominators, its goal and its rules, and told in a sentence', async () => {
  const before: MonthFigure[] = [
    [12, 20],
    [13, 20],
    [11, 20],
    [12, 20],
    [14, 20],
    [12, 20],
    [13, 20],
    [11, 20],
    [12, 20],
    [13, 20],
    [12, 20],
    [11, 20],
  ];
  const after: MonthFigure[] = [
    [17, 20],
    [18, 20],
    [17, 20],
    [18, 20],
    [18, 20],
    [17, 20],
    [18, 20],
    [19, 20],
  ];
  const measure = await makeSeries(committee, [...before, ...after], { definition: percentage });
  const chart = await read(
    measure.id,
    `title kind ruleSet unit target directionOfGood suggestion { kind reason } summary phases { number centre points usefulObservations }
     points { period label value numerator denominator centre lowerLimit upperLimit position isInBaseline signals { rule side meaning } }
     signals { rule from to points side meaning isOngoing sentence }
     provenance { ruleSetVersion methodVersion multiplier rules { rule } baselines { phase from to values } usefulObservations gaps }`,
    '(baselineEndOn: "2024-12-31")',
  );
  expect(chart).toMatchObject({
    title: 'Core groups',
    kind: 'P',
    ruleSet: 'SHEWHART',
    unit: '%',
    target: 90,
    directionOfGood: 'HIGHER',
    suggestion: { kind: 'P', reason: 'A percentage is a proportion of a changing denominator.' },
    summary: 'Eight points in a row above the centre since January 2025: a signal of change for the better.',
  });
  // 146 of 240 in the baseline: centre and limits by p ± 3 sqrt(p (1 - p) / 20), times 100.
  const p = 146 / 240;
  const spread = 3 * Math.sqrt((p * (1 - p)) / 20);
  expect(chart.points[0].centre).toBeCloseTo(100 * p, 9);
  expect(chart.points[0].lowerLimit).toBeCloseTo(100 * (p - spread), 9);
  expect(chart.points[0].upperLimit).toBeCloseTo(100 * (p + spread), 9);
  expect(chart.points[12]).toMatchObject({
    period: '2025-01-01',
    label: 'Jan 2025',
    value: 85,
    position: 'ABOVE',
    isInBaseline: false,
    signals: expect.arrayContaining([{ rule: 'SHIFT', side: 'ABOVE', meaning: 'BETTER' }]),
  });
  expect(chart.provenance).toMatchObject({
    multiplier: 100,
    baselines: [{ phase: 1, from: '2024-01-01', to: '2024-12-01', values: 12 }],
    gaps: [],
  });
  expect(chart.provenance.rules.map(({ rule }: { rule: string }) => rule)).toEqual([
    ...['BEYOND_LIMITS', 'SHIFT', 'TREND', 'TWO_OF_THREE', 'INNER_THIRD'],
  ]);
});

test.each([
  ['PERCENTAGE', 'P', { numeratorDefinition: 'a', denominatorDefinition: 'b' }, [1, 2]],
  ['RATE', 'U', { numeratorDefinition: 'a', denominatorDefinition: 'b' }, [1, 2]],
  ['COUNT', 'C', {}, 3],
  ['MEAN', 'I', {}, 3],
  ['MEDIAN', 'I', {}, 3],
  ['TIME_BETWEEN', 'T', {}, 3],
  ['CASES_BETWEEN', 'G', {}, 3],
  ['OTHER', 'I', {}, 3],
] as const)('a %s is suggested a %s chart, which can be overridden', async (calculation, kind, definition, figure) => {
  const measure = await makeSeries(committee, [figure, figure], { definition: { calculation, ...definition } });
  expect(await read(measure.id, 'kind suggestion { kind }')).toEqual({ kind, suggestion: { kind } });
  expect(await read(measure.id, 'kind ruleSet suggestion { kind }', '(kind: RUN)')).toEqual({
    kind: 'RUN',
    ruleSet: 'IHI_RUN_CHART',
    suggestion: { kind },
  });
});

test('percentages that came without their parts are charted as single values, with the reason', async () => {
  const measure = await makeSeries(committee, [60, [12, 20]], { definition: percentage });
  const { kind, suggestion } = await read(measure.id, 'kind suggestion { reason }');
  expect([kind, suggestion.reason]).toEqual([
    'I',
    'Some figures have no numerator and denominator, so they are charted as single values.',
  ]);
});

test('a missing month, recorded or not, is a gap: no value, no signal, and on record', async () => {
  const measure = await makeSeries(committee, [60, 61, null, 63]);
  const points = [monthAt(6)].map((month) => ({ ...month, value: 64 }));
  await answered(
    committee.as('DATA_ANALYST')(mutation('recordDataPoints', 'measure { id }'), { input: { measureId: measure.id, points } }),
  );
  const chart = await read(
    measure.id,
    'points { period value missingReason signals { rule } dataPoint { id } } provenance { gaps }',
  );
  expect(chart.points.map(({ period, value, missingReason }: Shown) => [period, value, missingReason])).toEqual([
    ['2024-01-01', 60, null],
    ['2024-02-01', 61, null],
    ['2024-03-01', null, 'The register was moved'],
    ['2024-04-01', 63, null],
    ['2024-05-01', null, 'Nothing was recorded for this period.'],
    ['2024-06-01', null, 'Nothing was recorded for this period.'],
    ['2024-07-01', 64, null],
  ]);
  expect(chart.provenance.gaps).toEqual(['2024-03-01', '2024-05-01', '2024-06-01']);
  expect(chart.points.map(({ dataPoint }: Shown) => dataPoint !== null)).toEqual([true, true, true, true, false, false, true]);
});

test('marks of people: a phase, an exclusion, an astronomical point and a note; withdrawn, they count no more', async () => {
  const measure = await makeSeries(committee, [...steady, 99, ...risen]);
  const mark = async (kind: string, markedOn: string, text: string) =>
    (
      await answered(
        committee.as('IMPROVEMENT_ADVISER')(mutation('markChart', 'mark { id version }'), {
          input: { measureId: measure.id, kind, markedOn, text },
        }),
      )
    ).markChart.mark as { id: string; version: number };
  const exclusion = await mark('EXCLUSION', '2025-01-01', 'Counted twice');
  await mark('ASTRONOMICAL_POINT', '2024-09-01', 'So can I');
  await mark('NOTE', '2025-02-14', 'New team leader');
  await mark('ASTRONOMICAL_POINT', '2025-01-01', 'Anyone can see it');
  await mark('PHASE', '2025-02-01', 'New form in use');
  const fields =
    'phases { number from reason } points { period excludedBecause signals { rule } } notes { markedOn text } provenance { exclusions { period reason } }';
  const chart = await read(measure.id, fields, '(kind: RUN)');
  expect(chart.notes).toEqual([{ markedOn: '2025-02-14', text: 'New team leader' }]);
  expect(chart.phases).toEqual([
    { number: 1, from: '2024-01-01', reason: null },
    { number: 2, from: '2025-02-01', reason: 'New form in use' },
  ]);
  expect(chart.points[12]).toEqual({
    period: '2025-01-01',
    excludedBecause: 'Counted twice',
    signals: [{ rule: 'ASTRONOMICAL_POINT' }],
  });
  expect(chart.provenance.exclusions).toEqual([{ period: '2025-01-01', reason: 'Counted twice' }]);

  const { signals } = await read(measure.id, 'signals { rule from to points side meaning isOngoing sentence }', '(kind: RUN)');
  expect(signals.filter(({ rule }: { rule: string }) => rule === 'ASTRONOMICAL_POINT')).toEqual([
    {
      ...{ rule: 'ASTRONOMICAL_POINT', from: '2024-09-01', to: '2024-09-01', points: 1 },
      ...{ side: 'ABOVE', meaning: 'BETTER', isOngoing: false },
      sentence: 'The figure of September 2024 is obviously different, as people judge.',
    },
    {
      ...{ rule: 'ASTRONOMICAL_POINT', from: '2025-01-01', to: '2025-01-01', points: 1 },
      ...{ side: null, meaning: 'NEITHER', isOngoing: false },
      sentence: 'The figure of January 2025 is obviously different, as people judge.',
    },
  ]);

  const twice = { measureId: measure.id, kind: 'EXCLUSION', markedOn: '2025-01-01', text: 'Again' };
  expect(await refusal(committee.as('DATA_ANALYST')(mutation('markChart', 'mark { id }'), { input: twice }))).toMatchObject({
    rule: 'chartMark.once',
  });
  const nowhere = { ...twice, markedOn: '2025-01-15' };
  expect(await refusal(committee.as('DATA_ANALYST')(mutation('markChart', 'mark { id }'), { input: nowhere }))).toMatchObject({
    rule: 'chartMark.period',
    field: 'input.markedOn',
  });

  const withdrawal = { ...exclusion, reason: 'It was counted once after all' };
  await answered(
    committee.as('DATA_ANALYST')(mutation('withdrawChartMark', 'mark { withdrawnReason withdrawnBy { role } }'), {
      input: withdrawal,
    }),
  );
  expect((await read(measure.id, 'provenance { exclusions { period } }')).provenance.exclusions).toEqual([]);
  const again = { id: exclusion.id, version: 2, reason: 'Once more' };
  expect(
    await refusal(committee.as('DATA_ANALYST')(mutation('withdrawChartMark', 'mark { id }'), { input: again })),
  ).toMatchObject({ rule: 'chartMark.withdrawn' });
});

test('a mark can be neither rewritten nor removed, whoever tries', async () => {
  await expect(api.sql(`update chart_mark set text = 'Something else'`)).rejects.toThrow('kept as it was made');
  await expect(api.sql('delete from chart_mark')).rejects.toThrow('kept as it was made');
});

test('how a measure is charted is chosen once for all who look, and each may look in another way', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen]);
  const chosen = { id: measure.id, version: 1, kind: 'I', ruleSet: 'MDC_XMR', baselineEndOn: '2024-12-31' };
  await answered(
    committee.as('IMPROVEMENT_ADVISER')(
      mutation('chooseChart', 'measure { chartKind ruleSet baselineEndOn }').replace('ChooseChartInput', 'ChooseChartInput'),
      { input: chosen },
    ),
  );
  const chart = await read(
    measure.id,
    'kind ruleSet variationIcon assuranceIcon points { makingDataCount { label pointType } } provenance { baselines { values } }',
  );
  expect(chart).toMatchObject({
    kind: 'I',
    ruleSet: 'MDC_XMR',
    variationIcon: 'IMPROVEMENT_HIGH',
    assuranceIcon: null,
    provenance: { baselines: [{ values: 12 }] },
  });
  expect(chart.points.at(-1).makingDataCount).toEqual({ label: 'Above UCL', pointType: 'IMPROVEMENT' });
  expect(await read(measure.id, 'kind ruleSet variationIcon', '(kind: RUN, ruleSet: ANHOEJ)')).toEqual({
    kind: 'RUN',
    ruleSet: 'ANHOEJ',
    variationIcon: null,
  });
});

test('a chart that needs single readings is refused for a stored measure, by name', async () => {
  const measure = await makeSeries(committee, [1, 2]);
  const ask = committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on Measure { chart(kind: XBAR) { kind } } } }', {
    id: measure.id,
  });
  expect(await refusal(ask)).toMatchObject({ code: 'RULE_BROKEN', rule: 'chart.singleReadings' });
});

test('a new definition starts a new phase, with its reason', async () => {
  const measure = await makeSeries(committee, steady);
  const definition = {
    effectiveOn: '2024-07-01',
    statement: 'Working days, not calendar days',
    calculation: 'MEDIAN',
    directionOfGood: 'LOWER',
    frequency: 'MONTHLY',
  };
  await answered(
    committee.as('DATA_ANALYST')(mutation('redefineMeasure', 'measure { id }'), {
      input: { id: measure.id, version: 1, reason: 'Guidance changed', definition },
    }),
  );
  const { phases } = await read(measure.id, 'phases { number from to reason }');
  expect(phases).toEqual([
    { number: 1, from: '2024-01-01', to: '2024-06-01', reason: null },
    { number: 2, from: '2024-07-01', to: '2024-12-01', reason: 'New definition' },
  ]);
});

test('the state of the figures a chart was computed from is named, and changes when one is revised', async () => {
  const measure = await makeSeries(committee, [60, 61]);
  const state = async () =>
    await read(measure.id, 'provenance { dataRevision { versions recordedAt } } points { dataPoint { id version } }');
  const before = await state();
  const { id, version } = before.points[0].dataPoint;
  await answered(
    committee.as('DATA_ANALYST')(mutation('reviseDataPoint', 'dataPoint { id }'), {
      input: { id, version, value: 59, reason: 'Late form' },
    }),
  );
  expect([before.provenance.dataRevision.versions, (await state()).provenance.dataRevision.versions]).toEqual([2, 3]);
});

test('cycles appear on the chart at the dates they ran, by the thread, with nobody marking them', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen]);
  const idea = await makeChangeIdea(committee);
  const { ramp } = await say<{ ramp: { id: string } }>(committee, 'startRamp', { changeIdeaId: idea.id, title: 'Diary hold' });
  const named = await say(committee, 'planCycle', {
    rampId: ramp.id,
    objective: 'One chair',
    measureIds: [measure.id],
    plannedOn: '2025-01-02',
  });
  const untied = await say(committee, 'planCycle', { rampId: ramp.id, objective: 'Three chairs', plannedOn: '2025-02-01' });
  await say(committee, 'planCycle', {
    rampId: ramp.id,
    objective: 'Never begun',
    measureIds: [measure.id],
    plannedOn: '2025-03-01',
  });
  const begun = await say(committee, 'startCycle', { id: named.cycle.id, version: named.cycle.version, startedOn: '2025-01-10' });
  await say(committee, 'finishDoing', { id: begun.cycle.id, version: begun.cycle.version, endedOn: '2025-01-20' });
  await say(committee, 'startCycle', { id: untied.cycle.id, version: untied.cycle.version, startedOn: '2025-02-10' });
  const cycles = async () => (await read(measure.id, 'cycles { label title fromOn toOn cycle { status } }')).cycles as object[];
  const first = { label: '1a', title: 'One chair', fromOn: '2025-01-10', toOn: '2025-01-20', cycle: { status: 'STUDYING' } };
  expect(await cycles()).toEqual([first]);
  await makeAction(committee, { measureIds: [measure.id], changeIdeaIds: [idea.id] });
  expect(await cycles()).toEqual([
    first,
    { label: '1b', title: 'Three chairs', fromOn: '2025-02-10', toOn: null, cycle: { status: 'DOING' } },
  ]);
  const labels = async (choices: string) => (await read(measure.id, 'cycles { label }', choices)).cycles as object[];
  expect(await labels('(toOn: "2024-12-31")')).toEqual([]);
  expect(await labels('(toOn: "2025-01-31")')).toEqual([{ label: '1a' }]);
  expect(await labels('(fromOn: "2025-02-01")')).toEqual([{ label: '1b' }]);
});

test('a window shows the notes within it only, and is on record', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen]);
  for (const markedOn of ['2023-05-05', '2024-06-14', '2025-03-01']) {
    const input = { measureId: measure.id, kind: 'NOTE', markedOn, text: 'Something else' };
    await answered(committee.as('IMPROVEMENT_ADVISER')(mutation('markChart', 'mark { id }'), { input }));
  }
  const chart = await read(
    measure.id,
    'notes { markedOn } svg page provenance { fromOn toOn }',
    '(fromOn: "2024-01-01", toOn: "2024-12-31")',
  );
  expect([chart.notes, chart.provenance]).toEqual([[{ markedOn: '2024-06-14' }], { fromOn: '2024-01-01', toOn: '2024-12-31' }]);
  expect(chart.svg).not.toContain('2025');
  expect(chart.page).toContain('Only figures from 1 January 2024 to 31 December 2024 were used.');
});

test('provenance says what a rebase was done by, and nothing where none could be', async () => {
  const measure = await makeSeries(committee, [...steady, ...risen, ...risen]);
  const fields = 'page provenance { automaticRebase { side baselinePoints runLength } floorsLowerLimitAtZero fromOn toOn }';
  const rebased = await read(measure.id, fields, '(kind: RUN, rebaseSide: ABOVE)');
  const none = { floorsLowerLimitAtZero: false, fromOn: null, toOn: null };
  expect(rebased.provenance).toEqual({ ...none, automaticRebase: { side: 'ABOVE', baselinePoints: 13, runLength: 9 } });
  expect(rebased.page).toContain('A new median from 9 points in a row above the last; the first rests on 13 points.');
  const ignored = await read(measure.id, fields, '(kind: RUN, rebaseSide: ABOVE, centreLine: 60)');
  expect(ignored.provenance).toEqual({ ...none, automaticRebase: null });
});

test('the picture and the page carry the warnings, and the page how it was computed', async () => {
  const measure = await makeSeries(committee, [...steady.slice(0, 8), 99]);
  const input = { measureId: measure.id, kind: 'EXCLUSION', markedOn: '2024-09-01', text: 'Counted twice.' };
  await answered(committee.as('IMPROVEMENT_ADVISER')(mutation('markChart', 'mark { id }'), { input }));
  const { svg, page, warnings } = await read(measure.id, 'svg page warnings { code message }');
  expect(warnings[0].code).toBe('TOO_FEW_POINTS');
  for (const text of [svg, page]) expect(text).toContain(warnings[0].message);
  expect(svg).toContain('I chart · trial limits · Higher is better');
  for (const line of [
    'Rules: Shewhart (Public Health Scotland), version 1.0',
    'Baseline: January 2024 to September 2024, 8 figures.',
    'Unusually large moving ranges were dropped before limits were computed.',
    'Useful observations (present, not left out, not on the centre): 8.',
    'Left out: September 2024 (Counted twice).',
  ])
    expect(page).toContain(line);
});

test('measures are found by what their figures say now, and by their silence', async () => {
  const own = await api.newCommittee();
  const better = await makeSeries(own, [...steady, ...risen]);
  const worse = await makeSeries(own, [...steady, ...risen], { definition: { directionOfGood: 'LOWER' } });
  const changed = await makeSeries(own, [...steady, ...risen], { definition: { directionOfGood: 'NEITHER' } });
  const quiet = await makeSeries(own, steady);
  const few = await makeSeries(own, [60, 61, 62]);
  const found = async (filter: object) => {
    const ask =
      'query($filter: MeasureFilter) { measures(filter: $filter) { totalCount nodes { id standing { signal sentence isSilent lastPeriodEndsOn } } } }';
    const { measures } = await answered(own.as('MEMBER')(ask, { filter }));
    expect(measures.totalCount).toBe(measures.nodes.length);
    return measures.nodes as { id: string; standing: Record<string, unknown> }[];
  };
  const ids = async (filter: object) => (await found(filter)).map(({ id }) => id);
  expect(await ids({ signals: ['BETTER'] })).toEqual([better.id]);
  expect(await ids({ signals: ['WORSE'] })).toEqual([worse.id]);
  expect(await ids({ signals: ['CHANGED'] })).toEqual([changed.id]);
  expect(await ids({ signals: ['NO_SIGNAL', 'INSUFFICIENT'] })).toEqual([quiet.id, few.id]);
  expect(await ids({ isSilent: false })).toEqual([]);
  api.clock.now = new Date('2025-09-15T10:00:00Z');
  expect(await ids({ isSilent: false })).toEqual([better.id, worse.id, changed.id]);
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  const [standing] = await found({ signals: ['BETTER'] });
  expect(standing?.standing).toEqual({
    signal: 'BETTER',
    sentence: 'Eight points in a row above the centre since January 2025: a signal of change for the better.',
    isSilent: true,
    lastPeriodEndsOn: '2025-08-31',
  });
});

test('charts of many measures take as many statements as the chart of one', async () => {
  const [one, many] = [await api.newCommittee(), await api.newCommittee()];
  await makeSeries(one, steady);
  for (let i = 0; i < 4; i += 1) await makeSeries(many, [...steady, ...risen]);
  const ask = `{ measures(first: 10, filter: {signals: [BETTER, NO_SIGNAL]}) { nodes { name standing { signal } chart { summary points { value dataPoint { version } }
    cycles { label } provenance { dataRevision { versions } } } } } }`;
  const [small, large] = [await one.as('MEMBER')(ask), await many.as('MEMBER')(ask)];
  expect([small.errors, large.errors, large.data.measures.nodes.length]).toEqual([[], [], 4]);
  expect(large.statements.length).toBe(small.statements.length);
});
