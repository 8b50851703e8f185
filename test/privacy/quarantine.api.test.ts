import type { GraphQLSchema } from 'graphql';
import type { Role } from '../../src/access/roles';
import { makeSchema } from '../../src/graphql/schema';
import { verifyHistory } from '../../src/store/verifyHistory';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeSource } from '../support/make';
import { everyList } from '../support/everyField';
import { makeStrathfinella } from '../support/strathfinella';

/* A text that a privacy steward withholds is read by nobody, at no door, and comes back whole when it is released. */
let api: TestApi;
let schema: GraphQLSchema;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
  api.clock.now = new Date('2024-09-02T10:00:00Z');
  committee = await makeStrathfinella(api);
  api.clock.now = new Date('2026-11-25T10:00:00Z');
});
afterAll(() => api.close());

const say = (role: Role, verb: string, type: string, input: object, fields: string) =>
  committee.as(role)(`mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input });

const quarantine = async (id: string, fieldName: string): Promise<Shown> =>
  (
    await answered(
      say(
        'PRIVACY_STEWARD',
        'quarantineText',
        'QuarantineTextInput',
        { id, fieldName, reason: 'CHILD' },
        'quarantine { id version status text { typeName fieldName } withheldTexts { typeName fieldName } }',
      ),
    )
  ).quarantineText.quarantine;

const FINDING = 'id ref version statement why withheld { reason fields sentence }';
const findingByRef = async (role: Role, ref: string, before = ''): Promise<Shown> => {
  const { findings } = await answered(committee.as(role)(`query ${before} { findings(first: 100) { nodes { ${FINDING} } } }`));
  return findings.nodes.find((each: { ref: string }) => each.ref === ref);
};

const MOMENT = '@asAt(moment: "2026-09-30T12:00:00Z")';
const NEVER = 'key people are missing, so that';

describe('a finding of the demonstration', () => {
  let finding: Shown;
  let held: Shown;
  let chain: unknown[];

  const chainNow = () => api.sql('select seq, hash from event where committee_id = $1 order by seq', [committee.id]);

  beforeAll(async () => {
    const ask = `{ findings(filter: { text: "Initial core groups meet late" }) { nodes { ${FINDING} } } }`;
    finding = (await answered(committee.as('LEAD_OFFICER')(ask))).findings.nodes[0];
    chain = await chainNow();
    held = await quarantine(finding.id, 'statement');
  });

  test('is withheld by one field, with the reason', async () => {
    expect(finding.statement).toContain(NEVER);
    expect(held).toMatchObject({ status: 'WITHHELD', text: { typeName: 'Finding', fieldName: 'statement' } });
    const now = await findingByRef('LEAD_OFFICER', finding.ref);
    expect(now).toMatchObject({ statement: null, why: finding.why, withheld: { reason: 'QUARANTINED', fields: ['statement'] } });
    expect((await findingByRef('LEAD_OFFICER', finding.ref, MOMENT)).statement).toBeNull();
  });

  test('is in no answer to any list, now or as at a moment, whoever asks', async () => {
    const documents = everyList(schema).flatMap((document) => [document, document.replace('{', `query ${MOMENT} {`)]);
    expect(documents.length).toBeGreaterThan(30);
    for (const document of documents) {
      const answer = JSON.stringify(await committee.as('AUDITOR')(document));
      if (answer.includes(NEVER)) throw new Error(`It is read here: ${document.slice(0, 200)}`);
    }
    for (const role of ['PRIVACY_STEWARD', 'CHAIR', 'PARTNER_VIEWER'] as const) {
      for (const before of ['', MOMENT]) {
        const asked = `query ${before} { findings(first: 100) { nodes { ${FINDING} history { nodes { verb } } } } }`;
        expect(JSON.stringify(await committee.as(role)(asked))).not.toContain(NEVER);
      }
    }
  }, 240_000);

  test('is not found by search, nor told by events or what a verb answers', async () => {
    const ask = `query($id: ID!) {
      found: findings(filter: { text: "key people are missing" }) { totalCount }
      node(id: $id) { ... on Finding { history { nodes { sentence changes { withheld { reason } fields { field before after } } } } } } }`;
    const { found, node } = await answered(committee.as('AUDITOR')(ask, { id: finding.id }));
    expect(found.totalCount).toBe(0);
    expect(JSON.stringify(node)).not.toContain(NEVER);
    expect(JSON.stringify(node)).toContain('QUARANTINED');
    const action = { sourceId: (await aSource()).id, text: 'Hold them in time', findingIds: [finding.id] };
    const given = await say(
      'LEAD_OFFICER',
      'recordRecommendation',
      'RecordRecommendationInput',
      action,
      'recommendation { findings { nodes { statement } } }',
    );
    expect(JSON.stringify(given)).not.toContain(NEVER);
  });

  test('is what it was once it is released, everywhere; nothing of the history has changed', async () => {
    const release = { id: held.id, version: held.version, note: 'It points at nobody' };
    const fields = 'quarantine { status releasedBy { displayName } releaseNote withheldTexts { fieldName } }';
    const { releaseText } = await answered(say('PRIVACY_STEWARD', 'releaseText', 'ReleaseTextInput', release, fields));
    expect(releaseText.quarantine).toMatchObject({ status: 'RELEASED', releaseNote: 'It points at nobody', withheldTexts: [] });
    expect(await findingByRef('LEAD_OFFICER', finding.ref)).toMatchObject({ statement: finding.statement, withheld: null });
    expect((await findingByRef('LEAD_OFFICER', finding.ref, MOMENT)).statement).toBe(finding.statement);
    expect((await chainNow()).slice(0, chain.length)).toEqual(chain);
    expect((await verifyHistory(api.database, { committeeId: committee.id })).problems).toEqual([]);
    const again = say('PRIVACY_STEWARD', 'releaseText', 'ReleaseTextInput', { ...release, version: 2 }, fields);
    expect(await refusal(again)).toMatchObject({ rule: 'quarantine.withheld' });
  });
});

const aSource = async (): Promise<Shown> =>
  (await answered(committee.as('LEAD_OFFICER')('{ learningSources(first: 1) { nodes { id title version } } }'))).learningSources
    .nodes[0];

test('a request that is sent again does not bring a text back', async () => {
  const input = {
    ...{ sourceId: (await aSource()).id, polarity: 'CONCERN', statement: 'The red door on the hill', clientMutationId: 'again' },
  };
  const record = () => answered(say('LEAD_OFFICER', 'recordFinding', 'RecordFindingInput', input, `finding { ${FINDING} }`));
  const { finding } = (await record()).recordFinding;
  expect(finding.statement).toBe('The red door on the hill');
  await quarantine(finding.id, 'statement');
  const again = (await record()).recordFinding.finding;
  expect(again).toMatchObject({ id: finding.id, statement: null, withheld: { reason: 'QUARANTINED' } });
});

test('what the author writes instead is shown from then on; what it was before is not', async () => {
  const { aims } = await answered(committee.as('LEAD_OFFICER')('{ aims(first: 1) { nodes { id ref version statement } } }'));
  const [aim] = aims.nodes;
  await quarantine(aim.id, 'statement');
  const shown = async (before = '') => {
    const ask = `query ${before} { aims(first: 100) { nodes { ref statement withheld { reason fields } } } }`;
    return (await answered(committee.as('CHAIR')(ask))).aims.nodes.find(({ ref }: { ref: string }) => ref === aim.ref);
  };
  expect(await shown()).toMatchObject({ statement: '[withheld]', withheld: { reason: 'QUARANTINED', fields: ['statement'] } });
  const revise = { id: aim.id, version: aim.version, statement: 'Core groups meet in time by March 2027' };
  await answered(say('IMPROVEMENT_ADVISER', 'reviseAim', 'ReviseAimInput', revise, 'aim { id }'));
  expect(await shown()).toMatchObject({ statement: revise.statement, withheld: null });
  const ask = `query($id: ID!) { node(id: $id) { ... on Aim { history(first: 50) { nodes { verb changes { fields { field before after } } } } } } }`;
  const { node } = await answered(committee.as('AUDITOR')(ask, { id: aim.id }));
  expect(JSON.stringify(node)).not.toContain(aim.statement);
  expect(JSON.stringify(node)).toContain(revise.statement);
  expect((await shown(MOMENT)).statement).toBe('[withheld]');
});

test('the seal of a plan and the versions of a theory that say the same are withheld with it', async () => {
  const ask = '{ pdsaCycles(first: 50) { nodes { id objective seal { id canonicalText sha256 } } } }';
  const cycles = (await answered(committee.as('LEAD_OFFICER')(ask))).pdsaCycles.nodes;
  const sealed = cycles.find(({ objective, seal }: Shown) => seal && objective);
  const held = await quarantine(sealed.id, 'objective');
  expect(held.withheldTexts).toContainEqual({ typeName: 'PlanSeal', fieldName: 'canonicalText' });
  const after = (await answered(committee.as('LEAD_OFFICER')(ask))).pdsaCycles.nodes.find(({ id }: Shown) => id === sealed.id);
  expect(after).toMatchObject({ objective: null, seal: { canonicalText: null, sha256: sealed.seal.sha256 } });
  const ideas = await answered(
    committee.as('LEAD_OFFICER')('{ aims(first: 5) { nodes { drivers { changeIdeas(first: 5) { nodes { id statement } } } } } }'),
  );
  const idea = ideas.aims.nodes.flatMap(({ drivers }: Shown) => drivers.flatMap((driver: Shown) => driver.changeIdeas.nodes))[0];
  expect((await quarantine(idea.id, 'statement')).withheldTexts).toContainEqual({
    typeName: 'TheoryPart',
    fieldName: 'statement',
  });
  const theories = '{ aims(first: 5) { nodes { theory { parts { statement } svg } theoryVersions { parts { statement } } } } }';
  expect(JSON.stringify(await answered(committee.as('LEAD_OFFICER')(theories)))).not.toContain(idea.statement);
});

test('a copy that is made afterwards is withheld too', async () => {
  const { aims } = await answered(
    committee.as('LEAD_OFFICER')('{ aims(first: 5) { nodes { drivers { id version statement } } } }'),
  );
  const { drivers } = aims.nodes.find((aim: Shown) => aim.drivers.length > 1);
  const [withheld, other] = drivers;
  await quarantine(withheld.id, 'statement');
  const revise = { id: other.id, version: other.version, statement: 'Something else that has to be in place', reason: 'Learnt' };
  await answered(say('IMPROVEMENT_ADVISER', 'reviseDriver', 'ReviseDriverInput', revise, 'driver { id }'));
  const theories = '{ aims(first: 5) { nodes { theoryVersions { number parts { statement withheld { reason } } } } } }';
  const answer = JSON.stringify(await answered(committee.as('LEAD_OFFICER')(theories)));
  expect(answer).not.toContain(withheld.statement);
  expect(answer).toContain(revise.statement);
});

test.each([
  ['Aunt at number 9', 'AUNT  at number 9', true],
  ['Uncle at number 5', 'What the uncle at number 5 said', false],
  ['The grandmother keeps the key', 'We heard: the  Grandmother keeps the key.', true],
])('a text that says “%s” is withheld; another one says “%s”: withheld with it %s', async (words, others, isCopy) => {
  const made = await Promise.all([words, others].map((title) => makeSource(committee, { title })));
  await quarantine(made[0]?.id ?? '', 'title');
  const ask = 'query($id: ID!) { node(id: $id) { ... on LearningSource { title } } }';
  const { node } = await answered(committee.as('MEMBER')(ask, { id: made[1]?.id }));
  expect(node.title).toBe(isCopy ? null : others);
});

test('an erased text is told to be so', async () => {
  const source = await aSource();
  const { id, version } = await quarantine(source.id, 'title');
  const ask = await answered(
    say(
      'PRIVACY_STEWARD',
      'askErasure',
      'AskErasureInput',
      { id, version, ground: 'PERSONS_REQUEST' },
      'quarantine { id version }',
    ),
  );
  await answered(say('CHAIR', 'confirmErasure', 'ConfirmErasureInput', ask.askErasure.quarantine, 'erasure { id }'));
  const told = `query($id: ID!) { node(id: $id) { ... on LearningSource { title withheld { reason fields sentence } history { nodes { sentence } } } } }`;
  const { node } = await answered(committee.as('MEMBER')(told, { id: source.id }));
  expect(node).toMatchObject({ title: null, withheld: { reason: 'ERASED', fields: ['title'] } });
  expect(JSON.stringify(node)).not.toContain(source.title);
});
