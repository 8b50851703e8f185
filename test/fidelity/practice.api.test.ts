import { randomUUID } from 'node:crypto';
import { getNamedType, isObjectType } from 'graphql';
import { roles, type Role } from '../../src/access/roles';
import { makeSchema } from '../../src/graphql/schema';
import { toGlobalId } from '../../src/kernel/globalId';
import { makeOpenRamp, rawIdOf, say } from '../cycles/cycleMaking';
import { mutation } from '../measures/measureMaking';
import { answered, refusal, startApi, type Answer, type TestApi, type TestCommittee } from '../support/api';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const OWNER = 'IMPROVEMENT_ADVISER';
/** Whoever only manages access reads no content: see below. */
const others = (Object.keys(roles) as Role[]).filter((role) => role !== OWNER && role !== 'ADMIN');
const memberId = (role: Role): string => toGlobalId('Member', committee.actor(role).id);

/** The adviser leads two cycles of three; the lead officer leads the other. Partners may read them all. */
async function makeCycles(): Promise<void> {
  const ramp = await makeOpenRamp(committee);
  for (const role of [OWNER, OWNER, 'LEAD_OFFICER'] as const) {
    const questions = [{ text: 'Does it?', predictions: [{ text: 'Yes' }] }];
    await say(committee, 'planCycle', { rampId: ramp.id, leadMemberId: memberId(role), questions });
  }
}

const practice = `query($id: ID!) { node(id: $id) { ... on Member { practice { isWithheld withheldBecause
  fidelity { cycles ramps } calibration { brierCount } sharings { id with { role } withdrawnAt } } } } }`;

interface Shown {
  isWithheld: boolean;
  withheldBecause: string | null;
  fidelity: { cycles: number; ramps: number } | null;
  calibration: object | null;
  sharings: { id: string; with: { role: Role }; withdrawnAt: string | null }[] | null;
}

const seenBy = async (role: Role, of: Role = OWNER): Promise<Shown> =>
  (await answered(committee.as(role)(practice, { id: memberId(of) }))).node.practice as Shown;

const withheld = {
  isWithheld: true,
  withheldBecause: 'How one person works is there for them to learn from: only they see it, and those they share it with.',
  ...{ fidelity: null, calibration: null, sharings: null },
};

const share = (by: Role, withRole: Role): Promise<Answer> =>
  committee.as(by)(mutation('sharePractice', 'sharing { id version with { role } owner { role } withdrawnAt }'), {
    input: { memberId: memberId(withRole) },
  });

const withdraw = (by: Role, { id, version }: { id: string; version: number }): Promise<Answer> =>
  committee.as(by)(mutation('withdrawPractice', 'sharing { id version withdrawnAt }'), { input: { id, version } });

test('a member sees their own practice: the cycles they lead, and their ramps whole', async () => {
  await makeCycles();
  expect(await seenBy(OWNER)).toEqual({
    ...{ isWithheld: false, withheldBecause: null, fidelity: { cycles: 2, ramps: 1 } },
    ...{ calibration: { brierCount: 0 }, sharings: [] },
  });
  expect(await seenBy('LEAD_OFFICER', 'LEAD_OFFICER')).toMatchObject({ isWithheld: false, fidelity: { cycles: 1 } });
});

test.each(others)(
  'it is withheld from the %s with the reason, until the member shares it, and again once withdrawn',
  async (role) => {
    await makeCycles();
    expect(await seenBy(role)).toEqual(withheld);
    const { sharing } = (await answered(share(OWNER, role))).sharePractice;
    expect(sharing).toMatchObject({ with: { role }, owner: { role: OWNER }, withdrawnAt: null });
    expect(await seenBy(role)).toMatchObject({ isWithheld: false, fidelity: { cycles: 2, ramps: 1 }, sharings: null });
    for (const another of others.filter((each) => each !== role))
      expect([another, await seenBy(another)]).toEqual([another, withheld]);
    // Sharing goes one way.
    expect(await seenBy(OWNER, role)).toEqual(withheld);
    await answered(withdraw(OWNER, sharing));
    expect(await seenBy(role)).toEqual(withheld);
    const { sharings } = await seenBy(OWNER);
    expect(sharings).toEqual([{ id: sharing.id, with: { role }, withdrawnAt: api.clock.now.toISOString() }]);
  },
);

