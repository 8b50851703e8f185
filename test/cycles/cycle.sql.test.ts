import { randomUUID } from 'node:crypto';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeCycle, makeRamp, rawIdOf, runCycle, say, step, type MadeCycle, type MadeRamp } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;
let ramp: MadeRamp;
let cycle: MadeCycle;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
  ramp = await makeRamp(committee);
  cycle = await makeCycle(committee, ramp.id);
});
afterAll(() => api.close());

const changes: readonly (readonly [string, string])[] = [
  ['change a question', `update pdsa_question set text = 'Other' where cycle_id = $1`],
  ['remove a task', 'delete from pdsa_task where cycle_id = $1'],
  ['change planned data', `update planned_data set how = 'Other' where cycle_id = $1`],
  [
    'change a prediction',
    `update prediction set lower = 1 where question_id in (select id from pdsa_question where cycle_id = $1)`,
  ],
  ['remove a prediction', 'delete from prediction where question_id in (select id from pdsa_question where cycle_id = $1)'],
  [
    'add a question',
    `insert into pdsa_question (id, committee_id, version, recorded_at, cycle_id, position, text)
     select gen_random_uuid(), committee_id, 1, recorded_at, id, 9, 'Late?' from pdsa_cycle where id = $1`,
  ],
  [
    'add a prediction',
    `insert into prediction (id, committee_id, version, recorded_at, question_id, position, text)
     select gen_random_uuid(), committee_id, 1, recorded_at, id, 9, 'Hindsight' from pdsa_question where cycle_id = $1`,
  ],
  [
    'add a task',
    `insert into pdsa_task (id, committee_id, version, recorded_at, cycle_id, position, what)
     select gen_random_uuid(), committee_id, 1, recorded_at, id, 9, 'Late' from pdsa_cycle where id = $1`,
  ],
  ...['objective', 'intent', 'scale', 'staff', 'planned_on', 'do_started_on', 'do_started_at', 'lowers_statutory_safeguard'].map(
    (column) => [`change ${column}`, `update pdsa_cycle set ${column} = null where id = $1`] as const,
  ),
  ['move it in its ramp', 'update pdsa_cycle set position = 7 where id = $1'],
  ['remove the cycle', 'delete from pdsa_cycle where id = $1'],
];

test.each(changes)('direct SQL cannot %s once Do has started', async (_, sql) => {
  await step(committee, 'startCycle', cycle);
  await expect(api.sql(sql, [rawIdOf(cycle)])).rejects.toMatchObject({ code: 'P0001', constraint: 'cycle.frozen' });
});

test('direct SQL can change the plan of a cycle that has not started', async () => {
  const isPartOfPlan = ([name]: readonly [string, string]): boolean =>
    /question|prediction|task|planned data|objective/.test(name);
  for (const [, sql] of changes.filter(isPartOfPlan)) await expect(api.sql(sql, [rawIdOf(cycle)])).resolves.toBeDefined();
});

test('a question cannot be moved out of a started cycle, nor into one', async () => {
  const other = await makeCycle(committee, ramp.id);
  await step(committee, 'startCycle', cycle);
  const move = 'update pdsa_question set cycle_id = $2, position = 8 where cycle_id = $1';
  for (const pair of [
    [cycle, other],
    [other, cycle],
  ]) {
    await expect(api.sql(move, pair.map(rawIdOf))).rejects.toMatchObject({ constraint: 'cycle.frozen' });
  }
});

test.each(['PLANNING', 'ACTING', 'CANCELLED'])('direct SQL cannot take a started cycle to %s', async (status) => {
  await step(committee, 'startCycle', cycle);
  const change = 'update pdsa_cycle set status = $2 where id = $1';
  await expect(api.sql(change, [rawIdOf(cycle), status])).rejects.toMatchObject({ constraint: 'cycle.transition' });
});

test('a closed cycle stays as it is', async () => {
  await runCycle(committee, cycle, { decision: 'ADAPT' });
  for (const change of [`learning = 'Other'`, `decision = 'ADOPT'`, 'version = version + 1']) {
    const sql = `update pdsa_cycle set ${change} where id = $1`;
    await expect(api.sql(sql, [rawIdOf(cycle)])).rejects.toMatchObject({ constraint: 'cycle.closed' });
  }
});

