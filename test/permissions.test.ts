import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import type { Role } from '../src/access/roles';
import { makeSchema } from '../src/graphql/schema';
import { verbs } from '../src/verbs';
import { refusal, startApi, type TestApi, type TestCommittee } from './support/api';
import { sampleInput } from './support/sampleInput';

let api: TestApi;
let schema: GraphQLSchema;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const say = (role: Role, name: string) => {
  const type = schema.getMutationType()?.getFields()[name]?.args[0]?.type as GraphQLInputType;
  const document = `mutation($input: ${String(type)}) { ${name}(input: $input) { clientMutationId } }`;
  return committee.as(role)(document, { input: sampleInput(type) });
};

test('every mutation of the schema is a verb that says who may use it', () => {
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(verbs.map(({ name }) => name).sort()).toEqual(mutations.sort());
  expect(verbs.filter(({ by }) => by.length === 0)).toEqual([]);
});

const readers: readonly Role[] = ['PARTNER_VIEWER', 'AUDITOR'];

const confirmedBy: Readonly<Record<string, readonly Role[]>> = {
  confirmIdentity: ['ADMIN', 'CHAIR'],
  confirmServiceAccount: ['CHAIR', 'VICE_CHAIR'],
};

const accessVerbs = [
  ...['addMember', 'endMembership', 'linkIdentity', 'confirmIdentity', 'unlinkIdentity'],
  ...['addServiceAccount', 'issueServiceKey', 'revokeServiceKey'],
];

/** Who may see one's own practice is for each to say, whatever their role. */
const ofOneself = ['sharePractice', 'withdrawPractice'];

/** Whoever looks after personal data may have small numbers kept from more people. */
const ofPrivacy = ['keepSmallNumbers'];

test.each(readers)('%s changes nothing but what is their own, or their task', async (role) => {
  const own = role === 'PRIVACY_STEWARD' ? [...ofOneself, ...ofPrivacy] : ofOneself;
  for (const { name } of verbs.filter((verb) => !own.includes(verb.name)))
    expect([name, (await refusal(say(role, name))).code]).toEqual([name, 'FORBIDDEN']);
});

const stewards = [
  ...['quarantineText', 'releaseText', 'askErasure', 'confirmErasure', 'declineErasure'],
  ...['placeLegalHold', 'proposeDisposal', 'keepSmallNumbers'],
  ...['classifySource', 'classifyFinding', 'classifyAction', 'classifyChangeIdea'],
  ...['foundRestrictedGroup', 'admitToRestrictedGroup', 'leaveRestrictedGroup'],
];

test('the PRIVACY_STEWARD says who may read something and what is kept of it, and changes nothing else but what is their own', () => {
  const named = verbs.filter(({ by }) => by.includes('PRIVACY_STEWARD')).map(({ name }) => name);
  expect(named.sort()).toEqual([...stewards, ...ofOneself].sort());
});

test('the ADMIN manages access and nothing else but what is their own, and nobody else does but to confirm it', () => {
  const named = verbs.filter(({ by }) => by.includes('ADMIN')).map(({ name }) => name);
  expect(named).toEqual([...accessVerbs, ...ofOneself]);
  for (const { name, by } of verbs.filter((each) => [...accessVerbs, 'confirmServiceAccount'].includes(each.name)))
    expect([name, by]).toEqual([name, confirmedBy[name] ?? ['ADMIN']]);
});

test.each([
  ['approveAction', 'LEAD_OFFICER'],
  ['signOffAction', 'ACTION_LEAD'],
  ['ratifyPlan', 'CHAIR'],
  ['respondToFinding', 'LEAD_OFFICER'],
  ['validateDataPoints', 'IMPROVEMENT_ADVISER'],
  ['spreadChangeIdea', 'IMPROVEMENT_ADVISER'],
  ['carryOutDisposal', 'PRIVACY_STEWARD'],
  ['proposeDisposal', 'CHAIR'],
  ['quarantineText', 'CHAIR'],
  ['releaseLegalHold', 'PRIVACY_STEWARD'],
] as const)('duties are kept apart: %s is not for the %s', async (name, role) => {
  expect((await refusal(say(role, name))).code).toBe('FORBIDDEN');
});
