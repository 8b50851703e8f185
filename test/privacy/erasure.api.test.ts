import { verifyHistory } from '../../src/store/verifyHistory';
import type { Role } from '../../src/access/roles';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeFinding, makeSource } from '../support/make';

/* What is erased is nowhere any more, and what is left can be proved all the same. */
let api: TestApi;
let committee: TestCommittee;

let canary: string;
let told = 0;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
  canary = `The canary ${committee.id.replace(/[^a-f]/g, '')} sang on floor ${(told += 1)} of the blue house`;
});
afterAll(() => api.close());

const say = (role: Role, verb: string, type: string, input: object, fields = 'quarantine { id version status }') =>
  committee.as(role)(`mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input });

interface Held {
  id: string;
  version: number;
  status: string;
}

async function quarantined(id: string, fieldName: string): Promise<Held> {
  const input = { id, fieldName, reason: 'CHILD' };
  return (await answered(say('PRIVACY_STEWARD', 'quarantineText', 'QuarantineTextInput', input))).quarantineText.quarantine;
}

async function asked({ id, version }: Held): Promise<Held> {
  const input = { id, version, ground: 'NEVER_ALLOWED' };
  return (await answered(say('PRIVACY_STEWARD', 'askErasure', 'AskErasureInput', input))).askErasure.quarantine;
}

const confirm = (role: Role, { id, version }: Held) => say(role, 'confirmErasure', 'ConfirmErasureInput', { id, version });

async function erased(id: string, fieldName: string): Promise<Held> {
  const held = await asked(await quarantined(id, fieldName));
  return (await answered(confirm('CHAIR', held))).confirmErasure.quarantine;
}

/** Every table and every history in which the words still stand. */
async function whereabouts(words: string): Promise<string[]> {
  const tables = await api.sql(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'history') and c.relkind = 'r' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [held] = await api.sql(`select 1 from ${String(name)} t where position($1 in to_jsonb(t)::text) > 0 limit 1`, [words]);
    if (held) found.push(String(name));
  }
  return found;
}

const problems = async () => (await verifyHistory(api.database, { committeeId: committee.id })).problems;

test('an erased text is in no row, version, event or receipt; the chain holds and counts it', async () => {
  const { id: sourceId } = await makeSource(committee);
  const record = 'mutation($input: RecordFindingInput!) { recordFinding(input: $input) { finding { id version } } }';
  const input = { sourceId, polarity: 'CONCERN', statement: canary, why: 'Too few rooms', clientMutationId: 'one' };
  const { recordFinding } = await answered(committee.as('LEAD_OFFICER')(record, { input }));
  const { id } = recordFinding.finding;
  await answered(
    committee.as('CHAIR')(
      'mutation($id: ID!) { respondToFinding(input: { id: $id, version: 1, answer: ACCEPTED }) { finding { id } } }',
      { id },
    ),
  );
  expect(await whereabouts(canary)).toEqual(['history.finding', 'public.event_change', 'public.finding', 'public.receipt']);
  const head = async () => await api.sql('select seq, hash from event where committee_id = $1 order by seq', [committee.id]);
  const before = await head();
  expect(await erased(id, 'statement')).toMatchObject({ status: 'ERASED' });
  expect(await whereabouts(canary)).toEqual([]);
  expect((await head()).slice(0, before.length)).toEqual(before);
  expect(await problems()).toEqual([]);
  const { heads } = await verifyHistory(api.database, { committeeId: committee.id });
  const [{ name }] = (await api.sql('select name from committee where id = $1', [committee.id])) as [{ name: string }];
  expect(heads.find((each) => each.committee === name)).toMatchObject({ erased: 1 });
  // What else was said of it is still there, and told.
  expect(await api.sql('select why, status from finding where committee_id = $1', [committee.id])).toEqual([
    { why: 'Too few rooms', status: 'ACCEPTED' },
  ]);
  expect(await refusal(committee.as('LEAD_OFFICER')(record, { input }))).toMatchObject({ rule: 'receipt.erased' });
});

test('who asked, who confirmed, on what ground and which text is kept, and never changed', async () => {
  const { id } = await makeFinding(committee, { statement: canary });
  await erased(id, 'statement');
  const ask = `{ erasures { nodes { ground askedBy { displayName } confirmedBy { displayName } texts { places { typeName fieldName of { id } } } } } }`;
  const { erasures } = await answered(committee.as('AUDITOR')(ask));
  expect(erasures.nodes).toEqual([
    {
      ground: 'NEVER_ALLOWED',
      askedBy: { displayName: 'PRIVACY_STEWARD' },
      confirmedBy: { displayName: 'CHAIR' },
      texts: [{ places: [{ typeName: 'Finding', fieldName: 'statement', of: { id } }] }],
    },
  ]);
  for (const table of ['erasure', 'erased_text', 'erased_change'])
    await expect(api.sql(`delete from ${table} where committee_id = $1`, [committee.id])).rejects.toMatchObject({
      constraint: 'erasure.kept',
    });
});

test('nobody confirms what they asked for; a declined erasure leaves the text withheld', async () => {
  const { id } = await makeFinding(committee, { statement: canary });
  const held = await asked(await quarantined(id, 'statement'));
  expect(await refusal(confirm('PRIVACY_STEWARD', held))).toMatchObject({ rule: 'erasure.twoPeople' });
  const { id: quarantineId, version } = held;
  const declined = await answered(say('CHAIR', 'declineErasure', 'DeclineErasureInput', { id: quarantineId, version }));
  expect(declined.declineErasure.quarantine).toMatchObject({ status: 'WITHHELD' });
  expect(await refusal(confirm('CHAIR', declined.declineErasure.quarantine))).toMatchObject({ rule: 'erasure.asked' });
  expect(await whereabouts(canary)).toContain('public.finding');
});

test('what its author wrote instead stays', async () => {
  const { id } = await makeSource(committee, { title: canary });
  const held = await quarantined(id, 'title');
  await api.sql(`update learning_source set title = 'Audit 2026' where committee_id = $1`, [committee.id]);
  await answered(confirm('CHAIR', await asked(held)));
  expect(await whereabouts(canary)).toEqual([]);
  expect(await api.sql('select title from learning_source where committee_id = $1', [committee.id])).toEqual([
    { title: 'Audit 2026' },
  ]);
  expect(
    await api.sql('select title from history.learning_source where committee_id = $1 order by valid_from', [committee.id]),
  ).toEqual([{ title: '[erased]' }, { title: 'Audit 2026' }]);
  expect(await problems()).toEqual([]);
});

test('a second erasure of the same row holds as well, also in the same moment', async () => {
  for (const words of ['one', 'two', 'three', 'four', 'five']) {
    const { id } = await makeFinding(committee, { statement: `${canary}, ${words}`, why: `${canary}, and again` });
    await erased(id, 'why');
    expect(await whereabouts(`${canary}, and again`)).toEqual([]);
    await erased(id, 'statement');
    expect(await whereabouts(canary)).toEqual([]);
  }
  expect(await problems()).toEqual([]);
});

test('the triggers of a table stand as they did', async () => {
  const states = () =>
    api.sql(`select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`);
  const before = await states();
  const { id } = await makeFinding(committee, { statement: canary });
  await erased(id, 'statement');
  expect(await states()).toEqual(before);
});

test('the service’s own role erases nothing without a record of this very change', async () => {
  const { id } = await makeFinding(committee, { statement: canary });
  await erased(id, 'statement');
  const [erasure] = await api.sql('select id from erasure where committee_id = $1', [committee.id]);
  const other = await makeFinding(committee, { statement: canary });
  expect(other.id).not.toBe(id);
  const { committeeId, id: actor } = committee.actor('CHAIR');
  const asService = (sql: string) =>
    api.database.dataSource.transaction(async (manager) => {
      await manager.query(`set local role golden_thread_app; set local app.committee = '${committeeId}'; set local app.actor = '${actor}';
        set local app.erasing = 'on'; set local app.maintenance = 'on'`);
      return manager.query<object[]>(sql);
    });
  const ids = 'array(select id from finding)';
  await expect(
    asService(`select governance.erase_texts('${String(erasure?.id)}', 'finding', ${ids}, null, null)`),
  ).rejects.toMatchObject({ constraint: 'erasure.recorded' });
  await expect(asService(`update event_change set salt = null`)).rejects.toThrow('permission denied');
  expect(await whereabouts(canary)).toContain('public.finding');
});

test.each([
  ['a field that is none', { fieldName: 'colour' }, 'quarantine.field'],
  ['a field with a choice', { fieldName: 'status' }, 'quarantine.field'],
  ['a reference', { fieldName: 'ref' }, 'quarantine.field'],
  ['an empty field', { fieldName: 'why' }, 'quarantine.nothing'],
  ['another reason without a note', { fieldName: 'statement', reason: 'OTHER' }, 'quarantine.note'],
])('%s is refused', async (_, more, rule) => {
  const { id } = await makeFinding(committee, { statement: canary });
  expect(
    await refusal(say('PRIVACY_STEWARD', 'quarantineText', 'QuarantineTextInput', { id, reason: 'CHILD', ...more })),
  ).toMatchObject({
    rule,
  });
});
