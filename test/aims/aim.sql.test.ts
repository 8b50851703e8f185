import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAim, makeDriver, makeIdea, uuidOf } from './aimMaking';

/* What the database itself refuses, whoever writes. */
let api: TestApi;
let committee: TestCommittee;
let stranger: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  [committee, stranger] = [await api.newCommittee(), await api.newCommittee()];
});
afterAll(() => api.close());

const aimOf = async (owner: TestCommittee) => uuidOf((await makeAim(owner)).id);

const insertDriver = (committeeId: string, aimId: string) =>
  api.sql(
    `insert into driver (id, committee_id, version, recorded_at, aim_id, kind, statement, position)
     values (gen_random_uuid(), $1, 1, '2026-01-01T00:00:00Z', $2, 'PRIMARY', 'By hand', 1)`,
    [committeeId, aimId],
  );

const insertLink = (aimId: string, parent: readonly [string, string], child: readonly [string, string]) =>
  api.sql(
    `insert into driver_link (committee_id, aim_id, parent_driver_id, parent_kind, child_driver_id, child_kind) values ($1, $2, $3, $4, $5, $6)`,
    [committee.id, aimId, ...parent, ...child],
  );

test('a driver of another committee’s aim is refused', async () => {
  const aimId = await aimOf(committee);
  await expect(insertDriver(stranger.id, aimId)).rejects.toMatchObject({ code: '23503' });
  await insertDriver(committee.id, aimId);
});

test('drivers are tied within one aim, from primary to secondary', async () => {
  const [aim, other] = [await makeAim(committee), await makeAim(committee)];
  const [upper, foreign] = [await makeDriver(committee, { aimId: aim.id }), await makeDriver(committee, { aimId: other.id })];
  const lower = await makeDriver(committee, { aimId: aim.id, kind: 'SECONDARY', parentDriverIds: [upper.id] });
  const [aimId, otherId] = [uuidOf(aim.id), uuidOf(other.id)];
  const child = [uuidOf(lower.id), 'SECONDARY'] as const;
  await expect(insertLink(aimId, [uuidOf(foreign.id), 'PRIMARY'], child)).rejects.toMatchObject({ code: '23503' });
  await expect(insertLink(otherId, [uuidOf(foreign.id), 'PRIMARY'], child)).rejects.toMatchObject({ code: '23503' });
  await expect(insertLink(aimId, child, child)).rejects.toMatchObject({ code: '23514' });
  await expect(insertLink(aimId, [uuidOf(lower.id), 'PRIMARY'], child)).rejects.toMatchObject({ code: '23503' });
});

test.each(['NaN', 'Infinity', '-Infinity'])('%s is no target', async (number) => {
  const id = await aimOf(committee);
  await expect(api.sql('update aim set target_value = $2::float8 where id = $1', [id, number])).rejects.toMatchObject({
    code: '23514',
  });
  await expect(api.sql('update aim set baseline_value = $2::float8 where id = $1', [id, number])).rejects.toMatchObject({
    code: '23514',
  });
});

test('the owner of an aim is of its own committee', async () => {
  const id = await aimOf(committee);
  const owner = stranger.actor('CHAIR').id;
  await expect(api.sql('update aim set owner_member_id = $2 where id = $1', [id, owner])).rejects.toMatchObject({
    code: '23503',
  });
});

test('an abandoned idea has its learning, an implemented one its belief, and neither serves a stranger’s driver', async () => {
  const id = uuidOf((await makeIdea(committee)).id);
  await expect(api.sql(`update change_idea set status = 'ABANDONED' where id = $1`, [id])).rejects.toMatchObject({
    constraint: 'change_idea_learning',
  });
  await expect(api.sql(`update change_idea set status = 'IMPLEMENTING' where id = $1`, [id])).rejects.toMatchObject({
    constraint: 'change_idea_belief',
  });
  const driver = uuidOf((await makeDriver(stranger, { aimId: (await makeAim(stranger)).id })).id);
  const tie = 'insert into change_idea_driver (committee_id, change_idea_id, driver_id) values ($1, $2, $3)';
  await expect(api.sql(tie, [committee.id, id, driver])).rejects.toMatchObject({ code: '23503' });
  await expect(api.sql(tie, [stranger.id, id, driver])).rejects.toMatchObject({ code: '23503' });
});
