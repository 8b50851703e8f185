import { randomUUID } from 'node:crypto';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { count, makeMeasure, makePoint, month, uuidOf } from './measureMaking';

/* What the database itself refuses, whoever writes. */
let api: TestApi;
let committee: TestCommittee;
let stranger: TestCommittee;
let measureId: string;
let definitionId: string;

beforeAll(async () => {
  api = await startApi();
  [committee, stranger] = [await api.newCommittee(), await api.newCommittee()];
  measureId = uuidOf((await makeMeasure(committee)).id);
  definitionId = await definitionOf(measureId);
});
afterAll(() => api.close());

const definitionOf = async (id: string): Promise<string> =>
  String((await api.sql('select id from measure_definition where measure_id = $1', [id]))[0]?.id);

const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  return api.sql(`insert into ${table} (${names.join(', ')}) values (${places})`, Object.values(row));
};

let days = 0;
const insertPoint = (facts: Record<string, unknown> = {}): Promise<unknown> => {
  const day = new Date(Date.UTC(2026, 0, 1 + days++)).toISOString().slice(0, 10);
  return insert('data_point', {
    ...{ id: randomUUID(), committee_id: committee.id, version: 1, recorded_at: '2026-01-01T00:00:00Z', measure_id: measureId },
    ...{
      definition_id: definitionId,
      calculation: 'PERCENTAGE',
      period_start: day,
      period_end: day,
      value: 50,
      is_missing: false,
    },
    status: 'PROVISIONAL',
    ...facts,
  });
};

test('a point that keeps every rule is taken', async () => {
  await insertPoint();
  await insertPoint({ value: null, numerator: 0, denominator: 0 });
  await insertPoint({ value: null, is_missing: true, missing_reason: 'Not collected' });
});

test.each([
  ...['value', 'numerator', 'denominator'].flatMap((part) =>
    ['NaN', 'Infinity', '-Infinity'].map((number) => ({ [part]: number })),
  ),
  { numerator: -1 },
  { denominator: -1 },
  { numerator: 9, denominator: 8 },
  { value: 0, numerator: 0, denominator: 0 },
  { value: null },
  { value: null, numerator: 4 },
  { is_missing: true },
  { is_missing: true, value: null, denominator: 4 },
  { missing_reason: 'Not collected' },
  { period_end: '2025-12-31' },
  { status: 'GUESSED' },
])('a point with %j is refused', async (facts) => {
  await expect(insertPoint(facts)).rejects.toMatchObject({ code: '23514' });
});

test('one period of a measure has one point', async () => {
  const period = { period_start: '2026-11-01', period_end: '2026-11-30' };
  await insertPoint(period);
  await expect(insertPoint(period)).rejects.toMatchObject({ code: '23505', constraint: 'dataPoint.period' });
});

test('a point belongs to a measure of its committee, and its definition to that measure', async () => {
  await expect(insertPoint({ committee_id: stranger.id })).rejects.toMatchObject({ code: '23503' });
  const other = uuidOf((await makeMeasure(committee, { definition: count })).id);
  const otherDefinition = await definitionOf(other);
  await expect(insertPoint({ definition_id: otherDefinition, calculation: 'COUNT' })).rejects.toMatchObject({ code: '23503' });
  await expect(insertPoint({ calculation: 'COUNT' })).rejects.toMatchObject({ code: '23503' });
});

test.each(['data_point_revision', 'measure_definition'])(
  'a row of %s is never edited, deleted or emptied away',
  async (table) => {
    await makePoint(committee, await makeMeasure(committee), month(1));
    const refused = { constraint: 'measure.history' };
    await expect(api.sql(`update ${table} set recorded_at = recorded_at`)).rejects.toMatchObject(refused);
    await expect(api.sql(`delete from ${table}`)).rejects.toMatchObject(refused);
    await expect(api.sql(`truncate ${table} cascade`)).rejects.toMatchObject(refused);
  },
);

const insertDefinition = (facts: Record<string, unknown>) =>
  insert('measure_definition', {
    ...{ id: randomUUID(), committee_id: committee.id, version: 1, recorded_at: '2026-01-01T00:00:00Z', measure_id: measureId },
    ...{ number: 2, effective_from: '2026-06-01', statement: 'By hand', calculation: 'COUNT', multiplier: 1 },
    ...{ direction_of_good: 'LOWER', frequency: 'MONTHLY', change_reason: 'Clearer' },
    ...facts,
  });

test('definitions follow each other in number and in time, with a reason, within the committee', async () => {
  await expect(insertDefinition({ effective_from: '2020-01-01' })).rejects.toMatchObject({
    constraint: 'measureDefinition.effectiveFrom',
  });
  await expect(insertDefinition({ change_reason: null })).rejects.toMatchObject({
    constraint: 'measure_definition_change_reason',
  });
  await expect(insertDefinition({ calculation: 'RATE' })).rejects.toMatchObject({ constraint: 'measure_definition_parts' });
  await expect(insertDefinition({ multiplier: 'NaN' })).rejects.toMatchObject({ code: '23514' });
  await expect(insertDefinition({ number: 1, change_reason: null })).rejects.toMatchObject({
    code: expect.stringMatching(/23505|P0001/),
  });
  await expect(insertDefinition({ committee_id: stranger.id })).rejects.toMatchObject({ code: '23503' });
  await insertDefinition({});
});
