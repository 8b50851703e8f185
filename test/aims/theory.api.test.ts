import { answered, refusal, startApi, type TestApi, type TestCommittee, type Shown } from '../support/api';
import { makeMeasure } from '../measures/measureMaking';
import { makeAim, makeDriver, makeIdea, mutation, uuidOf } from './aimMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const aimOf = async (id: string, fields: string): Promise<Record<string, Shown>> =>
  (await answered(committee.as('MEMBER')(`query($id: ID!) { node(id: $id) { ... on Aim { ${fields} } } }`, { id }))).node;
const say = (verb: string, input: object, role: 'IMPROVEMENT_ADVISER' | 'MEMBER' = 'IMPROVEMENT_ADVISER') =>
  committee.as(role)(mutation(verb, 'clientMutationId'), { input });

const graph = 'number reason author { role } parts { kind statement parents { statement } children { statement } }';

async function stated(): Promise<{ aimId: string; primary: string; secondary: string }> {
  const aimId = (await makeAim(committee)).id;
  const primary = (await makeDriver(committee, { aimId, statement: 'Dates are known early' })).id;
  const secondary = (
    await makeDriver(committee, { aimId, kind: 'SECONDARY', statement: 'Diaries are open', parentDriverIds: [primary] })
  ).id;
  return { aimId, primary, secondary };
}

test('the theory is a graph in one query; a change idea may serve several drivers', async () => {
  const { aimId, primary, secondary } = await stated();
  await makeIdea(committee, { driverIds: [primary, secondary], statement: 'Hold the date at the meeting' });
  const { theory } = await aimOf(aimId, `theory { ${graph} }`);
  expect(theory).toEqual({
    ...{ number: 3, reason: 'Change idea proposed: CI-2026-01', author: { role: 'IMPROVEMENT_ADVISER' } },
    parts: [
      {
        ...{ kind: 'CHANGE_IDEA', statement: 'Hold the date at the meeting', children: [] },
        parents: [{ statement: 'Dates are known early' }, { statement: 'Diaries are open' }],
      },
      {
        ...{ kind: 'PRIMARY', statement: 'Dates are known early', parents: [] },
        children: [{ statement: 'Hold the date at the meeting' }, { statement: 'Diaries are open' }],
      },
      {
        ...{ kind: 'SECONDARY', statement: 'Diaries are open', parents: [{ statement: 'Dates are known early' }] },
        children: [{ statement: 'Hold the date at the meeting' }],
      },
    ],
  });
});

test('the theory is also a picture, whose words stay words', async () => {
  const { aimId, primary } = await stated();
  await makeIdea(committee, { driverIds: [primary], statement: 'Hold <script>the date</script>' });
  const { theory } = await aimOf(aimId, 'theory { svg narrow: svg(width: 320) }');
  for (const svg of [theory.svg, theory.narrow]) {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('Dates are known early');
    expect(svg).not.toContain('<script>');
  }
  const tooWide = committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on Aim { theory { svg(width: 9000) } } } }', {
    id: aimId,
  });
  expect(await refusal(tooWide)).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'picture.width' });
});

test('each change makes a version, in the words of then; earlier ones stay', async () => {
  const { aimId, primary, secondary } = await stated();
  await answered(
    say('reviseDriver', { id: primary, version: 1, statement: 'Dates are agreed early', reason: 'Known is not agreed' }),
  );
  await answered(say('retireDriver', { id: secondary, version: 1, reason: 'Diaries were open all along' }));
  const { theoryVersions } = await aimOf(aimId, 'theoryVersions { number reason parts { statement } }');
  expect(
    theoryVersions.map(({ number, reason, parts }: Shown) => [number, reason, parts.map(({ statement }: Shown) => statement)]),
  ).toEqual([
    [1, 'Driver added: Dates are known early', ['Dates are known early']],
    [2, 'Driver added: Diaries are open', ['Dates are known early', 'Diaries are open']],
    [3, 'Known is not agreed', ['Dates are agreed early', 'Diaries are open']],
    [4, 'Diaries were open all along', ['Dates are agreed early']],
  ]);
  for (const table of ['theory_version', 'theory_part', 'theory_link', 'progress_assessment']) {
    await expect(api.sql(`truncate ${table} cascade`)).rejects.toMatchObject({ constraint: 'theory.kept' });
  }
  await expect(
    api.sql(`update theory_part set statement = 'Other' where committee_id = $1`, [committee.id]),
  ).rejects.toMatchObject({ constraint: 'theory.kept' });
});

