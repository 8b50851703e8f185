import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publicationDay } from '../../seeds/publishedSeries';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeMeasure, mutation, type MadePoint } from '../measures/measureMaking';

/*
 * Published series of which each figure is known in every version, with the day it was published. Each version is recorded
 * on that day; the chart as at any of those days must be the one computed from the file alone.
 */
let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2001-01-01T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

interface Version {
  readonly period: string;
  readonly value: number;
  readonly published: string;
}

/** A row of plain columns; only quoted remarks at the end may hold a comma. */
function versionsIn(text: string, chosen: (row: Readonly<Record<string, string>>) => boolean = () => true): Version[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
  return rows
    .filter(chosen)
    .map(({ period = '', value, published = '' }) => ({ period, value: Number(value), published: publicationDay(published) }))
    .sort((one, other) => (one.published < other.published ? -1 : one.published > other.published ? 1 : 0));
}

/** A census day, or a financial year such as 2012-13. */
const daysOf = (period: string) =>
  period.length === 10
    ? { periodStartsOn: period, periodEndsOn: period }
    : { periodStartsOn: `${period.slice(0, 4)}-04-01`, periodEndsOn: `${Number(period.slice(0, 4)) + 1}-03-31` };

/** The figures as published by a day: of each period the latest version. */
function knownOn(day: string, versions: readonly Version[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const { period, value } of versions.filter(({ published }) => published <= day)) {
    known.set(daysOf(period).periodStartsOn, value);
  }
  return new Map([...known].sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function recordAsPublished(measureId: string, versions: readonly Version[]): Promise<void> {
  const points = new Map<string, MadePoint>();
  const analyst = committee.as('DATA_ANALYST');
  for (const { period, value, published } of versions) {
    if (api.clock.now.toISOString().slice(0, 10) < published) api.clock.now = new Date(`${published}T10:00:00Z`);
    const known = points.get(period);
    if (!known) {
      const input = { measureId, ...daysOf(period), value, publishedOn: published };
      const { recordDataPoint } = await answered(
        analyst(mutation('recordDataPoint', 'dataPoint { id version value }'), { input }),
      );
      points.set(period, recordDataPoint.dataPoint as MadePoint);
    } else if (known.value !== value) {
      const input = { id: known.id, version: known.version, value, publishedOn: published, reason: 'Published anew' };
      const { reviseDataPoint } = await answered(
        analyst(mutation('reviseDataPoint', 'dataPoint { id version value }'), { input }),
      );
      points.set(period, reviseDataPoint.dataPoint as MadePoint);
    }
  }
}

const chart = `kind ruleSet points { period value centre isInBaseline } signals { rule from to side points meaning isOngoing }`;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** What the file alone says for a day: by a pasted series, of which nothing is stored, and the median by hand. */
async function chartFromFile(day: string, versions: readonly Version[]) {
  const known = knownOn(day, versions);
  const points = [...known].map(([period, value]) => ({ period, value }));
  const input = { points, kind: 'RUN', ruleSet: 'ANHOEJ' };
  const ask = `query($input: SeriesInput!) { analyseSeries(input: $input) { ${chart} } }`;
  const { analyseSeries } = await answered(committee.as('MEMBER')(ask, { input }));
  expect(analyseSeries.points.map((point: { value: number }) => point.value)).toEqual([...known.values()]);
  expect(analyseSeries.points[0].centre).toBeCloseTo(median([...known.values()]), 9);
  return analyseSeries as object;
}

async function eachDayIsAsPublished(versions: readonly Version[]): Promise<number> {
  const definition = {
    ...{
      effectiveOn: '1999-01-01',
      statement: 'As published',
      calculation: 'OTHER',
      directionOfGood: 'NEITHER',
      frequency: 'IRREGULAR',
    },
  };
  const measure = await makeMeasure(committee, { definition });
  await recordAsPublished(measure.id, versions);
  const days = [...new Set(versions.map(({ published }) => published))];
  const ask = `query($id: ID!, $moment: DateTimeISO!) @asAt(moment: $moment) {
    node(id: $id) { ... on Measure { chart(kind: RUN, ruleSet: ANHOEJ) { ${chart} } dataPoints { totalCount } } } }`;
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  for (const day of days) {
    const { node } = await answered(committee.as('MEMBER')(ask, { id: measure.id, moment: `${day}T23:59:59Z` }));
    expect([day, node.chart]).toEqual([day, await chartFromFile(day, versions)]);
    expect(node.dataPoints.totalCount).toBe(knownOn(day, versions).size);
  }
  return days.length;
}

test('the register in the published record: every version, on every day of publication', async () => {
  const register = versionsIn(readFileSync(join(__dirname, '../../seeds/published/register.csv'), 'utf8'));
  expect(await eachDayIsAsPublished(register)).toBeGreaterThan(5);
});

const shared = resolve(__dirname, '../../../shared/realdata/measures');

test.each([
  ['cpr_scotland_vintages.csv', () => true],
  ['lgbf_scotland_vintages_chn22_chn23.csv', ({ breakdown }: Readonly<Record<string, string>>) => breakdown === 'CHN22'],
  ['lgbf_scotland_vintages_chn22_chn23.csv', ({ breakdown }: Readonly<Record<string, string>>) => breakdown === 'CHN23'],
])('the collected versions of %s, on every day of publication', async (file, chosen) => {
  if (!existsSync(shared)) {
    process.stdout.write(`Skipped: there are no collected series at ${shared}\n`);
    return;
  }
  expect(await eachDayIsAsPublished(versionsIn(readFileSync(join(shared, file), 'utf8'), chosen))).toBeGreaterThan(5);
});
