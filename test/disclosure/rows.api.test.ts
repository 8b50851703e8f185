import { makeCycle, makeOpenRamp, makeRamp, rawIdOf, step } from '../cycles/cycleMaking';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeFinding, makeSource } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

async function keepSmallFrom(role: 'IMPROVEMENT_ADVISER' | 'CHIEF_OFFICER' | 'MEMBER'): Promise<void> {
  const [settings] = await api.sql('select id, version from committee_settings where committee_id = $1', [committee.id]);
  const id = Buffer.from(`CommitteeSettings:${settings?.id as string}`).toString('base64url');
  const input = { id, version: settings?.version, protectedRoles: [role] };
  await answered(
    committee.as('CHAIR')('mutation($input: KeepSmallNumbersInput!) { keepSmallNumbers(input: $input) { settings { id } } }', {
      input,
    }),
  );
}

const small = { suppressed: true, reason: 'SMALL_NUMBERS' };
const shown = { suppressed: false, reason: null };
const notPublished = { suppressed: true, reason: 'NOT_PUBLISHED' };

describe('the children in a test', () => {
  const query = `query($id: ID!) { node(id: $id) { ... on PdsaCycle { childrenOrEpisodes disclosure { suppressed reason }
    seal { recipe canonicalText sha256 disclosure { suppressed reason } } } } }`;
  const seenBy = async (role: 'PARTNER_VIEWER' | 'MEMBER', id: string) =>
    (await answered(committee.as(role)(query, { id }))).node;

  test.each([
    [1, null, small],
    [4, null, small],
    [0, null, small],
    [5, 5, shown],
    [12, 12, shown],
  ])('%i of them: their number is shown or hidden once the test has begun, and never before', async (count, told, how) => {
    const cycle = await makeCycle(committee, (await makeOpenRamp(committee)).id, {
      size: { scale: 'SMALL', childrenOrEpisodes: count },
    });
    expect(await seenBy('PARTNER_VIEWER', cycle.id)).toMatchObject({
      childrenOrEpisodes: null,
      disclosure: { suppressed: true, reason: 'NOT_YET_PUBLISHED' },
    });
    await step(committee, 'startCycle', cycle);
    const seen = await seenBy('PARTNER_VIEWER', cycle.id);
    expect(seen).toMatchObject({ childrenOrEpisodes: told, disclosure: how, seal: { disclosure: how } });
    expect([seen.seal.canonicalText === null, seen.seal.sha256 === null]).toEqual([told === null, told === null]);
    const whole = await seenBy('MEMBER', cycle.id);
    expect(whole).toMatchObject({ childrenOrEpisodes: count, disclosure: shown });
    expect(JSON.parse(whole.seal.canonicalText as string)).toMatchObject({ childrenOrEpisodes: count });
  });

  test('is nothing to hide where nobody has said it', async () => {
    const cycle = await makeCycle(committee, (await makeOpenRamp(committee)).id, { size: { scale: 'SMALL' } });
    expect(await seenBy('PARTNER_VIEWER', cycle.id)).toMatchObject({ childrenOrEpisodes: null, disclosure: shown });
  });
});

test.each([
  [
    'MULTI_AGENCY_AUDIT',
    { audit: { standard: 'S', sampleSize: 20, compliantCount: 12 } },
    { sampleSize: 20, compliantCount: 12 },
  ],
  ['MULTI_AGENCY_AUDIT', { audit: { standard: 'S', sampleSize: 20, compliantCount: 17 } }, null],
  ['MULTI_AGENCY_AUDIT', { audit: { standard: 'S', sampleSize: 20, compliantCount: 20 } }, null],
  ['MULTI_AGENCY_AUDIT', { audit: { standard: 'S', sampleSize: 20 } }, { sampleSize: 20, compliantCount: null }],
  ['MULTI_AGENCY_AUDIT', { audit: { standard: 'S', sampleSize: 4 } }, null],
  ['USER_FEEDBACK', { consultation: { method: 'FOCUS_GROUP', respondents: 9, invited: 30 } }, { respondents: 9, invited: 30 }],
  ['USER_FEEDBACK', { consultation: { method: 'FOCUS_GROUP', respondents: 9, invited: 12 } }, null],
  ['USER_FEEDBACK', { consultation: { method: 'FOCUS_GROUP', respondents: 3 } }, null],
])('the cases and people behind a source: %s %j', async (kind, facts, told) => {
  const { id } = await makeSource(committee, { kind, visibility: 'PARTNERSHIP', ...facts });
  const query = `query($id: ID!) { node(id: $id) { ... on LearningSource { audit { sampleSize compliantCount disclosure { suppressed reason } }
    consultation { respondents invited disclosure { suppressed reason } } } } }`;
  const { node } = await answered(committee.as('PARTNER_VIEWER')(query, { id }));
  const seen = node.audit ?? node.consultation;
  if (told) expect(seen).toEqual({ ...told, disclosure: shown });
  else expect([seen.disclosure, Object.values(seen as object).filter((value) => typeof value === 'number')]).toEqual([small, []]);
  const { node: whole } = await answered(committee.as('AUDITOR')(query, { id }));
  const recorded = Object.entries(Object.values(facts)[0] as object).filter(([, value]) => typeof value === 'number');
  expect(whole.audit ?? whole.consultation).toMatchObject({ ...Object.fromEntries(recorded), disclosure: shown });
});

