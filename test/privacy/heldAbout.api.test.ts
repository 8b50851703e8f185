import { HeldAbout } from '../../src/store/heldAbout';
import type { Session } from '../../src/store/session';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeStrathfinella } from '../support/strathfinella';

/* All that is held about a member: found from the keys there are, so that a new table cannot be forgotten. */
let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  api.clock.now = new Date('2024-09-02T10:00:00Z');
  committee = await makeStrathfinella(api);
  api.clock.now = new Date('2026-11-25T10:00:00Z');
});
afterAll(() => api.close());

const idOf = async (role: 'LEAD_OFFICER' | 'CHAIR' | 'IMPROVEMENT_ADVISER' | 'MEMBER'): Promise<string> =>
  (await answered(committee.as(role)('{ viewer { member { id } } }'))).viewer.member.id;

const ASK = `query($id: ID!, $first: Int, $after: String) { heldAbout(memberId: $id) {
  member { id displayName } sections { typeName as count }
  items(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { typeName as sentence from until id facts { field value } } } } }`;

async function everything(asker: 'PRIVACY_STEWARD' | 'IMPROVEMENT_ADVISER' | 'LEAD_OFFICER', id: string): Promise<Shown[]> {
  const items: Shown[] = [];
  let after: string | null = null;
  do {
    const page: Shown = (await answered(committee.as(asker)(ASK, { id, first: 100, after }))).heldAbout.items;
    items.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (!after) expect(items).toHaveLength(page.totalCount);
  } while (after);
  return items;
}

test('every table with a key to a member is looked into: one row is planted in each and found', async () => {
  const keys = await api.sql(`select c.relname as t, a.attname as k from pg_constraint o join pg_class c on c.oid = o.conrelid
    join pg_attribute a on a.attrelid = o.conrelid and a.attnum = any(o.conkey) and a.attname <> 'committee_id'
    where o.contype = 'f' and o.confrelid = 'member'::regclass order by 1, 2`);
  expect(keys.length).toBeGreaterThan(20);
  const memberId = committee.actor('MEMBER').id;
  const found = await planted(keys as unknown as Key[], memberId);
  expect(keys.map(({ t, k }) => `${String(t)} ${String(k)}`).filter((key) => !found.includes(key))).toEqual([]);
});

interface Key {
  readonly t: string;
  readonly k: string;
}

class Undone extends Error {
  constructor(readonly found: readonly string[]) {
    super();
  }
}

/** Who may see what is read as it is today, so it has no versions. */
const WITHOUT_HISTORY = 'practice_sharing';

/** Plants a version of a row that names the member by each key, looks what is held, and undoes it. */
const planted = (keys: readonly Key[], memberId: string): Promise<readonly string[]> =>
  api.database.dataSource
    .transaction(async (manager) => {
      const other = committee.actor('CHAIR').id;
      for (const [owner, reader] of [
        [memberId, other],
        [other, memberId],
      ]) {
        await manager.query(
          `insert into practice_sharing (id, committee_id, version, recorded_at, owner_member_id, with_member_id)
           values (gen_random_uuid(), $1, 1, now(), $2, $3)`,
          [committee.id, owner, reader],
        );
      }
      for (const { t, k } of keys.filter((key) => key.t !== WITHOUT_HISTORY)) {
        await manager.query(
          `insert into history.${t} (id, committee_id, ${k}, valid_from) values (gen_random_uuid(), $2, $1, '2026-01-01')`,
          [memberId, committee.id],
        );
      }
      const session = { query: (sql: string, parameters: readonly unknown[] = []) => manager.query(sql, [...parameters]) };
      const sections = await (await HeldAbout.of(session as unknown as Session, memberId, committee.id)).sections();
      throw new Undone(sections.map(({ table, column }) => `${table} ${column}`));
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.found;
      throw error;
    });

