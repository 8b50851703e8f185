import type { Role } from '../../src/access/roles';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeSource } from '../support/make';

/* What the guard on texts refuses, what it only warns of, and what is kept of a confirmation. */
let api: TestApi;
let committee: TestCommittee;
let sourceId: string;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
  sourceId = (await makeSource(committee)).id;
});
afterAll(() => api.close());

const RECORD = 'mutation($input: RecordFindingInput!) { recordFinding(input: $input) { finding { id statement } } }';
const record = (more: object, role: Role = 'LEAD_OFFICER') =>
  committee.as(role)(RECORD, { input: { sourceId, polarity: 'CONCERN', ...more } });

const CHECKS = `{ textChecks(orderBy: { field: RECORDED_AT }) { nodes {
  verb isConfirmed reason warnings { field kind } member { displayName } serviceAccount { id } recordedAt } } }`;
const checks = async () => (await answered(committee.as('PRIVACY_STEWARD')(CHECKS))).textChecks.nodes;

async function agree(settings: object, role: Role = 'CHAIR') {
  const { committee: found } = await answered(committee.as(role)('{ committee { settings { id version } } }'));
  const input = { ...found.settings, ...settings };
  return committee.as(role)(
    'mutation($input: AgreeSettingsInput!) { agreeSettings(input: $input) { settings { asksConfirmation textGuard { kind answer } } } }',
    { input },
  );
}

const dated = { statement: 'The report of 03/03/2026 says so' };
const confirmed = { confirmsNoPersonalData: true, confirmationReason: 'The day of a published report' };

test('a text that is warned of is asked about, kept once its author confirms with a reason, and the confirmation with it', async () => {
  const asked = await refusal(record(dated));
  expect(asked).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'noPersonalData.confirm', field: 'input.statement' });
  expect(asked.message).toContain('FULL_DATE');
  expect(asked.message).not.toContain('03/03');
  expect(await refusal(record({ ...dated, confirmsNoPersonalData: true }))).toMatchObject({ rule: 'noPersonalData.confirm' });
  expect(await refusal(record({ ...dated, confirmationReason: 'A report' }))).toMatchObject({ rule: 'noPersonalData.confirm' });
  expect(await checks()).toEqual([]);
  await answered(record({ ...dated, ...confirmed }));
  expect(await checks()).toEqual([
    {
      verb: 'recordFinding',
      isConfirmed: true,
      reason: confirmed.confirmationReason,
      warnings: [{ field: 'input.statement', kind: 'FULL_DATE' }],
      member: { displayName: 'LEAD_OFFICER' },
      serviceAccount: null,
      recordedAt: '2026-09-15T10:00:00.000Z',
    },
  ]);
  const { events } = await answered(committee.as('AUDITOR')('{ events(last: 1) { nodes { verb changes { typeName } } } }'));
  expect(events.nodes[0].changes).toContainEqual({ typeName: 'TextCheck' });
});

test.each([
  ['a CHI number', 'CHI 0101010001'],
  ['a date of birth', 'born 3 March 2019'],
  ['a case number', 'SWIS 1234567'],
  ['a postcode', 'of EH12 5AB'],
])('%s is refused, confirmed or not', async (_, words) => {
  const statement = `Seen ${words}`;
  expect(await refusal(record({ statement, ...confirmed }))).toMatchObject({ rule: 'noPersonalData', field: 'input.statement' });
  expect(await checks()).toEqual([]);
});

test('the reason of a confirmation must hold nothing of the kind itself', async () => {
  const reason = { confirmsNoPersonalData: true, confirmationReason: 'It was 04/04/2026' };
  expect(await refusal(record({ ...dated, ...reason }))).toMatchObject({
    rule: 'noPersonalData',
    field: 'input.confirmationReason',
  });
});

test('the name of a request is looked at too, as it is kept for good', async () => {
  const named = { statement: 'Late', clientMutationId: 'CHI 0101010001' };
  expect(await refusal(record(named))).toMatchObject({ rule: 'noPersonalData', field: 'input.clientMutationId' });
  await answered(record({ statement: 'Late', clientMutationId: 'request-07700900123' }));
});

