import { createHash } from 'node:crypto';
import { everyone as allRoles, type Role } from '../../src/access/roles';
import { issueToken } from '../../src/access/tokens';
import type { FailureLine } from '../../src/graphql/formatError';
import { fromGlobalId, toGlobalId } from '../../src/kernel/globalId';
import { createLog } from '../../src/ops/log';
import { ISSUE, issueFor, issueKey, type Issued, linkAccount } from '../support/access';
import { answered, refusal, startApi, testSecret, type TestApi, type TestCommittee } from '../support/api';
import { listening, type Listening, whoAmI } from '../support/door';

let api: TestApi;
let http: Listening;
let committee: TestCommittee;
const logged: string[] = [];

beforeAll(async () => {
  const log = createLog(
    'debug',
    () => new Date(0),
    (_level, line) => logged.push(line),
  );
  api = await startApi({ log: ({ event, ...details }: FailureLine) => log.error(event, details) });
  http = await listening(api.app);
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(async () => {
  await http.stop();
  await api.close();
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const lastUse = async ({ id }: Issued) =>
  (await answered(committee.as('ADMIN')('query($id: ID!) { node(id: $id) { ... on ServiceKey { lastUsedOn } } }', { id }))).node
    .lastUsedOn as string | null;

test('a key signs a dashboard in as a bearer token, and by Basic authentication with its id', async () => {
  const { key, keyId } = await issueKey(committee);
  expect(key).toMatch(/^gtk_[0-9a-f]{32}_[\w-]{43}$/);
  const basic = { authorization: `Basic ${Buffer.from(`${keyId}:${key}`).toString('base64')}` };
  for (const headers of [bearer(key), basic]) {
    const answer = await http.post(headers, '{ viewer { role serviceAccount { displayName } committee { id } } }');
    expect(await answer.json()).toEqual({
      data: {
        viewer: {
          role: 'PARTNER_VIEWER',
          serviceAccount: { displayName: 'Dashboard' },
          committee: { id: committee.globalId },
        },
      },
      extensions: expect.anything(),
    });
  }
});

test('only the hash of a key is kept', async () => {
  const { key, keyId } = await issueKey(committee);
  const [row] = await api.sql('select * from service_key where key_id = $1', [keyId]);
  expect(row).toMatchObject({ key_hash: sha256(key) });
  expect(JSON.stringify(row)).not.toContain(key.slice(-43));
});

test('a key is shown once: a repeated request gives the same answer without it, and no receipt has it', async () => {
  const added = await answered(
    committee.as('ADMIN')(
      'mutation { addServiceAccount(input: { displayName: "D", role: PARTNER_VIEWER }) { serviceAccount { id } } }',
    ),
  );
  const input = {
    ...{ serviceAccountId: added.addServiceAccount.serviceAccount.id, purpose: 'Report', expiresOn: '2027-01-31' },
    clientMutationId: 'once',
  };
  const first = (await answered(committee.as('ADMIN')(ISSUE, { input }))).issueServiceKey;
  const repeated = (await answered(committee.as('ADMIN')(ISSUE, { input }))).issueServiceKey;
  expect(repeated).toEqual({ ...first, key: null });
  expect(await api.sql('select count(*)::int as count from service_key where committee_id = $1', [committee.id])).toEqual([
    { count: 1 },
  ]);
  expect(JSON.stringify(await api.sql('select * from receipt where committee_id = $1', [committee.id]))).not.toContain(
    first.key.slice(-43),
  );
});

test('a key is nowhere in the log, the errors or the statements, whatever goes wrong with it', async () => {
  const { key, keyId } = await issueKey(committee);
  const secret = key.slice(-43);
  const answers = [
    await http.post(bearer(key), '{ nothing }'),
    await http.post(bearer(key), `{ committee(id: "${key.slice(0, 20)}") { id } }`),
    await http.post(bearer(`${key}x`)),
    await http.post({ authorization: `Basic ${Buffer.from(`x:${key}`).toString('base64')}` }),
    await http.post({ ...bearer(key), 'x-committee': 'elsewhere' }),
  ];
  // A fault of ours while it signs in: the table is gone for a moment.
  await api.sql('alter table service_key rename to service_key_away');
  answers.push(await http.post(bearer(key)));
  await api.sql('alter table service_key_away rename to service_key');
  expect(answers.at(-1)?.status).toBe(500);
  expect(logged).toHaveLength(1);
  const said = [...logged, ...(await Promise.all(answers.map((answer) => answer.text())))].join('\n');
  for (const hidden of [secret, Buffer.from(`${keyId}:${key}`).toString('base64'), sha256(key)])
    expect(said).not.toContain(hidden);
  const { statements } = await committee.as('CHAIR')(whoAmI);
  expect(statements.join()).not.toContain(secret);
});

test('the hash of a key cannot be asked for', async () => {
  const { id } = await issueKey(committee);
  const { errors } = await committee.as('ADMIN')('query($id: ID!) { node(id: $id) { ... on ServiceKey { keyHash } } }', { id });
  expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('a key is refused from the day after its last, and at once when it is revoked', async () => {
  const issued = await issueKey(committee, { expiresOn: '2026-09-20' });
  api.clock.now = new Date('2026-09-20T22:00:00Z');
  expect((await http.post(bearer(issued.key))).status).toBe(200);
  api.clock.now = new Date('2026-09-20T23:30:00Z');
  expect((await http.post(bearer(issued.key))).status).toBe(401);
  const other = await issueKey(committee);
  const revoke = () =>
    committee.as('ADMIN')(
      'mutation($input: RevokeServiceKeyInput!) { revokeServiceKey(input: $input) { serviceKey { version revokedAt revokedReason } } }',
      {
        input: { id: other.id, version: other.version, reason: 'It was seen in a mail' },
      },
    );
  expect((await http.post(bearer(other.key))).status).toBe(200);
  expect((await answered(revoke())).revokeServiceKey.serviceKey).toMatchObject({
    version: 2,
    revokedReason: 'It was seen in a mail',
  });
  expect((await http.post(bearer(other.key))).status).toBe(401);
  expect((await refusal(revoke())).code).toBe('STALE');
});

test('the last use is told by the day, written once a day, and makes no new version', async () => {
  const issued = await issueKey(committee);
  expect(await lastUse(issued)).toBeNull();
  await http.post(bearer(issued.key));
  expect(await lastUse(issued)).toBe('2026-09-15');
  const [before] = await api.sql(
    'select u.xmin::text from service_key_use u join service_key k on k.id = u.id where k.key_id = $1',
    [issued.keyId],
  );
  await Promise.all(Array.from({ length: 5 }, () => http.post(bearer(issued.key))));
  expect(
    await api.sql('select u.xmin::text from service_key_use u join service_key k on k.id = u.id where k.key_id = $1', [
      issued.keyId,
    ]),
  ).toEqual([before]);
  api.clock.now = new Date('2026-09-16T10:00:00Z');
  await http.post(bearer(issued.key));
  expect(await lastUse(issued)).toBe('2026-09-16');
  expect(await api.sql('select version from service_key where key_id = $1', [issued.keyId])).toEqual([{ version: 1 }]);
});

test('a refused key is not used', async () => {
  const issued = await issueKey(committee);
  await http.post(bearer(issued.key.slice(0, -1) + (issued.key.endsWith('A') ? 'B' : 'A')));
  expect(await lastUse(issued)).toBeNull();
});

test('a key with a list of documents asks these and no others, to the last blank', async () => {
  const { key } = await issueKey(committee, { trustedDocuments: [{ sha256: sha256(whoAmI) }, { sha256: sha256(whoAmI) }] });
  expect((await http.post(bearer(key), whoAmI)).status).toBe(200);
  const others = [`${whoAmI} `, '{ __typename }', '{ __schema { types { name } } }', '{', '{ nothing }', 'mutation { x }'];
  for (const document of others) {
    const answer = await http.post(bearer(key), document);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      {
        errors: [
          {
            message: 'This key may only ask the documents it was issued for, and this is not one of them.',
            extensions: { code: 'FORBIDDEN', rule: 'document.notTrusted' },
          },
        ],
      },
    ]);
  }
});

test('a report tool asks with GET and Basic, and a listed document by that way too, alone', async () => {
  const { key, keyId } = await issueKey(committee, { trustedDocuments: [{ sha256: sha256(whoAmI) }] });
  const basic = { authorization: `Basic ${Buffer.from(`${keyId}:${key}`).toString('base64')}` };
  const listed = new URLSearchParams({ query: whoAmI }).toString();
  const other = new URLSearchParams({ query: '{ __typename }' }).toString();
  expect((await http.get(basic, listed)).status).toBe(200);
  for (const search of [other, `${listed}&${other}`, `${other}&${listed}`, '', 'query=']) {
    expect([search, (await http.get(basic, search)).status]).toEqual([search, 403]);
  }
});

test.each([
  ['of yesterday', { expiresOn: '2026-09-14' }, 'serviceKey.expiry', 'input.expiresOn'],
  ['of more than two years', { expiresOn: '2028-09-16' }, 'serviceKey.expiry', 'input.expiresOn'],
])('a key %s is refused', async (_, more, rule, field) => {
  const issuing = issueKey(committee, more);
  await expect(issuing).rejects.toThrow(rule);
  await expect(issuing).rejects.toThrow(field);
});

test.each([
  ['that is no hash', [{ sha256: 'x' }]],
  ['in capitals', [{ sha256: 'A'.repeat(64) }]],
  ['that is empty', []],
])('a list of documents %s is refused', async (_, trustedDocuments) => {
  await expect(issueKey(committee, { trustedDocuments })).rejects.toThrow('BAD_USER_INPUT');
});

test('a program decides nothing: its role is to read, or, once the chair has confirmed it, to record data', async () => {
  const add = (role: string) =>
    committee.as('ADMIN')(
      `mutation { addServiceAccount(input: { displayName: "D", role: ${role} }) { serviceAccount { role } } }`,
    );
  expect(await refusal(add('CHAIR'))).toMatchObject({ rule: 'serviceAccount.role', field: 'input.role' });
  expect(await refusal(add('ADMIN'))).toMatchObject({ rule: 'serviceAccount.role' });
  expect((await add('DATA_ANALYST')).errors).toEqual([]);
});

describe('an administrator gets no say over content by way of a program', () => {
  const analyst = { role: 'DATA_ANALYST' };
  const programs: [string, () => object][] = [
    ['that is an analyst', () => analyst],
    ['that reads for an agency', () => ({ agencyId: committee.agencyIds[0] })],
    ['that is both', () => ({ ...analyst, agencyId: committee.agencyIds[0] })],
  ];
  const statusOf = async ({ key }: Issued) => (await http.post(bearer(key))).status;
  const anyVersion = async (id: string) =>
    (await answered(committee.as('AUDITOR')('query($id: ID!) { node(id: $id) { ... on Versioned { version } } }', { id }))).node
      .version as number;
  const CONFIRM = `mutation($input: ConfirmServiceAccountInput!) { confirmServiceAccount(input: $input) { serviceAccount {
    confirmedAt confirmedBy { displayName } addedBy { displayName } keys { keyId confirmedAt issuedBy { displayName } } } } }`;
  const confirm = async ({ accountId }: Issued, role: Role = 'CHAIR', version?: number) =>
    committee.as(role)(CONFIRM, { input: { id: accountId, version: version ?? (await anyVersion(accountId)) } });

  test.each(programs)('a key of one %s gives nothing until the chair has confirmed it', async (_, its) => {
    const issued = await issueKey(committee, {}, its());
    const refused = await http.post(bearer(issued.key));
    const wrong = await http.post(bearer(`${issued.key.slice(0, -4)}AAAA`));
    expect([refused.status, await refused.text()]).toEqual([401, await wrong.text()]);
    for (const role of allRoles.filter((each) => each !== 'CHAIR' && each !== 'VICE_CHAIR'))
      expect(await refusal(confirm(issued, role, 1))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.role' });
    expect(await statusOf(issued)).toBe(401);
    expect((await answered(confirm(issued))).confirmServiceAccount.serviceAccount).toEqual({
      ...{ confirmedAt: '2026-09-15T10:00:00.000Z', confirmedBy: { displayName: expect.any(String) } },
      addedBy: { displayName: expect.any(String) },
      keys: [{ keyId: issued.keyId, confirmedAt: '2026-09-15T10:00:00.000Z', issuedBy: { displayName: expect.any(String) } }],
    });
    expect(await statusOf(issued)).toBe(200);
    expect(await refusal(confirm(issued))).toMatchObject({ rule: 'serviceAccount.confirmed' });
  });

  test('the vice chair may confirm one too; a plain partner’s needs nobody, and nobody can be asked', async () => {
    const issued = await issueKey(committee, {}, analyst);
    await answered(confirm(issued, 'VICE_CHAIR'));
    expect(await statusOf(issued)).toBe(200);
    const plain = await issueKey(committee);
    expect(await statusOf(plain)).toBe(200);
    expect(await refusal(confirm(plain))).toMatchObject({ rule: 'serviceAccount.plain' });
  });

  test('a key issued after the confirmation waits for the next, while the confirmed one goes on working', async () => {
    const first = await issueKey(committee, {}, analyst);
    await answered(confirm(first));
    const seenByTheChair = await anyVersion(first.accountId);
    const second = await issueFor(committee, first.accountId);
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 401]);
    expect(await refusal(confirm(first, 'CHAIR', seenByTheChair))).toMatchObject({ code: 'STALE' });
    expect(await statusOf(second)).toBe(401);
    await answered(confirm(second));
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);
  });

  test('a key that the chair has not seen is not confirmed in passing', async () => {
    const first = await issueKey(committee, {}, analyst);
    const seenByTheChair = await anyVersion(first.accountId);
    const second = await issueFor(committee, first.accountId);
    expect(await refusal(confirm(first, 'CHAIR', seenByTheChair))).toMatchObject({ code: 'STALE' });
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 401]);
  });

  test('nobody confirms a program that they added, or issued a key for, in another role', async () => {
    const account = { issuer: 'https://sign-in.example', subject: `both ${committee.id}` };
    await linkAccount(api, committee, { ...account, role: 'ADMIN' });
    await api.sql('update member_identity set ended_at = now() where committee_id = $1', [committee.id]);
    await linkAccount(api, committee, { ...account, role: 'CHAIR' });
    const added = await issueKey(committee, {}, analyst);
    expect(await refusal(confirm(added))).toMatchObject({ code: 'FORBIDDEN', rule: 'serviceAccount.ownProgram' });
    const [founded] = await api.sql(
      `insert into service_account (id, committee_id, version, recorded_at, display_name, role)
       values (gen_random_uuid(), $1, 1, $2, 'Founded', 'DATA_ANALYST') returning id`,
      [committee.id, api.clock.now],
    );
    const issued = await issueFor(committee, toGlobalId('ServiceAccount', String(founded?.id)));
    expect(await refusal(confirm(issued))).toMatchObject({ code: 'FORBIDDEN', rule: 'serviceAccount.ownProgram' });
    expect([await statusOf(added), await statusOf(issued)]).toEqual([401, 401]);
    expect((await confirm(added, 'VICE_CHAIR')).errors).toEqual([]);
    expect([await statusOf(added), await statusOf(issued)]).toEqual([200, 401]);
  });

  test('a development token signs an unconfirmed program in no more than a key does', async () => {
    const issued = await issueKey(committee, {}, analyst);
    const id = fromGlobalId(issued.accountId)?.id ?? '';
    const subject = { kind: 'SERVICE_ACCOUNT', id, committeeId: committee.id } as const;
    const token = await issueToken(testSecret, subject, api.clock.now, 60);
    expect((await http.post(bearer(token))).status).toBe(401);
    await answered(confirm(issued));
    expect((await http.post(bearer(token))).status).toBe(200);
  });

  test('in the database what it may do stays, who added it does not confirm it, and a confirmation is not taken back from a key', async () => {
    const issued = await issueKey(committee, {}, analyst);
    const plain = await issueKey(committee);
    const [agency] = await api.sql('select agency_id from committee_agency where committee_id = $1', [committee.id]);
    const raw = (id: string) => fromGlobalId(id)?.id;
    const kept = { constraint: 'serviceAccount.kept' };
    await expect(
      api.sql(`update service_account set role = 'DATA_ANALYST' where id = $1`, [raw(plain.accountId)]),
    ).rejects.toMatchObject(kept);
    await expect(
      api.sql('update service_account set agency_id = $2 where id = $1', [raw(plain.accountId), agency?.agency_id]),
    ).rejects.toMatchObject(kept);
    await expect(
      api.sql('update service_account set added_by_id = null where id = $1', [raw(issued.accountId)]),
    ).rejects.toMatchObject(kept);
    await expect(
      api.sql('update service_account set confirmed_at = now(), confirmed_by_id = added_by_id where id = $1', [
        raw(issued.accountId),
      ]),
    ).rejects.toMatchObject({ constraint: 'serviceAccount.anothersWord' });
    await answered(confirm(issued));
    await expect(
      api.sql(`update service_key set confirmed_at = now() + interval '1 day' where key_id = $1`, [issued.keyId]),
    ).rejects.toMatchObject({ constraint: 'serviceKey.kept' });
  });
});

