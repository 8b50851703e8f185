import { closureBasis } from '../../src/actions/closure.rules';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeCompletedAction, makeHeldMeeting, makeStartedAction, type Made, type MadeMeeting } from '../support/make';
import { addEvidence, done } from '../decisions/decisionMaking';

let api: TestApi;
let committee: TestCommittee;
let meeting: MadeMeeting;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
  meeting = await makeHeldMeeting(committee);
});
afterAll(() => api.close());

const minutesLater = (minutes: number): Date => (api.clock.now = new Date(api.clock.now.getTime() + minutes * 60_000));

/** An action that is signed off on evidence of these impact levels. */
async function closed(levels: readonly number[], kind = 'AUDIT'): Promise<Made> {
  const action = await makeCompletedAction(committee);
  for (const level of levels) await addEvidence(committee, action.id, level, kind);
  minutesLater(1);
  const facts = { id: action.id, version: action.version, meetingId: meeting.id, minuteRef: 'Item 4' };
  const { action: signed } = await done(committee, 'CHAIR', 'signOffAction', facts);
  return { ...action, version: signed.version as number };
}

const ledgerFields = '{ closures onAssertion reopened byImpactLevel { level closures } byEvidenceKind { kind closures } }';
const ledger = async () => (await answered(committee.as('MEMBER')(`{ closureLedger ${ledgerFields} }`))).closureLedger;

const listed = async (filter: string) =>
  (
    await answered(
      committee.as(
        'MEMBER',
      )(`{ signOffs(filter: {${filter}}) { totalCount nodes { stands isOnAssertion highestImpactLevel highestImpactLevelSince
        evidenceByKind { kind count highestImpactLevel } action { id } meeting { id } } } }`),
    )
  ).signOffs;

const reopen = (action: Made) =>
  done(committee, 'CHAIR', 'recordDecision', {
    ...{ id: action.id, version: action.version, meetingId: meeting.id, kind: 'REOPEN', minuteRef: 'Item 9' },
    reason: 'The re-audit shows no change',
  });

test('each closure counts with the evidence there was at its sign-off, and the counts agree with the lists', async () => {
  const output = await closed([1, 1], 'DOCUMENT');
  await closed([0]);
  await closed([2, 4]);
  const reached = await closed([2], 'ATTENDANCE');
  await makeStartedAction(committee);
  minutesLater(1);
  await addEvidence(committee, output.id, 5);
  const counts = await ledger();
  expect(counts).toEqual({
    ...{ closures: 4, onAssertion: 2, reopened: 0 },
    byImpactLevel: [
      { level: 0, closures: 1 },
      { level: 1, closures: 1 },
      { level: 2, closures: 1 },
      { level: 4, closures: 1 },
    ],
    byEvidenceKind: [
      { kind: 'ATTENDANCE', closures: 1 },
      { kind: 'AUDIT', closures: 2 },
      { kind: 'DOCUMENT', closures: 1 },
    ],
  });
  const onAssertion = await listed('stands: true, isOnAssertion: true');
  expect(onAssertion.totalCount).toBe(2);
  expect(onAssertion.nodes.map(({ isOnAssertion }: { isOnAssertion: boolean }) => isOnAssertion)).toEqual([true, true]);
  expect(onAssertion.nodes).toContainEqual({
    ...{ stands: true, isOnAssertion: true, highestImpactLevel: 1, highestImpactLevelSince: 5 },
    evidenceByKind: [{ kind: 'DOCUMENT', count: 2, highestImpactLevel: 1 }],
    ...{ action: { id: output.id }, meeting: { id: meeting.id } },
  });
  for (const { level, closures } of counts.byImpactLevel as { level: number; closures: number }[]) {
    expect((await listed(`stands: true, highestImpactLevels: [${level}]`)).totalCount).toBe(closures);
  }
  for (const { kind, closures } of counts.byEvidenceKind as { kind: string; closures: number }[]) {
    expect((await listed(`stands: true, evidenceKinds: [${kind}]`)).totalCount).toBe(closures);
  }
  const others = await listed('isOnAssertion: false');
  expect(others.nodes.map(({ action }: { action: { id: string } }) => action.id)).toContain(reached.id);
});

test('a closure that is reopened leaves the ledger, the past keeps it, and a second closure counts by itself', async () => {
  const action = await closed([1]);
  const then = minutesLater(5).toISOString();
  minutesLater(5);
  await reopen(action);
  expect(await ledger()).toMatchObject({ closures: 0, onAssertion: 0, reopened: 1, byImpactLevel: [] });
  expect((await listed('stands: false')).nodes).toMatchObject([{ stands: false, isOnAssertion: true }]);
  const past = await answered(committee.as('MEMBER')(`query @asAt(moment: "${then}") { closureLedger ${ledgerFields} }`));
  expect(past.closureLedger).toMatchObject({ closures: 1, onAssertion: 1, reopened: 0 });
  const move = (verb: string, type: string, version: number, more: object = {}) =>
    answered(
      committee.as('LEAD_OFFICER')(`mutation($input: ${type}!) { ${verb}(input: $input) { action { version } } }`, {
        input: { id: action.id, version, ...more },
      }),
    );
  await move('startAction', 'StartActionInput', action.version + 1);
  await move('completeAction', 'CompleteActionInput', action.version + 2, { completedOn: '2026-09-14' });
  await addEvidence(committee, action.id, 3);
  minutesLater(5);
  const again = { id: action.id, version: action.version + 3, meetingId: meeting.id, minuteRef: 'Item 12' };
  await done(committee, 'CHAIR', 'signOffAction', again);
  expect(await ledger()).toMatchObject({ closures: 1, onAssertion: 0, reopened: 1 });
});

test('no evidence at all is on assertion too', () => {
  const at = new Date('2026-09-15T10:00:00Z');
  expect(closureBasis([], at)).toEqual({ byKind: [], highestImpactLevel: null, isOnAssertion: true });
  const after = { kind: 'AUDIT' as const, impactLevel: 5, recordedAt: new Date('2026-09-15T10:00:01Z') };
  expect(closureBasis([after], at).isOnAssertion).toBe(true);
});

test('the ledger is the committee’s own, and takes as many statements for one closure as for many', async () => {
  const ask = `{ closureLedger ${ledgerFields} signOffs(first: 50) { totalCount nodes { stands isOnAssertion evidenceByKind { kind } highestImpactLevelSince } } }`;
  await closed([1]);
  const one = await committee.as('CHAIR')(ask);
  for (const level of [1, 2, 3]) await closed([level]);
  const four = await committee.as('CHAIR')(ask);
  expect([one.errors, four.errors, four.data.closureLedger.closures]).toEqual([[], [], 4]);
  expect(four.statements.length).toBe(one.statements.length);
  const other = await api.newCommittee();
  expect(await answered(other.as('MEMBER')('{ closureLedger { closures reopened } signOffs { totalCount } }'))).toEqual({
    closureLedger: { closures: 0, reopened: 0 },
    signOffs: { totalCount: 0 },
  });
});
