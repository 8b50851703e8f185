import { loadReferenceData } from '../../seeds/reference';
import { strathfinella } from '../../seeds/strathfinella/founding';
import { requireRecord } from '../../src/store/asAt';
import type { Database } from '../../src/store/database';
import { foundCommittee, type Founded } from '../../src/store/founding';
import { migrateDown, migrateUp, migrationStatus } from '../../src/store/migrate';
import { readSession } from '../../src/store/session';
import { verifyHistory } from '../../src/store/verifyHistory';
import { migratedDatabase } from '../support/database';

/* A committee that was there before its history was kept, and migrations that go back and come again. */
jest.setTimeout(120_000);

let database: Database;
let founded: Founded;

const sql = (text: string, parameters: readonly unknown[] = []) =>
  database.dataSource.query<Record<string, unknown>[]>(text, [...parameters]);

/** Undoes migrations until this one, which then is the next to be applied. */
async function undoThrough(name: string): Promise<void> {
  const { applied } = await migrationStatus(database);
  await migrateDown(
    database,
    applied.find((migration) => migration.startsWith(name)),
  );
}

const rename = (name: string) => sql(`update member set display_name = $1 where role = 'CHAIR'`, [name]);

const problems = async () => (await verifyHistory(database)).problems;

beforeEach(async () => {
  database = await migratedDatabase();
  await loadReferenceData(database.dataSource);
});
afterEach(() => database.close());

const found = async (): Promise<void> => {
  founded = await foundCommittee(database.dataSource, strathfinella, new Date('2026-01-01T00:00:00Z'));
};

async function chairAt(moment: Date): Promise<unknown> {
  const scope = { committeeId: founded.committeeId, id: founded.memberIds.get('CHAIR') ?? '', asAt: moment };
  const session = readSession(database.dataSource, scope);
  try {
    await requireRecord(moment, () => session);
    return (await session.query<{ name: string }>(`select display_name as name from member where role = 'CHAIR'`))[0]?.name;
  } finally {
    await session.end('COMMIT');
  }
}

test('the record of a committee that was there before begins with the upgrade: nothing is made up of its past', async () => {
  await undoThrough('CreateApplicationRole');
  await found();
  await rename('Renamed before anybody kept it');
  await migrateUp(database);
  const [first] = await sql('select seq, verb, actor_kind, moment from event order by seq');
  expect(first).toMatchObject({ seq: 1, verb: 'keepHistory', actor_kind: 'DATABASE' });
  await expect(chairAt(new Date('2026-02-01T00:00:00Z'))).rejects.toThrow('begins after this moment');
  const began = first?.moment as Date;
  await rename('Renamed afterwards');
  expect(await chairAt(new Date(began.getTime() + 1))).toBe('Renamed before anybody kept it');
  expect(await chairAt(new Date(began.getTime() + 86_400_000))).toBe('Renamed afterwards');
  expect(await sql('select h.valid_from = e.moment as began from history.committee h, event e where e.seq = 1')).toEqual([
    { began: true },
  ]);
  expect(await problems()).toEqual([]);
  await sql(`update history.member set valid_from = valid_from - interval '1 day' where valid_to < 'infinity'`);
  expect(await problems()).not.toEqual([]);
});

test.each(['CreateHistory', 'CreateEvents'])(
  'down through %s, a change there, and up again: the history begins anew and nothing is blamed',
  async (name) => {
    await found();
    await rename('Two');
    expect(await problems()).toEqual([]);
    await undoThrough(name);
    await rename('Three');
    await migrateUp(database);
    expect(await problems()).toEqual([]);
    await rename('Four');
    expect(await problems()).toEqual([]);
    expect(await sql(`select display_name as name from history.member where role = 'CHAIR' order by valid_from`)).toEqual([
      { name: 'Three' },
      { name: 'Four' },
    ]);
    await sql(`update history.member set display_name = 'X' where display_name = 'Three'`);
    expect(await problems()).not.toEqual([]);
  },
);

const STOPS_AT = 6;

test('whoever undoes a migration leaves tables that can be written at once', async () => {
  await found();
  const { applied } = await migrationStatus(database);
  const governed = applied.slice(
    0,
    applied.findIndex((name) => name.startsWith('CreateApplicationRole')),
  );
  expect(governed.length).toBeGreaterThan(15);
  // The masks come off and on for each stop, so there are some and not all.
  for (const [stop, name] of governed.entries()) {
    if (stop % STOPS_AT !== 0 && stop !== governed.length - 1) continue;
    await migrateDown(database, name);
    await rename(name);
  }
});