test('a privacy steward is told of everything, in words and page by page; the counts agree', async () => {
  const id = await idOf('IMPROVEMENT_ADVISER');
  const items = await everything('PRIVACY_STEWARD', id);
  const { heldAbout } = await answered(committee.as('PRIVACY_STEWARD')(ASK, { id, first: 1 }));
  expect(heldAbout.member).toMatchObject({ id, displayName: 'Improvement adviser' });
  expect(heldAbout.sections.reduce((total: number, { count }: { count: number }) => total + count, 0)).toBe(items.length);
  expect(heldAbout.sections).toContainEqual(expect.objectContaining({ typeName: 'PdsaCycle', as: 'leadMember' }));
  expect(heldAbout.sections).toContainEqual(expect.objectContaining({ typeName: 'Event', as: 'actor' }));
  const cycle = items.find(({ typeName }) => typeName === 'PdsaCycle');
  expect(cycle.sentence).toMatch(/^The PDSA cycle .*names the member as lead member since \d+ \w+ 20\d\d\.$/);
  expect(cycle.facts).toContainEqual({ field: 'status', value: expect.any(String) });
  expect(items.map(({ from }) => from)).toEqual(items.map(({ from }) => from).sort());
});

test('whom somebody lets see their practice is told to themselves, and to the steward only that there is something', async () => {
  const id = await idOf('IMPROVEMENT_ADVISER');
  const shared = (items: Shown[]) => items.filter(({ typeName, as }) => typeName === 'PracticeSharing' && as === 'ownerMember');
  const own = shared(await everything('IMPROVEMENT_ADVISER', id));
  expect(own[0].facts).toContainEqual({ field: 'withMemberId', value: expect.any(String) });
  const told = shared(await everything('PRIVACY_STEWARD', id));
  expect(told).toHaveLength(own.length);
  expect(told[0].facts).toEqual([]);
});

test('who was named and is no longer is told with the time', async () => {
  const { actions } = await answered(committee.as('LEAD_OFFICER')('{ actions(first: 50) { nodes { id lead { id } } } }'));
  const led = actions.nodes.find(({ lead }: Shown) => lead);
  await api.sql('update action set lead_member_id = $2 where committee_id = $1', [committee.id, committee.actor('CHAIR').id]);
  const items = await everything('PRIVACY_STEWARD', led.lead.id);
  const named = items.find(({ typeName, as, id }) => typeName === 'Action' && as === 'leadMember' && id === led.id);
  expect(named.until).not.toBeNull();
  expect(named.sentence).toMatch(/ from .* to /);
});

test('a page costs as many statements as one row does', async () => {
  const id = await idOf('LEAD_OFFICER');
  const ask = (first: number) => committee.as('PRIVACY_STEWARD')(ASK, { id, first });
  const [one, many] = [await ask(1), await ask(150)];
  expect(many.data.heldAbout.items.nodes.length).toBeGreaterThan(40);
  expect(many.statements).toHaveLength(one.statements.length);
});

test('it is for nobody else, and another committee’s member is not there', async () => {
  const id = await idOf('CHAIR');
  for (const role of ['LEAD_OFFICER', 'AUDITOR', 'ADMIN', 'PARTNER_VIEWER'] as const) {
    expect((await refusal(committee.as(role)(ASK, { id, first: 1 }))).code).toBe('FORBIDDEN');
  }
  expect((await everything('LEAD_OFFICER', await idOf('LEAD_OFFICER'))).length).toBeGreaterThan(10);
  const other = await api.newCommittee();
  expect((await refusal(other.as('PRIVACY_STEWARD')(ASK, { id, first: 1 }))).code).toBe('NOT_FOUND');
  expect((await refusal(committee.as('PRIVACY_STEWARD')(ASK, { id, first: 999 }))).code).toBe('BAD_USER_INPUT');
  expect((await refusal(committee.as('PRIVACY_STEWARD')(ASK, { id, first: 1, after: 'x' }))).code).toBe('BAD_USER_INPUT');
});
