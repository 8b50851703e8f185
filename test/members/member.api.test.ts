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

test('who the person is to the issuer is shown to those who manage or audit access only', async () => {
  const member = await add();
  await linked(member.id);
  const ask = 'query($id: ID!) { node(id: $id) { ... on Member { identities { issuer subject } } } }';
  for (const role of ['ADMIN', 'AUDITOR'] as const) {
    const { node } = await answered(committee.as(role)(ask, { id: member.id }));
    expect(node.identities).toMatchObject([{ subject: 'subject-1' }]);
  }
  for (const role of ['CHAIR', 'PARTNER_VIEWER'] as const) {
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