test('what was seen, compared and added is never changed or removed', async () => {
  await runCycle(committee, cycle, { decision: 'ADAPT' });
  await say(committee, 'addAddendum', { cycleId: cycle.id, text: 'More' });
  for (const table of ['observation', 'prediction_comparison', 'cycle_addendum']) {
    const appendOnly = { code: 'P0001', constraint: 'cycle.appendOnly' };
    await expect(api.sql(`delete from ${table} where committee_id = $1`, [committee.id])).rejects.toMatchObject(appendOnly);
    await expect(api.sql(`update ${table} set version = 2 where committee_id = $1`, [committee.id])).rejects.toMatchObject(
      appendOnly,
    );
  }
});

const copy = `insert into pdsa_cycle (id, committee_id, version, recorded_at, change_idea_id, ramp_id, position, status, recorded_after_the_fact)
  select gen_random_uuid(), coalesce($2::uuid, committee_id), 1, recorded_at, change_idea_id, ramp_id, $3::int, $4, false from pdsa_cycle where id = $1`;

test('a second cycle with the same place in a ramp cannot exist', async () => {
  const twice = api.sql(copy, [rawIdOf(cycle), null, cycle.position, 'PLANNING']);
  await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'pdsa_cycle_ramp_id_position_key' });
});

test('a cycle begins with its plan', async () => {
  await expect(api.sql(copy, [rawIdOf(cycle), null, 5, 'CLOSED'])).rejects.toMatchObject({ constraint: 'cycle.transition' });
});

test('days out of order, a lowered safeguard and a decision without a close are refused', async () => {
  const set = (what: string) => api.sql(`update pdsa_cycle set ${what} where id = $1`, [rawIdOf(cycle)]);
  await expect(set(`studied_on = planned_on - 1`)).rejects.toMatchObject({ constraint: 'cycle.dates' });
  await expect(set('lowers_statutory_safeguard = true')).rejects.toMatchObject({ constraint: 'cycle.safeguard' });
  await expect(set(`decision = 'ADOPT'`)).rejects.toMatchObject({ constraint: 'cycle.decision' });
  await expect(set(`status = 'DOING'`)).rejects.toMatchObject({ constraint: 'cycle.started' });
  await expect(set(`status = 'CANCELLED'`)).rejects.toMatchObject({ constraint: 'cycle.cancelled' });
});

test('no child of a cycle belongs to another committee', async () => {
  const stranger = await api.newCommittee();
  const theirs = await makeCycle(stranger, (await makeRamp(stranger)).id);
  const foreignKey = { code: '23503' };
  await expect(api.sql(copy, [rawIdOf(cycle), stranger.id, 2, 'PLANNING'])).rejects.toMatchObject(foreignKey);
  const children = [
    ['pdsa_question', 'cycle_id', `position, text`, `8, 'x'`],
    ['pdsa_task', 'cycle_id', `position, what`, `8, 'x'`],
    ['planned_data', 'cycle_id', `position, what`, `8, 'x'`],
    ['observation', 'cycle_id', `position, text, was_expected`, `8, 'x', true`],
  ];
  for (const [table, key, columns, values] of children) {
    const sql = `insert into ${table} (id, committee_id, version, recorded_at, ${key}, ${columns}) values ($1, $2, 1, '2026-01-01', $3, ${values})`;
    await expect(api.sql(sql, [randomUUID(), stranger.id, rawIdOf(cycle)])).rejects.toMatchObject(foreignKey);
  }
  const prediction = `insert into prediction (id, committee_id, version, recorded_at, question_id, position, text)
    select gen_random_uuid(), $2, 1, recorded_at, id, 9, 'x' from pdsa_question where cycle_id = $1`;
  const comparison = `insert into prediction_comparison (id, committee_id, version, recorded_at, prediction_id, verdict)
    select gen_random_uuid(), $2, 1, p.recorded_at, p.id, 'MET' from prediction p join pdsa_question q on q.id = p.question_id where q.cycle_id = $1`;
  const addendum = `insert into cycle_addendum (id, committee_id, version, recorded_at, cycle_id, author_id, text)
    values (gen_random_uuid(), $2, 1, '2026-01-01', $1, '${stranger.actor('MEMBER').id}', 'x')`;
  for (const sql of [prediction, comparison, addendum]) {
    await expect(api.sql(sql, [rawIdOf(cycle), stranger.id])).rejects.toMatchObject(foreignKey);
  }
  const link = 'insert into pdsa_cycle_predecessor (committee_id, cycle_id, predecessor_id) values ($1, $2, $3)';
  await expect(api.sql(link, [committee.id, rawIdOf(cycle), rawIdOf(theirs)])).rejects.toMatchObject(foreignKey);
});