test('the service accounts of a committee are listed with their keys', async () => {
  const { keyId } = await issueKey(committee);
  const ask =
    '{ committee { serviceAccounts(filter: { text: "dash" }) { totalCount nodes { keys { keyId purpose expiresOn revokedAt lastUsedOn serviceAccount { displayName } } } } } }';
  expect((await answered(committee.as('AUDITOR')(ask))).committee.serviceAccounts).toEqual({
    totalCount: 1,
    nodes: [
      {
        keys: [
          {
            keyId,
            purpose: 'Report',
            expiresOn: '2027-03-31',
            revokedAt: null,
            lastUsedOn: null,
            serviceAccount: { displayName: 'Dashboard' },
          },
        ],
      },
    ],
  });
});

test('in the database a key stays as it was issued', async () => {
  const { keyId } = await issueKey(committee);
  for (const change of [
    `update service_key set expires_on = expires_on + 1 where key_id = $1`,
    `update service_key set key_hash = repeat('0', 64) where key_id = $1`,
    `update service_key set trusted_documents = array[repeat('0', 64)] where key_id = $1`,
    `delete from service_key where key_id = $1`,
  ]) {
    await expect(api.sql(change, [keyId])).rejects.toMatchObject({ constraint: 'serviceKey.kept' });
  }
  await api.sql(`update service_key set revoked_at = now(), revoked_reason = 'x' where key_id = $1`, [keyId]);
  await expect(
    api.sql(`update service_key set revoked_at = null, revoked_reason = null where key_id = $1`, [keyId]),
  ).rejects.toMatchObject({
    constraint: 'serviceKey.kept',
  });
});
