import type { Role } from '../../src/access/roles';
import { toGlobalId } from '../../src/kernel/globalId';
import { findMemberships } from '../../src/store/actors';
import { linkAccount } from '../support/access';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const issuer = 'https://sign-in.example/realms/council';
const say = (verb: string, type: string, input: object, shows: string) =>
  committee.as('ADMIN')(`mutation($input: ${type}!) { ${verb}(input: $input) { ${shows} } }`, { input });

const add = async (more: object = {}) => {
  const { addMember } = await answered(
    say(
      'addMember',
      'AddMemberInput',
      { displayName: 'Practice lead', role: 'MEMBER', ...more },
      'member { id version role agency { id } endedOn }',
    ),
  );
  return addMember.member as { id: string; version: number; agency: { id: string } | null };
};
const link = (memberId: string, subjectId = 'subject-1') =>
  say(
    'linkIdentity',
    'LinkIdentityInput',
    { memberId, issuer, subjectId },
    'identity { id version subject endedAt } member { id }',
  );
const linked = async (memberId: string, subjectId?: string) =>
  (await answered(link(memberId, subjectId))).linkIdentity.identity as { id: string; version: number };
const end = (member: { id: string; version: number }, more: object = {}) =>
  say(
    'endMembership',
    'EndMembershipInput',
    { id: member.id, version: member.version, ...more },
    'member { endedOn version identities { endedAt } }',
  );

test('an administrator adds a member, with the agency they come from', async () => {
  expect(await add({ agencyId: committee.agencyIds[0] })).toMatchObject({
    version: 1,
    role: 'MEMBER',
    agency: { id: committee.agencyIds[0] },
  });
});

test('an account is linked to a member, once in a committee; in another it may be linked too', async () => {
  const member = await add();
  await linked(member.id);
  expect(await refusal(link(member.id))).toMatchObject({
    code: 'RULE_BROKEN',
    rule: 'identity.linked',
    field: 'input.subjectId',
  });
  expect(await refusal(link((await add()).id))).toMatchObject({ rule: 'identity.linked' });
  committee = await api.newCommittee();
  await linked((await add()).id);
});

test('a link that was wrong is ended, and can then be made to another member', async () => {
  const identity = await linked((await add()).id);
  const unlink = () =>
    say('unlinkIdentity', 'UnlinkIdentityInput', { id: identity.id, version: identity.version }, 'identity { endedAt }');
  expect((await answered(unlink())).unlinkIdentity.identity.endedAt).not.toBeNull();
  expect((await refusal(unlink())).code).toBe('STALE');
  await linked((await add()).id);
});

test('a membership ends at once, with its links; the account can come back in another role', async () => {
  const member = await add();
  await linked(member.id);
  const { endMembership } = await answered(end(member));
  expect(endMembership.member).toMatchObject({ endedOn: '2026-09-14', identities: [{ endedAt: '2026-09-15T10:00:00.000Z' }] });
  expect(await refusal(end({ ...member, version: 2 }))).toMatchObject({ rule: 'membership.ended' });
  expect(await refusal(link(member.id, 'subject-2'))).toMatchObject({ rule: 'membership.ended', field: 'input.memberId' });
  await linked((await add({ role: 'CHAIR' })).id);
});

test('a membership with a last day ahead goes on till then, and its account then makes way', async () => {
  const member = await add();
  await linked(member.id);
  const { endMembership } = await answered(end(member, { lastOn: '2026-09-30' }));
  expect(endMembership.member).toMatchObject({ endedOn: '2026-09-30', identities: [{ endedAt: null }] });
  const successor = await add();
  expect(await refusal(link(successor.id))).toMatchObject({ rule: 'identity.linked' });
  await api.sql(`update member set ended_on = '2026-09-01' where display_name = 'Practice lead' and ended_on is not null`);
  await linked(successor.id);
});

