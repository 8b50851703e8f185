import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { EntityManager } from 'typeorm';
import { loadReferenceData } from '../seeds/reference';
import { strathfinella } from '../seeds/strathfinella/founding';
import type { Actor } from '../src/access/actor';
import { createApp, type App } from '../src/app';
import { readConfig } from '../src/config';
import { entities } from '../src/entities';
import { openDatabase, type Database } from '../src/store/database';
import { foundCommittee } from '../src/store/founding';
import { maintain, since } from '../src/store/maintenance';
import { migrateUp } from '../src/store/migrate';
import { loadMigrations } from '../src/store/migrations';

/*
 * What looking back costs: pages of a committee with many rows, each changed several times, now and as at a moment; and what
 * keeping history costs a change. On the server in DATABASE_URL (an empty database), or embedded in memory.
 */
const ROWS = 3000;
const VERSIONS = 4;
const ROUNDS = 21;
const NOW = new Date('2026-09-15T10:00:00Z');

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

const inserts = [
  `insert into learning_source (id, committee_id, version, recorded_at, ref, kind, title, status, marking)
   select gen_random_uuid(), $1, 1, '2026-01-02', 'S' || n, 'PROCESS_REVIEW', 'Review ' || n, 'PUBLISHED', 'OFFICIAL' from generate_series(1, $2::int) n`,
  `insert into finding (id, committee_id, version, recorded_at, source_id, ref, kind, polarity, level, statement, status)
   select gen_random_uuid(), $1, 1, '2026-01-02', id, ref || '/F', 'FINDING', 'CONCERN', 'MULTI_AGENCY', 'Statement', 'RECORDED'
   from learning_source where committee_id = $1 limit $2`,
  `insert into action (id, committee_id, version, recorded_at, ref, title, change_type, origin, status)
   select gen_random_uuid(), $1, 1, '2026-01-02', ref || '/A', 'Action', 'TASK', 'FINDING', 'DRAFT' from finding where committee_id = $1 limit $2`,
  `insert into action_finding (committee_id, action_id, finding_id) select $1, a.id, f.id from action a
   join finding f on f.committee_id = $1 and f.ref || '/A' = a.ref where a.committee_id = $1 limit $2`,
];

const changes = [
  `update finding set statement = 'Statement ' || $2, version = version + 1 where committee_id = $1`,
  `update action set title = 'Action ' || $2, version = version + 1 where committee_id = $1`,
];

async function fill(database: Database, committeeId: string): Promise<void> {
  const at = (moment: Date, statements: readonly string[], second: unknown) =>
    maintain(database.dataSource, async (manager) => {
      await since(manager, moment);
      await manager.query('set local statement_timeout = 0');
      for (const sql of statements) await manager.query(sql, [committeeId, second]);
    });
  await at(day(2), inserts, ROWS);
  for (let version = 2; version <= VERSIONS; version += 1) await at(day(version * 30), changes, String(version));
  await database.dataSource.query('analyze').catch(() => undefined);
}

const pages: Readonly<Record<string, string>> = {
  'page of 20 findings with sources': '{ findings(first: 20) { nodes { ref statement source { ref title } themes { code } } } }',
  'page of 20 actions, with total':
    '{ actions(first: 20) { totalCount nodes { ref title status findings(first: 2) { nodes { ref } } } } }',
  'actions by words': '{ actions(first: 20, filter: {text: "Action"}) { totalCount nodes { ref } } }',
  'summary by kind of source': '{ statusSummary(groupBy: SOURCE_KIND) { total groups { key count } } }',
};

async function milliseconds(app: App, actor: Actor, query: string): Promise<number> {
  const timings: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const contextValue = app.contextOf(actor);
    const from = performance.now();
    const { body } = await app.server.executeOperation({ query }, { contextValue });
    await contextValue.end();
    timings.push(performance.now() - from);
    if (body.kind === 'single' && body.singleResult.errors) throw new Error(JSON.stringify(body.singleResult.errors));
  }
  return timings.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
}

async function comparePages(app: App, actor: Actor): Promise<void> {
  print(`${'milliseconds, median'.padEnd(36)} ${'now'.padStart(8)} ${'as at'.padStart(8)} ${'times'.padStart(6)}`);
  for (const [name, query] of Object.entries(pages)) {
    const now = await milliseconds(app, actor, query);
    const then = await milliseconds(app, actor, `query @asAt(moment: "2026-03-10T00:00:00Z") ${query}`);
    print(
      `${name.padEnd(36)} ${now.toFixed(1).padStart(8)} ${then.toFixed(1).padStart(8)} ${(then / now).toFixed(1).padStart(6)}`,
    );
  }
}

async function singleUpdates(manager: EntityManager, ids: readonly string[]): Promise<number> {
  const from = performance.now();
  for (const id of ids) await manager.query('update finding set reach = $2 where id = $1', [id, randomUUID()]);
  return (1000 * (performance.now() - from)) / ids.length;
}

/** Microseconds of one update of one row, within one transaction, with and without the trigger. */
async function compareWrites(database: Database, committeeId: string): Promise<void> {
  await maintain(database.dataSource, async (manager) => {
    const rows = await manager.query<{ id: string }[]>('select id from finding where committee_id = $1 limit 1000', [
      committeeId,
    ]);
    const ids = rows.map(({ id }) => id);
    await singleUpdates(manager, ids);
    await manager.query('alter table finding disable trigger history_kept');
    const bare = await singleUpdates(manager, ids);
    await manager.query('alter table finding enable always trigger history_kept');
    const kept = await singleUpdates(manager, ids);
    print(`one update: ${bare.toFixed(0)} microseconds without history, ${kept.toFixed(0)} with it`);
  });
}

async function main(): Promise<void> {
  const database = await openDatabase({
    url: readConfig().databaseUrl,
    dataDir: 'memory://',
    entities,
    migrations: loadMigrations(),
  });
  await migrateUp(database);
  await loadReferenceData(database.dataSource);
  const founded = await foundCommittee(database.dataSource, { ...strathfinella, name: `Bench ${randomUUID()}` }, day(1));
  await fill(database, founded.committeeId);
  const app = await createApp({
    ...{ dataSource: database.dataSource, clock: () => NOW, tokenSecret: randomUUID(), production: false, corsOrigins: [] },
    ...{
      issuers: [],
      onIssuerTrouble: () => undefined,
      ...{ signInRefusals: { perAddress: 100, perKey: 10 }, trustedProxies: 0, onSlowedDown: () => undefined },
      maxInFlight: 20,
      introspection: true,
      log: ({ message }) => print(message),
    },
  });
  const id = founded.memberIds.get('LEAD_OFFICER') ?? '';
  await comparePages(app, { kind: 'PERSON', id, committeeId: founded.committeeId, role: 'LEAD_OFFICER' });
  await compareWrites(database, founded.committeeId);
  await app.stop();
  await database.close();
}

void main();
