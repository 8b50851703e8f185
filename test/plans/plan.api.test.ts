import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makePlan } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

type Speaker = 'CHAIR' | 'LEAD_OFFICER' | 'CHIEF_OFFICER';
const inputs: Readonly<Record<string, string>> = {
  approvePlan: 'DecideOnPlanInput',
  ratifyPlan: 'DecideOnPlanInput',
  renewPlan: 'DecideOnPlanInput',
  returnPlan: 'ReturnPlanInput',
};
const say = (verb: string, role: Speaker, input: object) =>
  committee.as(role)(
    `mutation($input: ${inputs[verb] ?? 'MovePlanInput'}!) { ${verb}(input: $input) { plan { version status edition decisions { kind edition planVersion reason decidedBy { role } } } } }`,
    { input },
  );

test('a plan is drafted, approved by the committee, ratified by the chief officers, put in force, reviewed and renewed', async () => {
  const { id } = await makePlan(committee);
  const steps = [
    ...([
      ['submitPlan', 'LEAD_OFFICER', 'SUBMITTED'],
      ['returnPlan', 'CHAIR', 'RETURNED'],
      ['submitPlan', 'LEAD_OFFICER', 'SUBMITTED'],
    ] as const),
    ...([
      ['approvePlan', 'CHAIR', 'APPROVED_BY_CPC'],
      ['ratifyPlan', 'CHIEF_OFFICER', 'RATIFIED_BY_COG'],
    ] as const),
    ...([
      ['activatePlan', 'CHAIR', 'ACTIVE'],
      ['reviewPlan', 'LEAD_OFFICER', 'UNDER_REVIEW'],
      ['renewPlan', 'CHAIR', 'ACTIVE'],
    ] as const),
  ];
  let plan: { edition: number; decisions: object[] } = { edition: 0, decisions: [] };
  for (const [index, [verb, role, status]] of steps.entries()) {
    const input = { id, version: index + 1, ...(verb === 'returnPlan' ? { reason: 'Name the resources' } : {}) };
    plan = (await answered(say(verb, role, input)))[verb].plan;
    expect(plan).toMatchObject({ status, version: index + 2 });
  }
  expect(plan.edition).toBe(2);
  expect(plan.decisions).toEqual([
    { kind: 'RETURNED', edition: 1, planVersion: 2, reason: 'Name the resources', decidedBy: { role: 'CHAIR' } },
    { kind: 'APPROVED', edition: 1, planVersion: 4, reason: null, decidedBy: { role: 'CHAIR' } },
    { kind: 'RATIFIED', edition: 1, planVersion: 5, reason: null, decidedBy: { role: 'CHIEF_OFFICER' } },
    { kind: 'RENEWED', edition: 2, planVersion: 8, reason: null, decidedBy: { role: 'CHAIR' } },
  ]);
});

test('a plan that is before the committee is settled', async () => {
  const { id } = await makePlan(committee);
  await answered(say('submitPlan', 'LEAD_OFFICER', { id, version: 1 }));
  const add = 'mutation($input: AddOutcomeInput!) { addOutcome(input: $input) { outcome { position } } }';
  const adding = committee.as('LEAD_OFFICER')(add, { input: { planId: id, statement: 'One more' } });
  expect(await refusal(adding)).toMatchObject({ code: 'RULE_BROKEN', rule: 'plan.settled' });
});

test('a plan cannot end before it starts, nor be put in force before it is ratified', async () => {
  const draft = 'mutation($input: DraftPlanInput!) { draftPlan(input: $input) { plan { id } } }';
  const input = { title: 'A plan', startsOn: '2026-04-01', endsOn: '2026-03-31' };
  expect(await refusal(committee.as('LEAD_OFFICER')(draft, { input }))).toMatchObject({
    rule: 'plan.period',
    field: 'input.endsOn',
  });
  const { id } = await makePlan(committee);
  expect(await refusal(say('activatePlan', 'CHAIR', { id, version: 1 }))).toMatchObject({ rule: 'plan.transition' });
});

test('outcomes keep their order and lead to their actions', async () => {
  const { id } = await makePlan(committee);
  const add = 'mutation($input: AddOutcomeInput!) { addOutcome(input: $input) { outcome { position } } }';
  const input = { planId: id, statement: 'Staff feel able to challenge' };
  expect((await answered(committee.as('LEAD_OFFICER')(add, { input }))).addOutcome.outcome.position).toBe(2);
  const { plans } = await answered(
    committee.as('MEMBER')('{ plans { nodes { outcomes { position plan { id } actions { totalCount } } } } }'),
  );
  expect(plans.nodes[0].outcomes).toEqual([1, 2].map((position) => ({ position, plan: { id }, actions: { totalCount: 0 } })));
});
