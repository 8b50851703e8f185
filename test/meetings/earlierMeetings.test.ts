import type { MigrationInterface } from 'typeorm';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/store/database';
import { migrateUp } from '../../src/store/migrate';
import { loadMigrations } from '../../src/store/migrations';
import { freshDatabase } from '../support/database';

/* Sign-offs and assurances of before there were meetings: a day and a line of the minutes become a meeting on that day. */
const FIRST = 1764000000067;
const numberOf = ({ name }: { name: string }): number => Number(name.slice(-13));
const all = loadMigrations().sort((one, other) => numberOf(one) - numberOf(other));

let database: Database;

beforeAll(async () => {
  database = await freshDatabase({ migrations: all.filter((each) => numberOf(each) < FIRST) });
  await migrateUp(database);
}, 120_000);
afterAll(() => database.close());

interface Signed {
  readonly day: string;
  readonly recordedAt: string;
  readonly minute: string;
}

const signed: readonly Signed[] = [
  { day: '2025-12-09', recordedAt: '2025-12-10T09:00:00Z', minute: 'Item 6' },
  { day: '2025-12-09', recordedAt: '2025-12-09T15:00:00Z', minute: 'Item 4' },
  { day: '2026-03-10', recordedAt: '2026-03-10T15:00:00Z', minute: 'Item 2' },
];

/** A committee with three actions that were signed off, and a finding that was assured on a day of its own. */
async function committeeOfBefore(): Promise<string> {
  const [committee, member, source, finding] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await database.dataSource.transaction(async (db) => {
    await db.query(
      `insert into committee (id, name, kind, chief_officers_body, is_invented) values ($1, 'Before', 'CHILD_PROTECTION', 'COG', true)`,
      [committee],
    );
    const own = `$1, 1, '2025-01-01T00:00:00Z'`;
    await db.query(
      `insert into member (committee_id, version, recorded_at, id, display_name, role) values (${own}, $2, 'Chair', 'CHAIR')`,
      [committee, member],
    );
    await db.query(
      `insert into learning_source (committee_id, version, recorded_at, id, ref, kind, title, status, marking) values (${own}, $2, 'MA-1', 'MULTI_AGENCY_AUDIT', 'Audit', 'REPORTED', 'OFFICIAL')`,
      [committee, source],
    );
    await db.query(
      `insert into finding (committee_id, version, recorded_at, id, source_id, ref, kind, polarity, level, statement, status)
        values (${own}, $2, $3, 'MA-1/F1', 'FINDING', 'CONCERN', 'MULTI_AGENCY', 'Late', 'ASSURED')`,
      [committee, finding, source],
    );
    await db.query(
      `insert into finding_assurance (committee_id, version, recorded_at, id, finding_id, assured_by_id, finding_version, meeting_on, minute_ref)
        values ($1, 1, '2026-06-09T15:00:00Z', $2, $3, $4, 1, '2026-06-09', 'Item 1')`,
      [committee, randomUUID(), finding, member],
    );
    for (const [index, { day, recordedAt, minute }] of signed.entries()) {
      const action = randomUUID();
      await db.query(
        `insert into action (committee_id, version, recorded_at, id, ref, title, change_type, origin, origin_reason, status)
          values (${own}, $2, $3, 'Do it', 'TASK', 'PLANNED_PRIORITY', 'Asked for', 'PROPOSED')`,
        [committee, action, `PP/A${index}`],
      );
      await db.query(
        `insert into sign_off (committee_id, version, recorded_at, id, action_id, signed_off_by_id, action_version, meeting_on, minute_ref)
          values ($1, 1, $2, $3, $4, $5, 3, $6, $7)`,
        [committee, recordedAt, randomUUID(), action, member, day, minute],
      );
    }
  });
  return committee;
}

test('each day on which a committee decided becomes one meeting, and nothing that was kept is touched', async () => {
  const committee = await committeeOfBefore();
  const { dataSource } = database;
  const before = await dataSource.query('select id, version, meeting_on, minute_ref, recorded_at from sign_off order by id');
  await dataSource.transaction(async (db) => {
    await db.query(`select set_config('app.maintenance', 'on', true)`);
    for (const Migration of all.filter((each) => numberOf(each) >= FIRST)) {
      const later = new (Migration as new () => MigrationInterface)();
      await later.up(db.queryRunner!);
    }
    await db.query('select governance.govern()');
  });
  expect(await dataSource.query('select id, version, meeting_on, minute_ref, recorded_at from sign_off order by id')).toEqual(
    before,
  );
  const meetings = await dataSource.query(
    `select m.meets_on, m.status, m.held_at, m.recorded_at, m.subgroup_id,
        (select count(*)::int from sign_off s where s.meeting_id = m.id) as sign_offs,
        (select count(*)::int from finding_assurance f where f.meeting_id = m.id) as assurances,
        (select count(*)::int from meeting_decision d where d.meeting_id = m.id and d.kind = 'ACCEPT_COMPLETION') as decisions
      from meeting m where m.committee_id = $1 order by m.meets_on`,
    [committee],
  );
  const meeting = (day: string, heldAt: string, counts: object) => {
    const moment = new Date(heldAt);
    return { meets_on: day, status: 'HELD', held_at: moment, recorded_at: moment, subgroup_id: null, ...counts };
  };
  expect(meetings).toEqual([
    meeting('2025-12-09', '2025-12-09T15:00:00Z', { sign_offs: 2, assurances: 0, decisions: 2 }),
    meeting('2026-03-10', '2026-03-10T15:00:00Z', { sign_offs: 1, assurances: 0, decisions: 1 }),
    meeting('2026-06-09', '2026-06-09T15:00:00Z', { sign_offs: 0, assurances: 1, decisions: 0 }),
  ]);
  const legends = await dataSource.query('select colour from rating_colour where committee_id = $1', [committee]);
  expect(legends).toHaveLength(5);
  await dataSource.query(`select set_config('app.maintenance', 'on', false)`);
  expect(await dataSource.query('select * from governance.verify($1)', [committee])).toEqual([]);
  await dataSource.query(`select set_config('app.maintenance', '', false)`);
});