test('a text deep in an input is found, and a date in its own field is none', async () => {
  const ask = 'mutation($input: DraftPlanInput!) { draftPlan(input: $input) { plan { id } } }';
  const input = { title: 'Plan', startsOn: '2026-04-01', endsOn: '2028-03-31', outcomes: ['Better', 'Child A (7) is safe'] };
  expect(await refusal(committee.as('LEAD_OFFICER')(ask, { input }))).toMatchObject({ field: 'input.outcomes.1' });
});

test('a committee settles each kind, but a CHI number is never lowered', async () => {
  const { agreeSettings } = await answered(
    agree({
      textGuard: [
        { kind: 'FULL_DATE', answer: 'REFUSE' },
        { kind: 'POSTCODE', answer: 'WARN' },
      ],
    }),
  );
  const answers = Object.fromEntries(
    agreeSettings.settings.textGuard.map(({ kind, answer }: { kind: string; answer: string }) => [kind, answer]),
  );
  expect(answers).toEqual({
    ...{ CHI_NUMBER: 'REFUSE', DATE_OF_BIRTH: 'REFUSE', CASE_NUMBER: 'REFUSE', FULL_DATE: 'REFUSE' },
    ...{ POSTCODE: 'WARN', EMAIL: 'WARN', PHONE: 'WARN', ADDRESS: 'WARN', PSEUDONYM: 'WARN' },
  });
  expect(await refusal(record({ ...dated, ...confirmed }))).toMatchObject({ rule: 'noPersonalData' });
  await answered(record({ statement: 'The office at EH12 5AB', ...confirmed }));
  const lowering = agree({ textGuard: [{ kind: 'CHI_NUMBER', answer: 'WARN' }] });
  expect(await refusal(lowering)).toMatchObject({ rule: 'textGuard.chiNumber', field: 'input.textGuard.0.answer' });
  await expect(
    api.sql(`update committee_settings set warned_identifiers = array['CHI_NUMBER'] where committee_id = $1`, [committee.id]),
  ).rejects.toMatchObject({ constraint: 'textGuard.chiNumber' });
});

test('where a confirmation is always asked for, every narrative needs one, and nothing else does', async () => {
  await answered(agree({ asksConfirmation: 'ALWAYS' }));
  expect(await refusal(record({ statement: 'Late' }))).toMatchObject({
    ...{ rule: 'noPersonalData.confirm', field: 'input.confirmsNoPersonalData' },
  });
  const { recordFinding } = await answered(record({ statement: 'Late', confirmsNoPersonalData: true }));
  expect(await checks()).toMatchObject([{ isConfirmed: true, reason: null, warnings: [] }]);
  const accept =
    'mutation($id: ID!) { respondToFinding(input: { id: $id, version: 1, answer: ACCEPTED }) { finding { status } } }';
  await answered(committee.as('CHAIR')(accept, { id: recordFinding.finding.id }));
});

test('where it is never asked for, a text that is warned of is kept, and the privacy steward finds it', async () => {
  await answered(agree({ asksConfirmation: 'NEVER' }));
  await answered(record(dated));
  expect(await checks()).toMatchObject([{ isConfirmed: false, warnings: [{ kind: 'FULL_DATE' }] }]);
  expect(await refusal(record({ statement: 'CHI 0101010001' }))).toMatchObject({ rule: 'noPersonalData' });
  const found = async (filter: string) =>
    (await answered(committee.as('PRIVACY_STEWARD')(`{ textChecks(filter: ${filter}) { totalCount } }`))).textChecks.totalCount;
  expect([await found('{ kinds: [FULL_DATE] }'), await found('{ kinds: [PHONE] }')]).toEqual([1, 0]);
  expect([await found('{ isConfirmed: false }'), await found('{ isConfirmed: true }')]).toEqual([1, 0]);
});

test('a check stays as it was noted', async () => {
  await answered(record({ ...dated, ...confirmed }));
  await expect(api.sql('delete from text_check where committee_id = $1', [committee.id])).rejects.toMatchObject({
    constraint: 'textCheck.kept',
  });
});