test('a driver that others work through stays, and one that has left the theory is not used again', async () => {
  const { aimId, primary, secondary } = await stated();
  expect((await refusal(say('retireDriver', { id: primary, version: 1, reason: 'Wrong' }))).rule).toBe('driver.inUse');
  await answered(say('retireDriver', { id: secondary, version: 1, reason: 'Wrong' }));
  expect((await refusal(say('retireDriver', { id: secondary, version: 2, reason: 'Again' }))).rule).toBe('driver.retired');
  expect((await refusal(say('reviseDriver', { id: secondary, version: 2, statement: 'x', reason: 'y' }))).rule).toBe(
    'driver.retired',
  );
  expect((await refusal(say('proposeChangeIdea', { driverIds: [secondary], statement: 'x' }))).rule).toBe('driver.retired');
  expect(
    (await refusal(say('addDriver', { aimId, kind: 'SECONDARY', statement: 'x', parentDriverIds: [primary, secondary] }))).rule,
  ).toBe('driver.parents');
});

test('an aim says what it leaves out, and which kinds of measure are missing', async () => {
  const { id, version } = await makeAim(committee);
  const parts = async () => (await aimOf(id, 'missingParts { part }')).missingParts.map(({ part }: Shown) => part) as string[];
  expect(await parts()).toEqual(['FOR_WHOM', 'BASELINE', 'HOW_MUCH', 'BY_WHEN']);
  const whole = { population: 'Children on the register', baselineValue: 62, targetValue: 90, unit: '%', targetOn: '2027-03-31' };
  await answered(say('reviseAim', { id, version, ...whole }));
  expect(await parts()).toEqual([]);
  await makeMeasure(committee, { kind: 'OUTCOME', aimId: id });
  await makeMeasure(committee, { kind: 'PROCESS', aimId: id });
  expect((await aimOf(id, 'missingMeasureKinds { kind sentence }')).missingMeasureKinds).toEqual([
    { kind: 'BALANCING', sentence: 'No balancing measure: nothing shows whether something else gets worse meanwhile.' },
  ]);
});

test('progress is a dated self-assessment with its published definition, beside what the data say', async () => {
  const { id } = await makeAim(committee);
  await answered(say('assessProgress', { aimId: id, score: 2.5, assessedOn: '2026-09-01', note: 'Two ramps under way' }));
  await answered(say('assessProgress', { aimId: id, score: 1.5, assessedOn: '2026-06-01' }));
  expect(
    await aimOf(id, 'improvementStatus progressAssessments { score assessedOn note author { role } step { name } }'),
  ).toEqual({
    improvementStatus: 'NO_MEASURE',
    progressAssessments: [
      {
        score: 1.5,
        assessedOn: '2026-06-01',
        note: null,
        author: { role: 'IMPROVEMENT_ADVISER' },
        step: { name: 'Planning begun' },
      },
      {
        ...{ score: 2.5, assessedOn: '2026-09-01', note: 'Two ramps under way', author: { role: 'IMPROVEMENT_ADVISER' } },
        step: { name: 'Changes tested, but no improvement' },
      },
    ],
  });
  expect(await refusal(say('assessProgress', { aimId: id, score: 2.7 }))).toMatchObject({
    rule: 'progressScore.scale',
    field: 'input.score',
  });
  expect((await refusal(say('assessProgress', { aimId: id, score: 3, assessedOn: '2026-12-31' }))).rule).toBe(
    'progressScore.dayAhead',
  );
  const { progressScale } = await answered(committee.as('MEMBER')('{ progressScale { score name definition } }'));
  expect(progressScale.map(({ score }: Shown) => score)).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
});

test('the statements of a theory do not grow with it', async () => {
  const fill = async (ideas: number) => {
    const { aimId, primary, secondary } = await stated();
    for (let i = 0; i < ideas; i += 1) await makeIdea(committee, { driverIds: [primary, secondary], statement: `Idea ${i}` });
    return aimId;
  };
  const ask = `query($id: ID!) { node(id: $id) { ... on Aim { theoryVersions { ${graph} } missingParts { part } } } }`;
  const [few, many] = [await fill(1), await fill(6)];
  const [small, large] = [await committee.as('MEMBER')(ask, { id: few }), await committee.as('MEMBER')(ask, { id: many })];
  expect([small.data.node.theoryVersions.length, large.data.node.theoryVersions.length]).toEqual([3, 8]);
  expect(large.statements.length).toBe(small.statements.length);
  expect(uuidOf(few)).not.toBe(uuidOf(many));
});
