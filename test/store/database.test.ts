import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { StartError } from '../../src/kernel/startError';
import { openDatabase } from '../../src/store/database';
import { migrateDown, migrateUp, migrationStatus } from '../../src/store/migrate';
import { freshDatabase, onServer, testDatabase } from '../support/database';

const serverTest = onServer() ? test : test.skip;
const none = { entities: [], migrations: [] };

async function ask(sql: string): Promise<Record<string, unknown> | undefined> {
  const { dataSource } = await testDatabase();
  const [row] = await dataSource.query<Record<string, unknown>[]>(sql);
  return row;
}

test('dates are read as calendar dates, counts as numbers', async () => {
  const row =
    await ask(`select date '2026-03-29' as day, array[date '2026-03-29', null] as days, count(*), array[1::int8, null] as list
    from (values (1), (2)) as t`);
  expect(row).toEqual({ day: '2026-03-29', days: ['2026-03-29', null], count: 2, list: [1, null] });
});

test('a whole number that would lose digits is refused', async () => {
  await expect(ask('select 9007199254740993::int8')).rejects.toThrow('9007199254740993 is too large');
  expect(await ask('select 9007199254740991::int8 as most')).toEqual({ most: Number.MAX_SAFE_INTEGER });
});

test('sessions run in UTC', async () => {
  expect(await ask(`select current_setting('TimeZone') as zone, timestamptz '2026-07-01T00:00:00Z' as moment`)).toEqual({
    zone: 'UTC',
    moment: new Date('2026-07-01T00:00:00Z'),
  });
});

test('each statement is told, without its parameters', async () => {
  const told: string[] = [];
  const { dataSource, close } = await testDatabase((sql) => told.push(sql));
  const runner = dataSource.createQueryRunner();
  await runner.query('select $1::text as secret', ['a name']);
  await runner.release();
  await dataSource.manager.query('select 2');
  expect(told).toEqual(['select $1::text as secret', 'select 2']);
  await close();
  await dataSource.query('select 3');
  expect(told).toHaveLength(2);
});

test('a server that does not answer is one sentence without the password', async () => {
  const opening = openDatabase({ ...none, url: 'postgres://someone:hush@127.0.0.1:1/nothing' });
  await expect(opening).rejects.toThrow(StartError);
  await expect(opening).rejects.toThrow(/^The PostgreSQL server in DATABASE_URL cannot be used: .*ECONNREFUSED/);
  await expect(opening).rejects.not.toThrow('hush');
});

test('a server that is silent is given up after three seconds', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  await expect(openDatabase({ ...none, url: `postgres://x@127.0.0.1:${port}/x` })).rejects.toThrow('timeout');
  silent.close();
});

serverTest('the server cancels what takes too long, before the client gives up on it', async () => {
  const limits = await ask(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle`);
  expect(limits).toEqual({ statement: '10s', lock: '3s', idle: '15s' });
});

class First1000000000001 implements MigrationInterface {
  up = (db: QueryRunner): Promise<void> => db.query('create table first (id int)');
  down = (db: QueryRunner): Promise<void> => db.query('drop table first');
}

class Broken1000000000002 implements MigrationInterface {
  up = (db: QueryRunner): Promise<void> => db.query('create table second (id int); select 1 / 0');
  down = (db: QueryRunner): Promise<void> => db.query('drop table second');
}

test('migrations are applied once, in order, and undone from the newest', async () => {
  const database = await freshDatabase({ ...none, migrations: [First1000000000001] });
  expect(await migrationStatus(database)).toEqual({ applied: [], pending: ['First1000000000001'] });
  expect(await migrateUp(database)).toEqual(['First1000000000001']);
  expect(await migrateUp(database)).toEqual([]);
  expect(await migrationStatus(database)).toEqual({ applied: ['First1000000000001'], pending: [] });
  expect([await migrateDown(database), await migrateDown(database)]).toEqual([['First1000000000001'], []]);
  await database.close();
});

test('a migration that fails leaves nothing of itself and keeps those before it', async () => {
  const database = await freshDatabase({ ...none, migrations: [First1000000000001, Broken1000000000002] });
  await expect(migrateUp(database)).rejects.toThrow('division by zero');
  expect(
    await database.dataSource.query(`select to_regclass('first') is not null as first, to_regclass('second') is null as second`),
  ).toEqual([{ first: true, second: true }]);
  await database.close();
});

serverTest('two processes that migrate at once wait for each other, and leave the limits as they were', async () => {
  const one = await freshDatabase({ ...none, migrations: [First1000000000001] });
  const [first, second] = await Promise.all([migrateUp(one), migrateUp(one)]);
  expect([...first, ...second]).toEqual(['First1000000000001']);
  expect(await one.dataSource.query('show statement_timeout')).toEqual([{ statement_timeout: '10s' }]);
  await one.close();
});
