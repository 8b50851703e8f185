import type { Role } from '../../src/access/roles';
import { makeMeasure, mutation } from '../measures/measureMaking';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeSource, makeStartedAction } from '../support/make';

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
  ['a CHI number in tags', 'CHI 0101<b></b>010001'],
  ['a CHI number over two lines', '010101\n0001'],
  ['a date of birth without marks', 'DOB 03032019'],
])('%s is refused, confirmed or not', async (_, words) => {
  const statement = `Seen ${words}`;
  expect(await refusal(record({ statement, ...confirmed }))).toMatchObject({ rule: 'noPersonalData', field: 'input.statement' });
  expect(await checks()).toEqual([]);
});

test.each(['Child A aged 7', 'CHILD A AGED 7', 'child a\nis 7', 'Child \u0410 has cerebral palsy'])(
  '%j is asked about',
  async (statement) => {
    const asked = await refusal(record({ statement }));
    expect(asked).toMatchObject({ rule: 'noPersonalData.confirm', field: 'input.statement' });
    expect(asked.message).toContain('PSEUDONYM');
  },
);

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

describe('a web address is read for what it says', () => {
  const at = (path: string) => `https://reports.example.org/${path}`;
  const SOURCE = 'mutation($input: RecordLearningSourceInput!) { recordLearningSource(input: $input) { source { url } } }';
  const recordSource = (url: string, more: object = {}) =>
    committee.as('LEAD_OFFICER')(SOURCE, { input: { kind: 'STAFF_SURVEY', title: 'Survey', url, ...more } });

  test.each([
    ['a CHI number in the path', 'case/0101010001.pdf', 'CHI_NUMBER'],
    ['a CHI number with marks between', 'case/010101-0001', 'CHI_NUMBER'],
    ['a CHI number in the query', 'case?chi=0101010001', 'CHI_NUMBER'],
    ['a CHI number encoded', 'case/%30%31%30%31%30%31%30%30%30%31', 'CHI_NUMBER'],
    ['a CHI number encoded twice', 'case/%2530%2531%2530%2531%2530%2531%2530%2530%2530%2531', 'CHI_NUMBER'],
    ['a CHI number after #', 'case#0101010001', 'CHI_NUMBER'],
    ['an e-mail address', 'case?of=anna%40example.org', 'EMAIL'],
    ['a postcode', 'case?at=EH12+5AB', 'POSTCODE'],
    ['a postcode in the path', 'case/eh12-5ab', 'POSTCODE'],
    ['a date of birth', 'case?who=born%203%20March%202019', 'DATE_OF_BIRTH'],
    ['a number of a case', 'case/swis-1234567', 'CASE_NUMBER'],
  ])('%s is found', async (_, path, kind) => {
    const found = await refusal(recordSource(at(path)));
    expect(found).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.url', rule: expect.stringMatching(/^noPersonalData/) });
    expect(found.message).toContain(kind);
    expect(found.message).not.toContain(path);
  });

  test('what is warned of is kept once it is confirmed, and an ordinary address is kept as it is', async () => {
    const dated = at('2026/report-2026-03-03.pdf');
    expect(await refusal(recordSource(dated))).toMatchObject({ rule: 'noPersonalData.confirm', field: 'input.url' });
    expect((await answered(recordSource(dated, confirmed))).recordLearningSource.source).toEqual({ url: dated });
    const usual = at('news/6262-services%20for-children?view=1&page=100%25');
    expect((await answered(recordSource(usual))).recordLearningSource.source).toEqual({ url: usual });
  });

  test('that of a piece of evidence too', async () => {
    const action = await makeStartedAction(committee);
    const add = 'mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { clientMutationId } }';
    const input = {
      actionId: action.id,
      kind: 'AUDIT',
      description: 'Audit',
      datedOn: '2026-09-01',
      impactLevel: 1,
      url: at('case?chi=0101010001'),
    };
    expect(await refusal(committee.as('LEAD_OFFICER')(add, { input }))).toMatchObject({
      rule: 'noPersonalData',
      field: 'input.url',
    });
  });
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

test('the note of a figure can be confirmed like any other text', async () => {
  const { id } = await makeMeasure(committee);
  await answered(agree({ asksConfirmation: 'ALWAYS' }));
  const point = { measureId: id, periodStartsOn: '2026-03-01', periodEndsOn: '2026-03-31', numerator: 5, denominator: 8 };
  const recordPoint = mutation('recordDataPoint', 'dataPoint { id version }');
  const say = (input: object) => committee.as('DATA_ANALYST')(recordPoint, { input });
  expect(await refusal(say({ ...point, note: 'Counted by hand' }))).toMatchObject({ rule: 'noPersonalData.confirm' });
  const { dataPoint } = (await answered(say({ ...point, note: 'Counted by hand', confirmsNoPersonalData: true })))
    .recordDataPoint;
  const revision = { ...dataPoint, numerator: 6, denominator: 8, reason: 'Counted again', confirmsNoPersonalData: true };
  const revised = committee.as('DATA_ANALYST')(mutation('reviseDataPoint', 'dataPoint { version }'), { input: revision });
  expect((await answered(revised)).reviseDataPoint.dataPoint.version).toBeGreaterThan(dataPoint.version);
});
