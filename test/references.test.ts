import { isInputObjectType, isNonNullType, type GraphQLSchema } from 'graphql';
import { makeSchema } from '../src/graphql/schema';
import { verbs } from '../src/verbs';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from './support/api';
import { makeFinding } from './support/make';
import { sampleInput } from './support/sampleInput';
import { makeStrathfinella } from './support/strathfinella';

/* A reference is told where the rest is withheld, so nothing can be written in one. */
let api: TestApi;
let schema: GraphQLSchema;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
  committee = await makeStrathfinella(api);
}, 120_000);
afterAll(() => api.close());

/** Every verb whose input takes a reference, with that input. */
function taking() {
  return verbs.flatMap(({ name, by: [role] }) => {
    const type = schema.getMutationType()?.getFields()[name]?.args[0]?.type;
    const input = isNonNullType(type) ? type.ofType : type;
    return isInputObjectType(input) && input.getFields().ref && role ? [{ name, role, input }] : [];
  });
}

test('every input with a reference refuses words with one sentence that says where and why', async () => {
  expect(taking()).toHaveLength(9);
  for (const { name, role, input } of taking()) {
    const document = `mutation($input: ${input.name}!) { ${name}(input: $input) { clientMutationId } }`;
    const given = { ...(sampleInput(input) as object), ref: 'Kyle Smith, aged 4' };
    const { errors } = await committee.as(role)(document, { input: given });
    expect([name, errors]).toMatchObject([
      name,
      [
        {
          extensions: {
            code: 'BAD_USER_INPUT',
            fields: expect.arrayContaining([
              { field: 'input.ref', messages: [expect.stringMatching(/^must be a reference such as LR-2026-01\/F3: /)] },
            ]),
          },
        },
      ],
    ]);
  }
});

test('a reference of the form is kept, and a refused one changes nothing', async () => {
  const record = 'mutation($input: RecordFindingInput!) { recordFinding(input: $input) { finding { ref } } }';
  const { learningSources } = await answered(committee.as('LEAD_OFFICER')('{ learningSources(first: 1) { nodes { id } } }'));
  const input = { sourceId: learningSources.nodes[0].id, polarity: 'CONCERN', statement: 'Late' };
  const say = (ref: string) => committee.as('LEAD_OFFICER')(record, { input: { ...input, ref } });
  expect((await answered(say('QA/2.1(b)'))).recordFinding.finding).toEqual({ ref: 'QA/2.1(b)' });
  const counted = () => api.sql('select count(*) from finding where committee_id = $1', [committee.id]);
  const before = await counted();
  expect(await refusal(say('SMITH-2014'))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.ref' });
  expect(await counted()).toEqual(before);
});

test('one made up from the longest that can be typed is kept too', async () => {
  const source = `${'AB-'.repeat(6)}${'1'.repeat(22)}`;
  const record = 'mutation($input: RecordLearningSourceInput!) { recordLearningSource(input: $input) { source { id ref } } }';
  const input = { ...(sampleInput(schema.getType('RecordLearningSourceInput') as never) as object), ref: source };
  const { recordLearningSource } = await answered(committee.as('LEAD_OFFICER')(record, { input }));
  expect(await makeFinding(committee, { sourceId: recordLearningSource.source.id })).toMatchObject({ ref: `${source}/F1` });
});

test.each(['learning_source', 'finding', 'recommendation', 'plan', 'action', 'aim', 'change_idea', 'measure'])(
  'the database keeps no words in a reference of %s',
  async (table) => {
    for (const ref of ['Kyle Smith', 'SMITH-1', 'LR', 'LR 1', '1'.repeat(61), 'AB-CD-EF-GH-IJ-KL-MN-OP-Q-1', 'LR-1\n'])
      await expect(
        api.sql(`update ${table} set ref = $2 where id = (select id from ${table} where committee_id = $1 limit 1)`, [
          committee.id,
          ref,
        ]),
      ).rejects.toMatchObject({ constraint: 'reference.form' });
  },
);