test('whoever manages access reads nobody’s practice, and no tests, also when they are shared', async () => {
  await makeCycles();
  const noReader = { code: 'FORBIDDEN', rule: 'access.reading' };
  for (const isShared of [false, true]) {
    if (isShared) await answered(share(OWNER, 'ADMIN'));
    for (const query of [practice, ofCycles])
      expect(await refusal(committee.as('ADMIN')(query, { id: memberId(OWNER) }))).toMatchObject(noReader);
  }
});

/** Asks as a program of the committee would: a dashboard. */
async function program(): Promise<(query: string, variables?: Record<string, unknown>) => Promise<Answer>> {
  const id = randomUUID();
  await api.sql(
    `insert into service_account (id, committee_id, version, recorded_at, display_name, role) values ($1, $2, 1, now(), 'Dashboard', 'PARTNER_VIEWER')`,
    [id, committee.id],
  );
  return async (query, variables = {}) => {
    const actor = { kind: 'SERVICE_ACCOUNT', id, committeeId: committee.id, role: 'PARTNER_VIEWER' } as const;
    const contextValue = api.app.contextOf(actor);
    const { body } = await api.app.server.executeOperation({ query, variables }, { contextValue });
    await contextValue.end();
    const answer = JSON.parse(JSON.stringify(body.kind === 'single' ? body.singleResult : null)) as Partial<Answer>;
    return { data: answer.data, errors: answer.errors ?? [], statements: [] };
  };
}