test('the baseline of an aim was typed as one value, so nothing says how many children stand behind it', async () => {
  const input = { statement: 'Ninety per cent in time', baselineValue: 62, targetValue: 90, unit: '%' };
  await answered(
    committee.as('IMPROVEMENT_ADVISER')('mutation($input: StateAimInput!) { stateAim(input: $input) { aim { id } } }', { input }),
  );
  const query = '{ aims { nodes { baselineValue targetValue baselineDisclosure { suppressed reason } } } }';
  expect((await answered(committee.as('PARTNER_VIEWER')(query))).aims.nodes).toEqual([
    { baselineValue: null, targetValue: 90, baselineDisclosure: { suppressed: true, reason: 'UNKNOWN_SIZE' } },
  ]);
  expect((await answered(committee.as('MEMBER')(query))).aims.nodes[0]).toMatchObject({
    baselineValue: 62,
    baselineDisclosure: shown,
  });
});

test('totals of lists of work are for the committee; those of lists of reference for all', async () => {
  const partners = { visibility: 'PARTNERSHIP' };
  const source = await makeSource(committee, partners);
  const finding = await makeFinding(committee, { ...partners, sourceId: source.id });
  await makeAction(committee, { ...partners, findingIds: [finding.id] });
  const query = `{ findings { totalCount totalCountDisclosure { suppressed reason } nodes { id actions { totalCount totalCountDisclosure { reason } } } }
    learningSources(filter: { text: "Audit" }) { totalCount } themes { totalCount totalCountDisclosure { suppressed } } agencies { totalCount } }`;
  const seen = await answered(committee.as('PARTNER_VIEWER')(query));
  expect(seen.findings).toMatchObject({
    ...{ totalCount: null, totalCountDisclosure: notPublished },
    nodes: [{ actions: { totalCount: null, totalCountDisclosure: { reason: 'NOT_PUBLISHED' } } }],
  });
  expect(seen.learningSources.totalCount).toBeNull();
  expect(seen.themes.totalCount).toBeGreaterThan(10);
  expect(seen.themes.totalCountDisclosure).toEqual({ suppressed: false });
  expect(seen.agencies.totalCount).toBe(2);
  expect((await answered(committee.as('MEMBER')(query))).findings).toMatchObject({ totalCount: 1, totalCountDisclosure: shown });
});

test('a role of the committee that small numbers are kept from is not told counts of rows, and can count what it lists', async () => {
  await makeAction(committee);
  await keepSmallFrom('MEMBER');
  const query =
    '{ actions(filter: { statuses: [PROPOSED] }, first: 9) { totalCount nodes { id } } findings(first: 9) { totalCount nodes { id } } }';
  const seenBy = async (role: 'MEMBER' | 'PARTNER_VIEWER') => {
    const { actions, findings } = await answered(committee.as(role)(query));
    return [actions, findings].map(({ totalCount, nodes }) => [totalCount, (nodes as object[]).length]);
  };
  const counted = [
    [null, 1],
    [null, 1],
  ];
  expect(await seenBy('MEMBER')).toEqual(counted);
  expect(await seenBy('PARTNER_VIEWER')).toEqual(counted.map(() => [null, 0]));
});

test('fidelity and calibration of the committee’s work are counts of the committee’s own', async () => {
  const ramp = await makeOpenRamp(committee);
  await makeCycle(committee, ramp.id, { leadMemberId: null });
  const query = `query($id: ID!) { committee { fidelity { cycles } calibration { brierCount } fidelityDisclosure { suppressed reason } }
    node(id: $id) { ... on PdsaRamp { fidelity { cycles } calibration { brierCount } fidelityDisclosure { reason } } } }`;
  expect(await answered(committee.as('PARTNER_VIEWER')(query, { id: ramp.id }))).toEqual({
    committee: { fidelity: null, calibration: null, fidelityDisclosure: notPublished },
    node: { fidelity: null, calibration: null, fidelityDisclosure: { reason: 'NOT_PUBLISHED' } },
  });
  expect(await answered(committee.as('MEMBER')(query, { id: ramp.id }))).toMatchObject({
    committee: { fidelity: { cycles: 1 }, calibration: { brierCount: 0 }, fidelityDisclosure: shown },
  });
});

