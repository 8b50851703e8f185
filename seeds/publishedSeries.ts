import { recordDataPoints, reviseDataPoint } from '../src/measures/dataPoint.service';
import type { DataPoint } from '../src/measures/dataPoint.entity';
import type { MeasureDefinitionInput } from '../src/measures/measure.input';
import { defineMeasure, redefineMeasure } from '../src/measures/measure.service';
import type { Measure } from '../src/measures/measure.entity';
import { datesInWords } from './datesInWords';
import { readPublished } from './publishedRecord';
import type { Scribe } from './scribe';

const ANALYST = 'DATA_ANALYST';
const LOADED = '2026-04-07';

/** The register with every published version of each figure, and a monthly series. */
export async function recordSeries(scribe: Scribe): Promise<void> {
  await recordRegister(scribe);
  await recordCrisisGrants(scribe);
}

/** The columns are plain: only the last one, a remark, may hold a comma. */
const rowsOf = (file: string): string[][] =>
  readPublished(file)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

/** The last day of a published month or year, where the day was not seen. */
export function publicationDay(published: string): string {
  if (published.length === 10) return published;
  const [year, month] = published.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 12, 0)).toISOString().slice(0, 10);
}

const registerDefinition: MeasureDefinitionInput = {
  effectiveOn: '2000-01-01',
  statement: 'Children whose names were on the child protection register in Scotland on 31 March.',
  calculation: 'COUNT',
  unit: 'children',
  directionOfGood: 'NEITHER',
  dataSource: 'Scottish Government, Children’s Social Work Statistics',
  frequency: 'YEARLY',
};

async function recordRegister(scribe: Scribe): Promise<void> {
  const { measure } = await scribe.say(ANALYST, LOADED, defineMeasure, {
    name: 'Children on the child protection register, Scotland',
    kind: 'OUTCOME',
    activate: true,
    definition: registerDefinition,
  });
  const redefined = await redefineRegister(scribe, measure);
  const versions = rowsOf('register.csv').map(([period = '', value, published = '', status = '', source = '']) => ({
    period,
    value: Number(value),
    publishedOn: publicationDay(published),
    remark: datesInWords(`Published ${published}; ${status}; ${source}`),
  }));
  const first = versions.filter(({ period }, index) => versions.findIndex((each) => each.period === period) === index);
  const { dataPoints } = await scribe.say(ANALYST, LOADED, recordDataPoints, {
    measureId: redefined.globalId,
    points: first.map(({ period, value, publishedOn, remark }) => ({
      ...{ periodStartsOn: period, periodEndsOn: period, value, publishedOn },
      note: remark,
    })),
  });
  const current = new Map<string, DataPoint>(dataPoints.map((point) => [point.periodStart, point]));
  for (const { period, value, publishedOn, remark } of versions.filter((version) => !first.includes(version))) {
    const point = current.get(period);
    if (!point) continue;
    const input = { id: point.globalId, version: point.version, value, publishedOn, reason: remark };
    current.set(period, (await scribe.say(ANALYST, LOADED, reviseDataPoint, input)).dataPoint);
  }
}

async function redefineRegister(scribe: Scribe, measure: Measure): Promise<Measure> {
  const changes = [
    ['2011-04-01', 'Children on the register in Scotland on 31 July.', 'The census date moved from March to July.'],
    [
      '2012-08-01',
      'Children on the register in Scotland on 31 July, from individual records.',
      'Individual records replaced totals.',
    ],
  ] as const;
  let current = measure;
  for (const [effectiveOn, statement, reason] of changes) {
    const definition = { ...registerDefinition, effectiveOn, statement };
    const input = { id: current.globalId, version: current.version, definition, reason };
    current = (await scribe.say(ANALYST, LOADED, redefineMeasure, input)).measure;
  }
  return current;
}

async function recordCrisisGrants(scribe: Scribe): Promise<void> {
  const { measure } = await scribe.say(ANALYST, LOADED, defineMeasure, {
    name: 'Crisis grant applications, Scotland',
    kind: 'PROCESS',
    activate: true,
    definition: {
      effectiveOn: '2018-01-01',
      statement: 'Applications to the Scottish Welfare Fund for a crisis grant, by month.',
      calculation: 'COUNT',
      unit: 'applications',
      directionOfGood: 'NEITHER',
      dataSource: 'Scottish Government, monthly management information',
      frequency: 'MONTHLY',
    },
  });
  await scribe.say(ANALYST, LOADED, recordDataPoints, {
    measureId: measure.globalId,
    points: rowsOf('crisisGrants.csv').map(([month = '', value, published = '']) => ({
      periodStartsOn: `${month}-01`,
      periodEndsOn: publicationDay(month),
      value: Number(value),
      publishedOn: publicationDay(published),
    })),
  });
}
