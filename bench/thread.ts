import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
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
 * What it costs to look over the whole thread of a committee with thousands of rows, now and as at a moment. On the server in
 * DATABASE_URL (an empty database), or embedded in memory.
 */
const ROWS = 3000;
const ROUNDS = 9;
const NOW = new Date('2026-09-15T10:00:00Z');

const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const day = (number: number): Date => new Date(Date.UTC(2025, 0, number));

/** One source in ten rows; of the actions a part is open, done, or signed off with evidence; half of the findings are new concerns. */
const inserts = [
  `insert into learning_source (id, committee_id, version, recorded_at, ref, kind, title, status, marking, published_on)
   select gen_random_uuid(), $1, 1, governance.moment(), 'S' || n, 'PROCESS_REVIEW', 'Review ' || n, 'CLOSED', 'OFFICIAL', date '2020-01-01' + n * 6
   from generate_series(1, $2::int / 10) n`,
  `insert into finding (id, committee_id, version, recorded_at, source_id, ref, kind, polarity, level, statement, status, primary_theme_id)
   select gen_random_uuid(), $1, 1, governance.moment(), s.id, s.ref || '/F' || n, 'FINDING', 'CONCERN', 'MULTI_AGENCY', 'Statement',
     (array['ACCEPTED', 'RESPONSE_AGREED'])[1 + n % 2], (select t.id from theme t order by md5(s.ref || n || t.code) limit 1)
   from learning_source s, generate_series(1, 10) n where s.committee_id = $1 limit $2`,
  `insert into finding_theme (committee_id, finding_id, theme_id)
   select committee_id, id, primary_theme_id from finding where committee_id = $1 limit $2`,
  `insert into action (id, committee_id, version, recorded_at, ref, title, change_type, origin, status, lead_agency_id, lead_role, due_on,
     original_due_on, intended_outcome, no_measure_reason, completed_on)
   select gen_random_uuid(), $1, 1, governance.moment(), f.ref || '/A', 'Action', 'TASK', 'FINDING',
     (array['APPROVED', 'IN_PROGRESS', 'SIGNED_OFF', 'COMPLETE_AWAITING_SIGN_OFF'])[1 + n % 4], (select agency_id from committee_agency where committee_id = $1 limit 1),
     'Manager', date '2025-12-31', date '2025-12-31', 'Better', case when n % 3 = 0 then 'None' end, case when n % 4 = 2 then date '2025-01-10' end
   from (select ref, row_number() over (order by ref) as n from finding where committee_id = $1) f limit $2`,
  `insert into action_finding (committee_id, action_id, finding_id) select $1, a.id, f.id from action a
   join finding f on f.committee_id = $1 and f.ref || '/A' = a.ref where a.committee_id = $1 limit $2`,
  `insert into evidence_item (id, committee_id, version, recorded_at, action_id, kind, description, dated_on, impact_level)
   select gen_random_uuid(), $1, 1, governance.moment(), id, 'AUDIT', 'Files', date '2022-01-01' + (hashtext(ref) & 1023), 1 + (hashtext(ref) & 3)
   from action where committee_id = $1 and status = 'SIGNED_OFF' limit $2`,
  `insert into sign_off (id, committee_id, version, recorded_at, action_id, signed_off_by_id, action_version, meeting_on, minute_ref)
   select gen_random_uuid(), $1, 1, governance.moment(), id, (select id from member where committee_id = $1 limit 1), 1,
     date '2022-01-01' + (hashtext(ref) & 1023), 'Item' from action where committee_id = $1 and status = 'SIGNED_OFF' limit $2`,
];

/** Each in a change of its own, so that there are as many events. */
const changes = `update action set title = 'Action again', version = version + 1 where id = $1`;

async function fill(database: Database, committeeId: string): Promise<void> {
  await maintain(database.dataSource, async (manager) => {
    await since(manager, day(2));
    await manager.query('set local statement_timeout = 0');
    for (const sql of inserts) await manager.query(sql, [committeeId, ROWS]);
  });
  const rows = await maintain(database.dataSource, (manager) =>
    manager.query<{ id: string }[]>('select id from action where committee_id = $1 order by ref limit $2', [
      committeeId,
      ROWS / 3,
    ]),
  );
  for (const { id } of rows) {
    await maintain(database.dataSource, async (manager) => {
      await since(manager, day(3));
      await manager.query(changes, [id]);
    });
  }
  await database.dataSource.query('analyze').catch(() => undefined);
}

const pages: Readonly<Record<string, string>> = {
  'first 20 breaks, with total': '{ threadBreaks(first: 20) { totalCount nodes { sentence row { id } sources { ref } } } }',
  'breaks of one kind':
    '{ threadBreaks(first: 20, filter: {kinds: [FINDING_WITHOUT_RESPONSE]}) { totalCount nodes { sentence } } }',
  'thread audit by kind and source': '{ threadAudit { total kinds { kind count } sources { count source { ref } } } }',
  'first 20 recurrences, with total': '{ recurrences(first: 20) { totalCount nodes { sentence earlierFinding { id } } } }',
  'repeated themes': '{ repeatThemes { theme { code } findings recurrences sources { findings } } }',
  'page of 20 findings, recurred': '{ findings(first: 20) { nodes { ref recurrenceOf { days } recurredIn { days } } } }',
  'coverage of 20 sources':
    '{ learningSources(first: 20) { nodes { coverage { funnel { found withImpact } findings { response } } } } }',
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
  print(`${'milliseconds, median'.padEnd(36)} ${'now'.padStart(8)} ${'as at'.padStart(8)}`);
  for (const [name, query] of Object.entries(pages)) {
    const now = await milliseconds(app, actor, query);
    const then = await milliseconds(app, actor, `query @asAt(moment: "2026-03-10T00:00:00Z") ${query}`);
    print(`${name.padEnd(36)} ${now.toFixed(1).padStart(8)} ${then.toFixed(1).padStart(8)}`);
  }
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
    ...{ issuers: [], onIssuerTrouble: () => undefined, maxInFlight: 20, log: ({ message }) => print(message) },
    introspection: true,
    ...{ signInRefusals: { perAddress: 100, perKey: 100 }, trustedProxies: 0, onSlowedDown: () => undefined },
  });
  const id = founded.memberIds.get('LEAD_OFFICER') ?? '';
  await comparePages(app, { kind: 'PERSON', id, committeeId: founded.committeeId, role: 'LEAD_OFFICER' });
  await app.stop();
  await database.close();
}

void main();