test('what was changed, and hashes that a small number could be tried out on, are not for readers below analyst', async () => {
  await makeSource(committee, { kind: 'MULTI_AGENCY_AUDIT', audit: { standard: 'S', sampleSize: 3 } });
  const all = await answered(
    committee.as('AUDITOR')(
      '{ events(last: 1) { nodes { hash disclosure { suppressed } changes { kind fields { field after } } } } }',
    ),
  );
  expect(all.events.nodes[0]).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), disclosure: { suppressed: false } });
  await keepSmallFrom('CHIEF_OFFICER');
  expect(
    (await answered(committee.as('CHIEF_OFFICER')('{ events(last: 1) { nodes { hash disclosure { suppressed reason } } } }')))
      .events.nodes,
  ).toEqual([{ hash: null, disclosure: notPublished }]);
  for (const field of ['sentence', 'changes { fields { after } }'])
    expect(await refusal(committee.as('CHIEF_OFFICER')(`{ events(last: 1) { nodes { ${field} } } }`))).toMatchObject({
      code: 'FORBIDDEN',
    });
  for (const role of ['PARTNER_VIEWER', 'ADMIN'] as const)
    for (const document of ['{ events(last: 1) { nodes { id } } }', '{ viewer { member { history { nodes { id } } } } }'])
      expect(await refusal(committee.as(role)(document))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.reading' });
});

test.each(['PARTNER_VIEWER', 'IMPROVEMENT_ADVISER'] as const)(
  'counts along the thread are for analysts: %s is refused them, or sees null and why',
  async (role) => {
    await makeSource(committee, { visibility: 'PARTNERSHIP' });
    const coverage = '{ learningSources { nodes { coverage { funnel { found } } coverageDisclosure { suppressed reason } } } }';
    const counts = ['{ threadAudit { total } }', '{ repeatThemes { findings } }'];
    if (role === 'IMPROVEMENT_ADVISER') {
      expect((await answered(committee.as(role)(coverage))).learningSources.nodes).toEqual([
        { coverage: { funnel: { found: 0 } }, coverageDisclosure: shown },
      ]);
      for (const document of counts) await answered(committee.as(role)(document));
      await keepSmallFrom(role);
    }
    expect((await answered(committee.as(role)(coverage))).learningSources.nodes).toEqual([
      { coverage: null, coverageDisclosure: notPublished },
    ]);
    for (const document of counts)
      expect(await refusal(committee.as(role)(document))).toMatchObject({
        code: 'FORBIDDEN',
        rule: 'disclosure.notPublished',
      });
    const breaks = committee.as(role)('{ threadBreaks { totalCount } }');
    if (role === 'PARTNER_VIEWER') expect(await refusal(breaks)).toMatchObject({ code: 'FORBIDDEN', rule: 'access.reading' });
    else expect((await answered(breaks)).threadBreaks).toEqual({ totalCount: null });
    const { recurrences } = await answered(committee.as(role)('{ recurrences { totalCount } }'));
    expect(recurrences).toEqual({ totalCount: null });
  },
);

test('what is held about oneself leaves out the numbers that one is kept from', async () => {
  const { id: adviserId } = (await answered(committee.as('IMPROVEMENT_ADVISER')('{ viewer { member { id } } }'))).viewer.member;
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id, {
    leadMemberId: adviserId,
    size: { scale: 'SMALL', childrenOrEpisodes: 3 },
  });
  const query = 'query($id: ID!) { heldAbout(memberId: $id) { items(first: 100) { nodes { id facts { field value } } } } }';
  const fieldsOfCycle = async (): Promise<string[]> => {
    const { nodes } = (await answered(committee.as('IMPROVEMENT_ADVISER')(query, { id: adviserId }))).heldAbout.items;
    const held = (nodes as { id: string; facts: { field: string }[] }[]).find(({ id: item }) => item === cycle.id);
    return held?.facts.map(({ field }) => field) ?? [];
  };
  const before = await fieldsOfCycle();
  expect(before).toContain('childrenOrEpisodes');
  await keepSmallFrom('IMPROVEMENT_ADVISER');
  expect(await fieldsOfCycle()).toEqual(before.filter((field) => field !== 'childrenOrEpisodes'));
});

test('an answer to a change tells its sender no more than a question would', async () => {
  await keepSmallFrom('IMPROVEMENT_ADVISER');
  const cycle = await makeCycle(committee, (await makeRamp(committee)).id, { size: { scale: 'SMALL', childrenOrEpisodes: 3 } });
  const started = await step(committee, 'startCycle', cycle);
  expect(started.cycle.childrenOrEpisodes).toBeNull();
  expect(await api.sql('select children_or_episodes from pdsa_cycle where id = $1', [rawIdOf(cycle)])).toEqual([
    { children_or_episodes: 3 },
  ]);
});