describe('a link is not the word of one administrator alone', () => {
  const confirm = (role: Role, identity: { id: string; version: number }) =>
    committee.as(role)(
      'mutation($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { identity { confirmedAt confirmedBy { role } linkedBy { role } } } }',
      { input: { id: identity.id, version: identity.version } },
    );
  const signsIn = async (subject: string) =>
    (await findMemberships(api.database.dataSource, { issuer, subject }, '2026-09-15')).map(({ actor }) => actor.role);

  test('where nobody else could confirm it, it counts at once; from then on it waits for the chair', async () => {
    await linked(memberId('CHAIR'), 'chair');
    expect(await signsIn('chair')).toEqual(['CHAIR']);
    const second = await linked(memberId('VICE_CHAIR'), 'second account');
    expect(await signsIn('second account')).toEqual([]);
    expect(await refusal(confirm('ADMIN', second))).toMatchObject({ code: 'FORBIDDEN', rule: 'identity.ownLink' });
    expect(await refusal(confirm('AUDITOR', second))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.role' });
    expect((await answered(confirm('CHAIR', second))).confirmIdentity.identity).toEqual({
      confirmedAt: '2026-09-15T10:00:00.000Z',
      confirmedBy: { role: 'CHAIR' },
      linkedBy: { role: 'ADMIN' },
    });
    expect(await signsIn('second account')).toEqual(['VICE_CHAIR']);
    expect(await refusal(confirm('CHAIR', { ...second, version: 2 }))).toMatchObject({ rule: 'identity.confirmed' });
  });

  test('nobody confirms an account of their own, and the chair’s own link is not theirs to confirm', async () => {
    await linkAccount(api, committee, { issuer, subject: 'chair', role: 'CHAIR' });
    await linkAccount(api, committee, { issuer, subject: 'admin', role: 'ADMIN' });
    const other = await linked(memberId('CHAIR'), 'another account');
    expect(await refusal(confirm('CHAIR', other))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.own' });
    expect(await signsIn('another account')).toEqual([]);
  });

  test('shutting the chair out first does not help', async () => {
    const chair = await linked(memberId('CHAIR'), 'chair');
    await answered(say('unlinkIdentity', 'UnlinkIdentityInput', { id: chair.id, version: 1 }, 'identity { endedAt }'));
    await linked(memberId('CHAIR'), 'another account');
    expect(await signsIn('another account')).toEqual([]);
  });

  test('what was never confirmed can be ended, and is then not there to be confirmed', async () => {
    await linkAccount(api, committee, { issuer, subject: 'chair', role: 'CHAIR' });
    const waiting = await linked(memberId('MEMBER'), 'waiting');
    await answered(say('unlinkIdentity', 'UnlinkIdentityInput', { id: waiting.id, version: 1 }, 'identity { endedAt }'));
    expect(await refusal(confirm('CHAIR', { ...waiting, version: 2 }))).toMatchObject({ rule: 'identity.ended' });
  });

  test('in the database a link is confirmed once, by somebody else', async () => {
    await linkAccount(api, committee, { issuer, subject: 'chair', role: 'CHAIR' });
    const { id } = await linked(memberId('MEMBER'), 'waiting');
    const row = Buffer.from(id, 'base64url').toString().split(':')[1];
    const set = (what: string, by: Role) =>
      api.sql(`update member_identity set ${what}, confirmed_by_id = $2 where id = $1`, [row, committee.actor(by).id]);
    await expect(set('confirmed_at = now()', 'ADMIN')).rejects.toMatchObject({ constraint: 'identity.anothersWord' });
    await set('confirmed_at = now()', 'CHAIR');
    await expect(set('confirmed_at = null', 'CHAIR')).rejects.toMatchObject({ constraint: 'identity.kept' });
  });
});

const memberId = (role: Role) => toGlobalId('Member', committee.actor(role).id);

test('nobody changes their own access', async () => {
  const { data } = await committee.as('ADMIN')('{ viewer { member { id version } } }');
  const own = data.viewer.member as { id: string; version: number };
  for (const asking of [end(own), link(own.id)])
    expect(await refusal(asking)).toMatchObject({ code: 'FORBIDDEN', rule: 'access.own' });
});

test('an administrator who was ended meanwhile cannot end others', async () => {
  const member = await add();
  await api.sql(`update member set ended_on = '2026-09-01' where id = $1`, [committee.actor('ADMIN').id]);
  expect(await refusal(end(member))).toMatchObject({ rule: 'membership.ended' });
});

test('who the person is to the issuer is shown to those who manage, confirm or audit access only', async () => {
  const member = await add();
  await linked(member.id);
  const ask = 'query($id: ID!) { node(id: $id) { ... on Member { identities { issuer subject } } } }';
  for (const role of ['ADMIN', 'AUDITOR', 'CHAIR'] as const) {
    const { node } = await answered(committee.as(role)(ask, { id: member.id }));
    expect(node.identities).toMatchObject([{ subject: 'subject-1' }]);
  }
  for (const role of ['LEAD_OFFICER', 'PARTNER_VIEWER'] as const) {
    expect(await refusal(committee.as(role)(ask, { id: member.id }))).toMatchObject({ rule: 'access.reading' });
  }
});

test('subjects are ids: digits in them are not taken for a person’s number', async () => {
  await linked((await add()).id, '0101010001');
});

test('in the database a link stays as it was made', async () => {
  await linked((await add()).id);
  for (const change of [
    `update member_identity set subject = 'other' where committee_id = $1`,
    `delete from member_identity where committee_id = $1`,
  ]) {
    await expect(api.sql(change, [committee.id])).rejects.toMatchObject({ constraint: 'identity.kept' });
  }
  const other = await api.newCommittee();
  await expect(
    api.sql(
      `insert into member_identity (id, committee_id, version, recorded_at, member_id, issuer, subject)
       values (gen_random_uuid(), $1, 1, now(), $2, 'https://x.example', 'x')`,
      [other.id, committee.actor('CHAIR').id],
    ),
  ).rejects.toMatchObject({ code: '23503' });
});