test('a program never sees one person’s practice, whatever anyone shares, and has none to share', async () => {
  await makeCycles();
  const ask = await program();
  await answered(share(OWNER, 'PARTNER_VIEWER'));
  const { data } = await ask(practice, { id: memberId(OWNER) });
  expect(data.node.practice).toEqual({ ...withheld, withheldBecause: BY_THE_PROGRAM });
  const input = { memberId: memberId('MEMBER') };
  const { errors } = await ask(mutation('sharePractice', 'sharing { id }'), { input });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

const BY_THE_PROGRAM = 'A program never sees how one person works.';

const ofCycles = `query($id: ID!) { node(id: $id) { ... on Member { ledCycles { nodes { lead { role } fidelityWithheldBecause
  fidelity { cycles published { code } criteria { code calibration { brierCount } } } } } } } }`;

const cyclesSeenBy = async (asking: Promise<Answer>): Promise<Record<string, unknown>[]> =>
  (await answered(asking)).node.ledCycles.nodes;

test('a cycle’s own profile is its lead’s practice: shown to the lead and whom they share with, and to others not', async () => {
  await makeCycles();
  const of = { id: memberId(OWNER) };
  const ask = await program();
  const shown = { fidelityWithheldBecause: null, fidelity: { cycles: 1 } };
  const hidden = (because: string) => ({ lead: { role: OWNER }, fidelity: null, fidelityWithheldBecause: because });
  expect(await cyclesSeenBy(committee.as(OWNER)(ofCycles, of))).toMatchObject([shown, shown]);
  const { sharing } = (await answered(share(OWNER, 'LEAD_OFFICER'))).sharePractice;
  expect(await cyclesSeenBy(committee.as('LEAD_OFFICER')(ofCycles, of))).toMatchObject([shown, shown]);
  await answered(withdraw(OWNER, sharing));
  for (const role of others)
    expect([role, await cyclesSeenBy(committee.as(role)(ofCycles, of))]).toEqual([
      role,
      [hidden(withheld.withheldBecause), hidden(withheld.withheldBecause)],
    ]);
  await answered(share(OWNER, 'PARTNER_VIEWER'));
  expect(await cyclesSeenBy(ask(ofCycles, of))).toEqual([hidden(BY_THE_PROGRAM), hidden(BY_THE_PROGRAM)]);
});

const ofWork = `query($ramp: ID!) { committee { fidelity { cycles } calibration { brierCount } }
  ramp: node(id: $ramp) { ... on PdsaRamp { fidelity { cycles } calibration { brierCount } cycles { fidelity { cycles } } } } }`;

test('what a ramp and the committee did is their own work and open to it, even where one person did it all; programs get no counts', async () => {
  const ramp = (await makeOpenRamp(committee)).id;
  for (const role of [OWNER, OWNER, null] as const)
    await say(committee, 'planCycle', { rampId: ramp, leadMemberId: role && memberId(role) });
  const open = { fidelity: { cycles: 3 }, calibration: { brierCount: 0 } };
  // The one that nobody leads is nobody's practice.
  const expected = {
    committee: open,
    ramp: { ...open, cycles: [{ fidelity: null }, { fidelity: null }, { fidelity: { cycles: 1 } }] },
  };
  expect(await answered(committee.as('MEMBER')(ofWork, { ramp }))).toEqual(expected);
  const none = { fidelity: null, calibration: null };
  expect((await (await program())(ofWork, { ramp })).data).toEqual({
    committee: none,
    ramp: { ...none, cycles: [{ fidelity: null }, { fidelity: null }, { fidelity: null }] },
  });
});

test('a sharing is shown by its id to whoever shares and whom they share with, and to nobody else', async () => {
  const { sharing } = (await answered(share(OWNER, 'CHAIR'))).sharePractice;
  const query = 'query($id: ID!) { node(id: $id) { ... on PracticeSharing { with { role } } } }';
  for (const role of Object.keys(roles) as Role[]) {
    const { node } = await answered(committee.as(role)(query, { id: sharing.id }));
    expect([role, node]).toEqual([role, role === OWNER || role === 'CHAIR' ? { with: { role: 'CHAIR' } } : null]);
  }
  expect((await (await program())(query, { id: sharing.id })).data.node).toBeNull();
});

test('nobody shares with themselves or twice, and nobody withdraws what is not theirs, or twice', async () => {
  expect(await refusal(share(OWNER, OWNER))).toMatchObject({ code: 'RULE_BROKEN', rule: 'practice.ownEyes' });
  const { sharing } = (await answered(share(OWNER, 'CHAIR'))).sharePractice;
  expect(await refusal(share(OWNER, 'CHAIR'))).toMatchObject({ code: 'RULE_BROKEN', rule: 'practice.once' });
  for (const role of ['CHAIR', 'ADMIN', 'AUDITOR'] as const)
    expect([role, (await refusal(withdraw(role, sharing))).code]).toEqual([role, 'FORBIDDEN']);
  const withdrawn = (await answered(withdraw(OWNER, sharing))).withdrawPractice.sharing;
  expect(await refusal(withdraw(OWNER, withdrawn))).toMatchObject({ rule: 'practice.withdrawn' });
  // It can be shared again: that is a record of its own.
  expect((await answered(share(OWNER, 'CHAIR'))).sharePractice.sharing.id).not.toBe(sharing.id);
});

test('the database keeps every sharing', async () => {
  const { sharing } = (await answered(share(OWNER, 'CHAIR'))).sharePractice;
  const id = rawIdOf(sharing);
  const kept = { code: 'P0001', constraint: 'practice.kept' };
  await expect(api.sql('delete from practice_sharing where id = $1', [id])).rejects.toMatchObject(kept);
  const toAuditor = api.sql('update practice_sharing set with_member_id = $2 where id = $1', [id, committee.actor('AUDITOR').id]);
  await expect(toAuditor).rejects.toMatchObject(kept);
  await api.sql('update practice_sharing set withdrawn_at = recorded_at where id = $1', [id]);
  await expect(api.sql('update practice_sharing set withdrawn_at = null where id = $1', [id])).rejects.toMatchObject(kept);
  await expect(api.sql('truncate practice_sharing')).rejects.toMatchObject(kept);
});

test('neither a profile nor a calibration takes an argument, so that none can be asked for one person', async () => {
  const schema = await makeSchema();
  const found = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ owner: type.name, field })) : [],
  );
  const shown = found.filter(({ field }) => ['FidelityProfile', 'Calibration'].includes(getNamedType(field.type).name));
  expect(new Set(shown.map(({ owner }) => owner))).toEqual(
    new Set(['PdsaCycle', 'PdsaRamp', 'Aim', 'Committee', 'Practice', 'FidelityCriterion']),
  );
  expect(shown.filter(({ field }) => field.args.length > 0)).toEqual([]);
});
