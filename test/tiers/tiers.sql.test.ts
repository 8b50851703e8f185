import { randomInt, randomUUID } from 'node:crypto';
import { entities } from '../../src/entities';
import { snakeCase } from '../../src/store/names';
import { withholdableOf } from '../../src/store/standing';
import type { RowType } from '../../src/store/row';
import { strictest, tiers, type Tier } from '../../src/tiers/visibility.rules';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { randomly } from '../support/randomVerbs';

/* What the database keeps of tiers, whoever writes: held against the rule worked out anew for random threads. */
let api: TestApi;
let committee: TestCommittee;
let groups: readonly string[];

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  groups = await Promise.all([0, 1, 2].map((n) => insert('restricted_group', { name: `Group ${n}`, purpose: 'Its purpose' })));
});
afterAll(() => api.close());

async function insert(table: string, facts: Readonly<Record<string, unknown>>): Promise<string> {
  const id = randomUUID();
  const row = { id, committee_id: committee.id, version: 1, recorded_at: '2026-09-01T10:00:00Z', ...facts };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await api.sql(`insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`, Object.values(row));
  return id;
}

const tie = (table: string, facts: Readonly<Record<string, string>>): Promise<unknown> =>
  api.sql(
    `insert into ${table} (committee_id, ${Object.keys(facts).join(', ')}) values ($1, ${Object.keys(facts)
      .map((_, i) => `$${i + 2}`)
      .join(', ')})
     on conflict do nothing`,
    [committee.id, ...Object.values(facts)],
  );

/** The graph as the test knows it: what each row says of itself, and what is above it. */
class Thread {
  readonly own = new Map<string, Tier>();
  readonly above = new Map<string, Set<string>>();

  add(id: string, tier: Tier | null, ...above: readonly string[]): string {
    this.own.set(id, tier ?? { visibility: 'PUBLIC', restrictedGroupId: null });
    this.above.set(id, new Set(above));
    return id;
  }

  expected(id: string): { tier: number; groups: readonly string[] } {
    const seen = new Set([id]);
    for (const each of seen) for (const next of this.above.get(each) ?? []) seen.add(next);
    const { visibility, groupIds } = strictest([...seen].map((each) => this.own.get(each)!));
    return { tier: tiers.indexOf(visibility), groups: groupIds };
  }
}

const random = randomly(20260915);
const anyTier = (): Tier => {
  const visibility = random.one(tiers);
  return { visibility, restrictedGroupId: visibility === 'RESTRICTED' ? random.one(groups) : null };
};
const columns = ({ visibility, restrictedGroupId }: Tier) => ({ visibility, restricted_group_id: restrictedGroupId });
const few = <T>(items: readonly T[], count: number): T[] => Array.from({ length: count }, () => random.one(items));

async function randomThread(thread: Thread) {
  const made: Record<string, string[]> = {
    learning_source: [],
    finding: [],
    action: [],
    change_idea: [],
    recommendation: [],
    leaf: [],
  };
  const classified = async (table: string, facts: object, above: readonly string[] = []) => {
    const tier = anyTier();
    const id = await insert(table, { ...facts, ref: `T-${randomInt(1e12)}`, ...columns(tier) });
    made[table]?.push(thread.add(id, tier, ...above));
    return id;
  };
  for (let n = 0; n < 3; n += 1)
    await classified('learning_source', { kind: 'STAFF_SURVEY', title: 'T', status: 'REPORTED', marking: 'OFFICIAL' });
  for (const source of few(made.learning_source!, 5))
    await classified(
      'finding',
      { source_id: source, kind: 'FINDING', polarity: 'MIXED', level: 'NATIONAL', statement: 'S', status: 'RECORDED' },
      [source],
    );
  for (const source of few(made.learning_source!, 3)) {
    const id = await insert('recommendation', {
      source_id: source,
      ref: `T-${randomInt(1e12)}`,
      text: 'T',
      scope: 'NATIONAL',
      status: 'PROPOSED',
    });
    made.recommendation!.push(thread.add(id, null, source));
  }
  for (let n = 0; n < 5; n += 1)
    await classified('action', { title: 'T', change_type: 'TASK', origin: 'FINDING', status: 'DRAFT' });
  for (let n = 0; n < 3; n += 1) await classified('change_idea', { statement: 'S', status: 'PROPOSED' });
  for (const action of few(made.action!, 4))
    made.leaf!.push(
      thread.add(await insert('milestone', { action_id: action, position: made.leaf!.length + 1, title: 'T' }), null, action),
    );
  for (const idea of few(made.change_idea!, 3)) {
    const ramp = thread.add(
      await insert('pdsa_ramp', { change_idea_id: idea, number: made.leaf!.length + 1, title: 'T' }),
      null,
      idea,
    );
    const plan = { change_idea_id: idea, ramp_id: ramp, position: 1, status: 'PLANNING', recorded_after_the_fact: false };
    const cycle = thread.add(await insert('pdsa_cycle', plan), null, ramp);
    const question = thread.add(await insert('pdsa_question', { cycle_id: cycle, position: 1, text: 'T' }), null, cycle);
    const prediction = thread.add(await insert('prediction', { question_id: question, position: 1, text: 'T' }), null, question);
    made.leaf!.push(ramp, cycle, question, prediction);
  }
  return made;
}

const ties = [
  { table: 'recommendation_finding', lower: 'recommendation', upper: 'finding' },
  { table: 'action_finding', lower: 'action', upper: 'finding' },
  { table: 'action_recommendation', lower: 'action', upper: 'recommendation' },
  { table: 'action_change_idea', lower: 'change_idea', upper: 'action' },
] as const;

