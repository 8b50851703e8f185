import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { listening } from '../support/listening';
import { makeMeasure } from '../measures/measureMaking';
import { ask, fullPlan, makeCycle, makeRamp, rawIdOf, step, type MadeCycle } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const document = readFileSync('examples/sealedPlan.graphql', 'utf8');

async function started(facts: object = {}): Promise<MadeCycle> {
  const ramp = await makeRamp(committee);
  const measure = await makeMeasure(committee);
  const prediction = {
    ...fullPlan.questions[0]?.predictions[0],
    measureId: measure.id,
    lower: 0.1 + 0.2,
    horizonOn: '2026-12-31',
  };
  const questions = [{ text: 'Will “everyone” accept – at once?\n', predictions: [prediction] }];
  const cycle = await makeCycle(committee, ramp.id, { questions, plannedEndOn: '2026-09-30', changesAtOnce: 1, ...facts });
  return (await step(committee, 'startCycle', cycle)).cycle;
}

test('when Do starts, plan and predictions are sealed: text, hash and time are given back to the caller', async () => {
  const ramp = await makeRamp(committee);
  const cycle = await makeCycle(committee, ramp.id);
  const seal = 'cycle { seal { recipe sha256 canonicalText recordedAt } }';
  const asked = await committee.as('IMPROVEMENT_ADVISER')(
    `mutation($input: StartCycleInput!) { startCycle(input: $input) { ${seal} } }`,
    {
      input: { id: cycle.id, version: cycle.version },
    },
  );
  const { sha256, canonicalText, recordedAt, recipe } = (await answered(Promise.resolve(asked))).startCycle.cycle.seal;
  expect(recipe).toBe('golden-thread-plan-1');
  expect(recordedAt).toBe(api.clock.now.toISOString());
  expect(sha256).toBe(
    createHash('sha256')
      .update(canonicalText as string, 'utf8')
      .digest('hex'),
  );
  expect(JSON.parse(canonicalText as string)).toMatchObject({
    id: cycle.id,
    objective: fullPlan.objective,
    doStartedOn: '2026-09-15',
  });
});

test('before Do there is no seal', async () => {
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id);
  expect((await answered(committee.as('MEMBER')(document, { id: cycle.id }))).node.seal).toBeNull();
});

test('a stranger’s script recomputes the hash from the API’s answer', async () => {
  const cycle = await started();
  const service = await listening(api);
  try {
    const token = (await service.authorization(committee, 'MEMBER')).replace('Bearer ', '');
    const { stdout } = await promisify(execFile)(process.execPath, [
      'examples/verifySeal.mjs',
      `${service.url}/graphql`,
      token,
      cycle.id,
    ]);
    expect(stdout).toMatch(/^The seal of 2026-09-15T10:00:00\.000Z holds: [0-9a-f]{64}$/m);
  } finally {
    await service.close();
  }
});

test('no verb changes a sealed plan', async () => {
  const cycle = await started();
  const based = { id: cycle.id, version: cycle.version };
  const before = (await answered(committee.as('MEMBER')(document, { id: cycle.id }))).node as object;
  const attempts = [
    ask(committee, 'reviseCyclePlan', { ...based, objective: 'Something else' }),
    ask(committee, 'reviseCyclePlan', { ...based, questions: [] }),
    ask(committee, 'startCycle', { ...based, startedOn: '2026-09-01' }),
    ask(committee, 'cancelCycle', { ...based, reason: 'Never happened' }),
  ];
  for (const attempt of attempts) expect((await attempt).errors[0]?.extensions.code).toBe('RULE_BROKEN');
  await step(committee, 'finishDoing', cycle, { observations: [{ text: 'Three of four' }] });
  expect((await answered(committee.as('MEMBER')(document, { id: cycle.id }))).node).toEqual(before);
});

test.each([
  ['its facts', `update pdsa_cycle set objective = 'Other' where id = $1`, 'cycle.frozen'],
  ['what was learnt from before', `update pdsa_cycle set learned_from_previous = 'Other' where id = $1`, 'cycle.frozen'],
  ['that it was recorded after the fact', `update pdsa_cycle set recorded_after_the_fact = true where id = $1`, 'cycle.frozen'],
  ['a question', `update pdsa_question set text = 'Other' where cycle_id = $1`, 'cycle.frozen'],
  [
    'a prediction',
    `delete from prediction where question_id in (select id from pdsa_question where cycle_id = $1)`,
    'cycle.frozen',
  ],
  ['its measures', `delete from cycle_measure where cycle_id = $1`, 'cycle.frozen'],
  ['the seal', `update plan_seal set sha256 = repeat('0', 64) where cycle_id = $1`, 'cycle.sealed'],
  ['the seal, by removing it', `delete from plan_seal where cycle_id = $1`, 'cycle.sealed'],
])('the database refuses to change %s, whoever asks', async (_, sql, constraint) => {
  const cycle = await started();
  await expect(api.sql(sql, [rawIdOf(cycle)])).rejects.toMatchObject({ constraint });
});

test('the database refuses a seal whose hash does not fit its text', async () => {
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id);
  const forged = api.sql(
    `insert into plan_seal (id, committee_id, version, recorded_at, cycle_id, recipe, canonical_text, sha256)
     select gen_random_uuid(), committee_id, 1, now(), id, 'x', '{}', repeat('0', 64) from pdsa_cycle where id = $1`,
    [rawIdOf(cycle)],
  );
  await expect(forged).rejects.toMatchObject({ constraint: 'plan_seal_hash' });
});
