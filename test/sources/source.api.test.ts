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

const record = `mutation($input: RecordLearningSourceInput!) { recordLearningSource(input: $input) { source { id ref version kind status marking
  review { methodology decision subjectYear } inspection { body programme } evaluations { heading grade gradeLabel indicatorCount }
  audit { standard sampleSize compliantCount } consultation { method respondents invited } } } }`;

const review = { methodology: 'SYSTEMS_APPROACH', decision: 'PROCEED', subjectYear: 2023 };
const inspection = {
  body: 'Care Inspectorate',
  evaluations: [{ heading: 'Leadership', grade: 1, gradeLabel: 'Unsatisfactory' }],
};
const audit = { standard: 'A chronology is on file', sampleSize: 20, compliantCount: 12 };
const consultation = { method: 'FOCUS_GROUP', respondents: 9, invited: 12 };

test.each([
  ...['LEARNING_REVIEW', 'SIGNIFICANT_CASE_REVIEW', 'INITIAL_CASE_REVIEW', 'ALTERNATIVE_REVIEW'].map((kind) => [
    kind,
    { review },
    'NOTIFIED',
  ]),
  ...['JOINT_INSPECTION', 'PROGRESS_REVIEW', 'THEMATIC_INSPECTION', 'SERVICE_INSPECTION'].map((kind) => [
    kind,
    { inspection },
    'REPORTED',
  ]),
  ...['MULTI_AGENCY_AUDIT', 'SINGLE_AGENCY_AUDIT', 'SELF_EVALUATION', 'PROCESS_REVIEW'].map((kind) => [
    kind,
    { audit },
    'REPORTED',
  ]),
  ...['USER_FEEDBACK', 'STAFF_SURVEY'].map((kind) => [kind, { consultation }, 'REPORTED']),
  ...[
    'PERFORMANCE_INFORMATION',
    'COMPLAINT',
    'NATIONAL_REPORT',
    'OTHER_AREA_REVIEW',
    'FATAL_ACCIDENT_INQUIRY',
    'CHILD_DEATH_REVIEW',
  ].map((kind) => [kind, {}, 'REPORTED']),
] as [string, object, string][])('a %s is recorded and read back with its own facts', async (kind, facts, status) => {
  const input = { kind, title: 'A source', ...facts };
  const { source } = (await answered(committee.as('LEAD_OFFICER')(record, { input }))).recordLearningSource;
  expect(source).toMatchObject({ kind, status });
  expect(source.review).toEqual('review' in facts ? review : null);
  expect(source.audit).toEqual('audit' in facts ? audit : null);
  expect(source.consultation).toEqual('consultation' in facts ? consultation : null);
  expect(source.inspection).toEqual('inspection' in facts ? { body: 'Care Inspectorate', programme: null } : null);
  expect(source.evaluations).toEqual('inspection' in facts ? [{ ...inspection.evaluations[0], indicatorCount: 1 }] : []);
});

test.each([
  ['facts of another kind', { kind: 'JOINT_INSPECTION', audit }, 'source.factsOfKind', 'input.audit'],
  [
    'a review dated by day',
    { kind: 'LEARNING_REVIEW', publishedOn: '2026-01-01' },
    'source.reviewDatedByYear',
    'input.publishedOn',
  ],
  [
    'more who met the standard than were looked at',
    { kind: 'SELF_EVALUATION', audit: { ...audit, compliantCount: 21 } },
    'source.compliance',
    'input.audit.compliantCount',
  ],
  [
    'more answers than people asked',
    { kind: 'STAFF_SURVEY', consultation: { ...consultation, respondents: 13 } },
    'source.respondents',
    'input.consultation.respondents',
  ],
  [
    'a grade given to nothing',
    { kind: 'PROGRESS_REVIEW', inspection: { body: 'X', evaluations: [{ grade: 2, gradeLabel: 'Weak' }] } },
    'evaluation.ofWhat',
    'input.inspection.evaluations.0',
  ],
])('%s is refused by name', async (_, facts, rule, field) => {
  const input = { title: 'A source', ...facts };
  expect(await refusal(committee.as('LEAD_OFFICER')(record, { input }))).toMatchObject({ code: 'RULE_BROKEN', rule, field });
});

test('a grade outside one to six is refused, the field named', async () => {
  const input = {
    kind: 'PROGRESS_REVIEW',
    title: 'T',
    inspection: { body: 'X', evaluations: [{ heading: 'H', grade: 7, gradeLabel: 'Best' }] },
  };
  expect(await refusal(committee.as('LEAD_OFFICER')(record, { input }))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.inspection.evaluations.0.grade',
  });
});

const step =
  'mutation($input: TakeSourceStepInput!) { takeSourceStep(input: $input) { source { version status statusReason } } }';

test('a review goes from notification to publication, each step by those whose decision it is', async () => {
  const input = { kind: 'LEARNING_REVIEW', title: 'A review' };
  const { source } = (await answered(committee.as('MEMBER')(record, { input }))).recordLearningSource;
  const steps = [
    ...([
      ['LEAD_OFFICER', 'INFORMATION_GATHERING'],
      ['LEAD_OFFICER', 'RECOMMENDED'],
      ['CHAIR', 'PROCEEDING'],
      ['CHAIR', 'ON_HOLD'],
    ] as const),
    ...([
      ['CHAIR', 'PROCEEDING'],
      ['LEAD_OFFICER', 'REPORTED'],
      ['CHAIR', 'ACCEPTED_BY_CPC'],
      ['CHIEF_OFFICER', 'CONSIDERED_BY_COG'],
    ] as const),
    ...([
      ['CHAIR', 'PUBLISHED'],
      ['LEAD_OFFICER', 'CLOSED'],
    ] as const),
  ];
  for (const [index, [role, to]] of steps.entries()) {
    const next = { id: source.id, version: index + 1, to, reason: to === 'ON_HOLD' ? 'A prosecution is under way' : null };
    const { takeSourceStep } = await answered(committee.as(role)(step, { input: next }));
    expect(takeSourceStep.source.status).toBe(to);
  }
});

test('a step out of turn, by the wrong role or without its reason is refused', async () => {
  const input = { kind: 'LEARNING_REVIEW', title: 'A review', isReported: true };
  const { source } = (await answered(committee.as('LEAD_OFFICER')(record, { input }))).recordLearningSource;
  const take = (role: 'CHAIR' | 'LEAD_OFFICER', version: number, to: string) =>
    committee.as(role)(step, { input: { id: source.id, version, to } });
  expect(await refusal(take('CHAIR', 1, 'PUBLISHED'))).toMatchObject({ rule: 'source.transition' });
  expect(await refusal(take('LEAD_OFFICER', 1, 'ACCEPTED_BY_CPC'))).toMatchObject({ code: 'FORBIDDEN' });
  await answered(take('CHAIR', 1, 'ACCEPTED_BY_CPC'));
  await answered(committee.as('CHIEF_OFFICER')(step, { input: { id: source.id, version: 2, to: 'CONSIDERED_BY_COG' } }));
  expect(await refusal(take('CHAIR', 3, 'NOT_PUBLISHED'))).toMatchObject({ rule: 'source.reason', field: 'input.reason' });
});