async function settled(thread: Thread): Promise<void> {
  const rows = await api.sql('select row_id as id, tier, group_ids as groups from item_tier where row_id = any($1)', [
    [...thread.own.keys()],
  ]);
  const kept = Object.fromEntries(rows.map(({ id, tier, groups: all }) => [id, { tier, groups: all }]));
  const expected = Object.fromEntries([...thread.own.keys()].map((id) => [id, thread.expected(id)]));
  expect(kept).toEqual(expected);
}

test('for random threads the database keeps what the rule says, after each link, change of tier and link taken away', async () => {
  for (let round = 0; round < 3; round += 1) {
    const thread = new Thread();
    const made = await randomThread(thread);
    await settled(thread);
    for (let step = 0; step < 25; step += 1) {
      const { table, lower, upper } = random.one(ties);
      const [below, over] = [random.one(made[lower]!), random.one(made[upper]!)];
      const before = thread.expected(below);
      await tie(table, { [`${lower}_id`]: below, [`${upper}_id`]: over });
      thread.above.get(below)!.add(over);
      expect(thread.expected(below).tier).toBeGreaterThanOrEqual(before.tier);
    }
    await settled(thread);
    for (let step = 0; step < 10; step += 1) {
      const table = random.one(['learning_source', 'finding', 'action', 'change_idea'] as const);
      const [id, tier] = [random.one(made[table]!), anyTier()];
      await api.sql(`update ${table} set visibility = $2, restricted_group_id = $3 where id = $1`, [
        id,
        tier.visibility,
        tier.restrictedGroupId,
      ]);
      thread.own.set(id, tier);
      await settled(thread);
    }
    const [source] = made.learning_source!;
    for (const finding of made.finding!) {
      const [of] = [...thread.above.get(finding)!];
      thread.above.get(finding)!.delete(of!);
      thread.above.get(finding)!.add(source!);
    }
    await api.sql('update finding set source_id = $2 where id = any($1)', [made.finding, source]);
    await settled(thread);
    await api.sql('delete from action_finding where action_id = any($1)', [made.action]);
    for (const action of made.action!) for (const finding of made.finding!) thread.above.get(action)!.delete(finding);
    await settled(thread);
  }
}, 120_000);

/** Free text that is not withheld, and why; everything else that people write on the thread is. */
const told: readonly string[] = ['ref', 'sha256', 'recipe'];

test('every text of the thread is withheld but references, hashes and words from a list', async () => {
  const rows = await api.sql(`select g.table_name as "table", a.attname as "column", m.columns
    from governance.tiered_table g join pg_attribute a on a.attrelid = g.oid and a.attnum > 0 and not a.attisdropped
      left join governance.masked_table m on m.table_name = g.table_name
    where a.atttypid = any(array['text', 'text[]', 'json', 'jsonb', 'varchar']::regtype[])
      and not exists (select from pg_constraint o where o.conrelid = a.attrelid and o.contype = 'c' and o.conkey = array[a.attnum]
        and pg_get_constraintdef(o.oid) like 'CHECK ((' || a.attname || ' = ANY (ARRAY[%')`);
  const open = rows.filter(({ column, columns: masked }) => !(masked as string[]).includes(String(column)));
  expect(new Set(open.map(({ column }) => String(column)))).toEqual(new Set(told));
  expect(rows.length).toBeGreaterThan(60);
});

test('a tie has no text, so that what an event tells of it is no reading', async () => {
  const ties = await api.sql(`select m.table_name from governance.masked_table m join governance.tiered_table g using (table_name)
    where not g.has_id and m.columns <> '{}'`);
  expect(ties).toEqual([]);
});

test('the classes say the same of what is withheld as the database', async () => {
  const masked = await api.sql('select table_name as "table", columns from governance.masked_table where columns <> $1', [[]]);
  const ofDatabase = Object.fromEntries(masked.map(({ table, columns: all }) => [table, [...(all as string[])].sort()]));
  const types = (entities as readonly RowType[]).filter((type) => type.isTiered && withholdableOf(type).length > 0);
  const ofClasses = types.map((type) => [snakeCase(type.name), withholdableOf(type).map(snakeCase).sort()]);
  const told = ofClasses.filter(([table]) => table !== 'event_change_row');
  expect(Object.fromEntries(told)).toEqual(ofDatabase);
  const tiered = await api.sql('select table_name as name from governance.tiered_table where has_id order by 1');
  const all = (entities as readonly RowType[]).filter((type) => type.isTiered).map((type) => snakeCase(type.name));
  expect(all.filter((name) => name !== 'event_change_row').sort()).toEqual(tiered.map(({ name }) => name));
});

test('every table is read through views, and a table that a later migration hangs on the thread is withheld with it', async () => {
  await api.sql(`create table late_note (id uuid primary key, committee_id uuid not null references committee, action_id uuid not null,
    words text not null, foreign key (committee_id, action_id) references action (committee_id, id))`);
  try {
    await api.sql('select governance.govern()');
    const [row] = await api.sql(`select columns from governance.masked_table where table_name = 'late_note'`);
    expect(row).toEqual({ columns: ['words'] });
    const missing = await api.sql(`select g.table_name, s.nspname from governance.governed_table g
      cross join pg_namespace s left join pg_class v on v.relnamespace = s.oid and v.relname = g.table_name and v.reloptions @> array['security_invoker=true']
      where s.nspname in ('masked', 'masked_as_at', 'outside', 'outside_as_at') and v.oid is null`);
    expect(missing).toEqual([]);
  } finally {
    await api.sql(
      'drop table late_note cascade; drop table history.late_note cascade; drop function history.keep_late_note(), governance.tiers_of_late_note()',
    );
    await api.sql('select governance.govern()');
  }
});
