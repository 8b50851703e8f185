import { answered, refusal, startApi, type TestApi, type TestCommittee } from './support/api';
import { onServer } from './support/database';
import { makeFinding, makeSource } from './support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const record = `mutation($input: RecordFindingInput!) { recordFinding(input: $input) { clientMutationId finding { id ref version statement recordedAt } } }`;
const respond = `mutation($input: RespondToFindingInput!) { respondToFinding(input: $input) { finding { id version status } } }`;

test('a request sent twice gives the first answer again and changes nothing', async () => {
  const { id: sourceId } = await makeSource(committee);
  const input = { sourceId, polarity: 'CONCERN', statement: 'Core groups are late', clientMutationId: 'request 1' };
  const first = await answered(committee.as('LEAD_OFFICER')(record, { input }));
  const finding = first.recordFinding.finding;
  await answered(committee.as('CHAIR')(respond, { input: { id: finding.id, version: 1, answer: 'ACCEPTED' } }));
  const second = await answered(committee.as('LEAD_OFFICER')(record, { input }));
  expect(second).toEqual(first);
  expect((await answered(committee.as('MEMBER')('{ findings { totalCount } }'))).findings.totalCount).toBe(1);
});

test('the same key with another request is refused; another actor may use it', async () => {
  const { id: sourceId } = await makeSource(committee);
  const input = { sourceId, polarity: 'CONCERN', statement: 'Core groups are late', clientMutationId: 'request 1' };
  await answered(committee.as('LEAD_OFFICER')(record, { input }));
  const other = { ...input, statement: 'Something else' };
  expect(await refusal(committee.as('LEAD_OFFICER')(record, { input: other }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    rule: 'clientMutationId.reused',
    field: 'input.clientMutationId',
  });
  await answered(
    committee.as('SUBGROUP_CHAIR')(
      `mutation { recordLearningSource(input: { kind: MULTI_AGENCY_AUDIT, title: "Audit", clientMutationId: "request 1" }) { source { id } } }`,
    ),
  );
});

test('a refused request leaves no receipt, so it can be sent again once it is right', async () => {
  const finding = await makeFinding(committee);
  const input = { id: finding.id, version: 1, answer: 'NOT_ACCEPTED', clientMutationId: 'request 1' };
  expect(await refusal(committee.as('CHAIR')(respond, { input }))).toMatchObject({ rule: 'finding.reason' });
  const { respondToFinding } = await answered(
    committee.as('CHAIR')(respond, { input: { ...input, reason: 'Not supported by the record' } }),
  );
  expect(respondToFinding.finding).toMatchObject({ status: 'NOT_ACCEPTED', version: 2 });
});

test('a stale version is refused with the current one, and nothing is lost', async () => {
  const finding = await makeFinding(committee);
  const accept = { id: finding.id, version: 1, answer: 'ACCEPTED' };
  await answered(committee.as('CHAIR')(respond, { input: accept }));
  const { errors } = await committee.as('VICE_CHAIR')(respond, { input: { ...accept, answer: 'NOT_ACCEPTED', reason: 'No' } });
  expect(errors[0]?.extensions).toMatchObject({ code: 'STALE', currentVersion: 2, field: 'version' });
  const { node } = await answered(
    committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on Finding { status version } } }', { id: finding.id }),
  );
  expect(node).toEqual({ status: 'ACCEPTED', version: 2 });
});

test('two writers on one finding: one wins, the other is told', async () => {
  const finding = await makeFinding(committee);
  const ask = (role: 'CHAIR' | 'VICE_CHAIR', answer: string) =>
    committee.as(role)(respond, {
      input: { id: finding.id, version: 1, answer, reason: 'A reason', referredTo: 'National forum' },
    });
  const answers = await Promise.all([ask('CHAIR', 'ACCEPTED'), ask('VICE_CHAIR', 'REFERRED_ELSEWHERE')]);
  const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'OK').sort();
  expect(codes).toEqual(['OK', 'STALE']);
});

test('references of one series never repeat, however many write at once', async () => {
  const { id: sourceId, ref } = await makeSource(committee);
  const input = { sourceId, polarity: 'CONCERN', statement: 'Core groups are late' };
  const writers = Array.from({ length: onServer() ? 8 : 4 }, () => answered(committee.as('LEAD_OFFICER')(record, { input })));
  const refs = (await Promise.all(writers)).map((answer) => answer.recordFinding.finding.ref as string);
  expect([...refs].sort()).toEqual(refs.map((_, index) => `${ref}/F${index + 1}`).sort());
});

test.each([
  ['a postcode', 'The family moved to EH12 5AB', 'noPersonalData'],
  ['a date of birth', 'The child, born 3 March 2019', 'noPersonalData'],
  ['a CHI number in disguise', 'see ０１ ０１ ０１ ０００１', 'noPersonalData'],
  ['an e-mail address', 'Ask jane.doe@council.example.org', 'noPersonalData.confirm'],
])('a text with %s is refused, the field named and the text not repeated', async (_, statement, rule) => {
  const { id: sourceId } = await makeSource(committee);
  const given = await refusal(committee.as('LEAD_OFFICER')(record, { input: { sourceId, polarity: 'CONCERN', statement } }));
  expect(given).toMatchObject({ code: 'BAD_USER_INPUT', rule, field: 'input.statement' });
  expect(given.message).not.toContain(statement.slice(-8));
});

test.each([
  ['blank', '   ', 'must not be blank'],
  ['too long', 'word '.repeat(2000), 'must have at most 8000 characters'],
])('a text that is %s is refused and the field named', async (_, statement, message) => {
  const { id: sourceId } = await makeSource(committee);
  const { errors } = await committee.as('LEAD_OFFICER')(record, { input: { sourceId, polarity: 'CONCERN', statement } });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.statement' });
  expect(errors[0]?.message).toContain(message);
});

test.each([
  ['a date that does not exist', '2026-02-30'],
  ['a date too early', '1889-01-01'],
  ['a date with a time', '2026-02-03T00:00:00Z'],
])('%s is refused', async (_, publishedOn) => {
  const document = 'mutation($input: RecordLearningSourceInput!) { recordLearningSource(input: $input) { source { id } } }';
  const input = { kind: 'NATIONAL_REPORT', title: 'A report', publishedOn };
  expect((await refusal(committee.as('LEAD_OFFICER')(document, { input }))).code).toBe('BAD_USER_INPUT');
});
