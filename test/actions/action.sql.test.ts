import { randomInt, randomUUID } from 'node:crypto';
import { startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeApprovedAction, makeFinding } from '../support/make';

/* What the database itself refuses, whoever writes. */
let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const uuidOf = (globalId: string): string => Buffer.from(globalId, 'base64url').toString().split(':')[1] ?? '';

const insertAction = (facts: Record<string, unknown>): Promise<unknown> => {
  const row = {
    id: randomUUID(),
    committee_id: committee.id,
    version: 1,
    recorded_at: '2026-01-01T00:00:00Z',
    ref: `X-${randomInt(1e12)}`,
    title: 'Written by hand',
    intended_outcome: 'Something',
    change_type: 'TASK',
    origin: 'FINDING',
    status: 'APPROVED',
    lead_agency_id: uuidOf(committee.agencyIds[0] ?? ''),
    lead_role: 'Manager',
    original_due_on: '2026-12-31',
    due_on: '2026-12-31',
    ...facts,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  return api.sql(`insert into action (${names.join(', ')}) values (${places})`, Object.values(row));
};

test('an approved action without a finding is refused', async () => {
  await expect(insertAction({})).rejects.toMatchObject({ constraint: 'action.orphan' });
  await expect(insertAction({ origin: 'PLANNED_PRIORITY', origin_reason: ' ' })).rejects.toMatchObject({
    constraint: 'action.orphan',
  });
  await insertAction({ origin: 'PLANNED_PRIORITY', origin_reason: 'Asked for by the chief officers' });
  await insertAction({ status: 'PROPOSED' });
});

test('the last finding of an approved action cannot be taken away', async () => {
  const action = await makeApprovedAction(committee);
  await expect(api.sql('delete from action_finding where action_id = $1', [uuidOf(action.id)])).rejects.toMatchObject({
    constraint: 'action.orphan',
  });
  await expect(
    api.sql(`update action set origin_reason = null, origin = 'PLANNED_PRIORITY' where id = $1`, [uuidOf(action.id)]),
  ).rejects.toMatchObject({
    constraint: 'action.orphan',
  });
});

test('a due date has its original, the original never changes, and a new date needs its reason', async () => {
  await expect(insertAction({ status: 'PROPOSED', original_due_on: null })).rejects.toMatchObject({
    constraint: 'action_due_date_has_original',
  });
  const id = uuidOf((await makeApprovedAction(committee)).id);
  await expect(api.sql(`update action set original_due_on = '2027-01-31' where id = $1`, [id])).rejects.toMatchObject({
    constraint: 'action.originalDueDate',
  });
  await expect(api.sql(`update action set due_on = '2027-01-31' where id = $1`, [id])).rejects.toMatchObject({
    constraint: 'action.dueDateChange',
  });
});

test('nothing of another committee can be tied to an action', async () => {
  const other = await api.newCommittee();
  const action = await makeApprovedAction(committee);
  const foreign = await makeFinding(other);
  for (const owner of [committee.id, other.id]) {
    await expect(
      api.sql('insert into action_finding (committee_id, action_id, finding_id) values ($1, $2, $3)', [
        owner,
        uuidOf(action.id),
        uuidOf(foreign.id),
      ]),
    ).rejects.toMatchObject({ code: '23503' });
  }
  await expect(insertAction({ status: 'PROPOSED', lead_agency_id: uuidOf(other.agencyIds[0] ?? '') })).rejects.toMatchObject({
    code: '23503',
  });
});

test.each(['progress_update', 'evidence_item', 'due_date_change', 'sign_off', 'finding_assurance'])(
  'what stands in %s is never changed or removed',
  async (table) => {
    const triggers = await api.sql(`select tgname from pg_trigger where tgrelid = $1::regclass and tgname = $2`, [
      table,
      `${table}_append_only`,
    ]);
    expect(triggers).toHaveLength(1);
  },
);

test('evidence cannot be changed or removed', async () => {
  const action = await makeApprovedAction(committee);
  const evidence = [randomUUID(), committee.id, uuidOf(action.id)];
  await api.sql(
    `insert into evidence_item (id, committee_id, version, recorded_at, action_id, kind, description, dated_on, impact_level)
     values ($1, $2, 1, '2026-01-01T00:00:00Z', $3, 'AUDIT', 'An audit', '2026-01-01', 1)`,
    evidence,
  );
  await expect(api.sql('update evidence_item set impact_level = 5 where id = $1', [evidence[0]])).rejects.toMatchObject({
    constraint: 'record.appendOnly',
  });
  await expect(api.sql('delete from evidence_item where id = $1', [evidence[0]])).rejects.toMatchObject({
    constraint: 'record.appendOnly',
  });
});
