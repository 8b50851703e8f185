import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeFinding, makeRecommendation, makeSource, moveAction, type Made } from '../support/make';
import { look, makeGroup, memberOf, say } from './tierMaking';

let api: TestApi;
let committee: TestCommittee;
let group: string;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  group = await makeGroup(committee, 'Steering group', 'CHAIR', 'LEAD_OFFICER');
});
afterAll(() => api.close());

const restricted = () => ({ visibility: 'RESTRICTED', restrictedGroupId: group });
const classify = (
  role: 'CHAIR' | 'LEAD_OFFICER' | 'PRIVACY_STEWARD' | 'MEMBER',
  what: string,
  made: { id: string; version?: number },
  tier: object,
) => say(committee, role, `classify${what}`, { id: made.id, version: made.version ?? 1, ...tier });

describe('what holds', () => {
  test('what nobody has said a tier of is the committee’s: its people read it, partners do not, and administrators do not meet it', async () => {
    const finding = await makeFinding(committee);
    const shown = '... on Finding { ref statement visibility }';
    expect(await look(committee, 'MEMBER', finding.id, shown)).toMatchObject({
      ...{ statement: 'Core groups are often late', visibility: 'COMMITTEE', effectiveVisibility: 'COMMITTEE', withheld: null },
    });
    expect(await look(committee, 'PARTNER_VIEWER', finding.id, shown)).toMatchObject({
      ...{ ref: finding.ref, statement: null, effectiveVisibility: 'COMMITTEE' },
      withheld: {
        reason: 'REDACTED',
        fields: ['statement', 'why', 'reach', 'statusReason', 'referredTo', 'noActionReason'],
        sentence: 'You may see that this is there and how far it has come, but not what it says.',
      },
    });
    expect(await look(committee, 'ADMIN', finding.id, shown)).toBeNull();
  });

  // Whoever manages access meets no content, whatever its tier.
  test.each([
    ['PUBLIC', { PARTNER_VIEWER: true, ADMIN: null, MEMBER: true, CHAIR: true, AUDITOR: true }],
    ['PARTNERSHIP', { PARTNER_VIEWER: true, ADMIN: null, MEMBER: true, CHAIR: true, AUDITOR: true }],
    ['COMMITTEE', { PARTNER_VIEWER: false, ADMIN: null, MEMBER: true, CHAIR: true, AUDITOR: true }],
    ['RESTRICTED', { PARTNER_VIEWER: false, ADMIN: null, MEMBER: false, CHAIR: true, AUDITOR: true }],
  ] as const)('%s is read by %j', async (visibility, readers) => {
    const source = await makeSource(committee, visibility === 'RESTRICTED' ? restricted() : { visibility });
    for (const [role, reads] of Object.entries(readers)) {
      const seen = await look(committee, role as 'CHAIR', source.id, '... on LearningSource { title }');
      expect([role, seen && seen.title !== null]).toEqual([role, reads]);
    }
  });

  test('what hangs on something inherits its tier, down to the evidence, and a link takes it on but never widens', async () => {
    const source = await makeSource(committee, { visibility: 'PUBLIC' });
    const open = await makeFinding(committee, { sourceId: source.id, visibility: 'PUBLIC' });
    const closed = await makeFinding(committee, { sourceId: source.id, ...restricted() });
    const recommendation = await makeRecommendation(committee, { sourceId: source.id });
    const action = await makeAction(committee, {
      findingIds: [open.id],
      visibility: 'PUBLIC',
      milestones: [{ title: 'A date is set' }],
    });
    const milestone = (await look(committee, 'CHAIR', action.id, '... on Action { milestones { id title } }')).milestones[0];
    const tier = async (id: string) => (await look(committee, 'MEMBER', id)).effectiveVisibility;
    expect([await tier(action.id), await tier(milestone.id), await tier(recommendation.id)]).toEqual([
      'PUBLIC',
      'PUBLIC',
      'PUBLIC',
    ]);

    await answered(say(committee, 'LEAD_OFFICER', 'tieAction', { id: action.id, version: 1, findingIds: [closed.id] }));
    expect([await tier(action.id), await tier(milestone.id), await tier(closed.id), await tier(open.id)]).toEqual([
      'RESTRICTED',
      'RESTRICTED',
      'RESTRICTED',
      'PUBLIC',
    ]);
    expect(await look(committee, 'MEMBER', milestone.id, '... on Milestone { title action { title visibility } }')).toMatchObject(
      {
        ...{ title: null, action: { title: null, visibility: 'PUBLIC' } },
      },
    );
    await answered(classify('CHAIR', 'Action', { id: action.id, version: 2 }, { visibility: 'PUBLIC' }));
    expect(await tier(action.id)).toBe('RESTRICTED');
    expect((await look(committee, 'CHAIR', milestone.id, '... on Milestone { title }')).title).toBe('A date is set');
  });

  test('what is restricted to two groups is read by those who are in both', async () => {
    const other = await makeGroup(committee, 'Second group', 'LEAD_OFFICER', 'MEMBER');
    const source = await makeSource(committee, restricted());
    const input = {
      sourceId: source.id,
      polarity: 'CONCERN',
      statement: 'Known to two',
      visibility: 'RESTRICTED',
      restrictedGroupId: other,
    };
    const { recordFinding } = await answered(say(committee, 'LEAD_OFFICER', 'recordFinding', input, 'finding { id }'));
    const seen = async (role: 'LEAD_OFFICER' | 'CHAIR' | 'MEMBER' | 'AUDITOR') =>
      (await look(committee, role, recordFinding.finding.id, '... on Finding { statement }')).statement !== null;
    expect([await seen('LEAD_OFFICER'), await seen('CHAIR'), await seen('MEMBER'), await seen('AUDITOR')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('people of the committee see restricted rows in lists, without their texts; partners see only what is theirs, and count nothing', async () => {
    const own = await api.newCommittee();
    const its = await makeGroup(own, 'Its group', 'LEAD_OFFICER');
    const source = await makeSource(own, { visibility: 'PARTNERSHIP' });
    for (const tier of [{ visibility: 'PARTNERSHIP' }, {}, { visibility: 'RESTRICTED', restrictedGroupId: its }])
      await makeFinding(own, { sourceId: source.id, ...tier });
    const ask = `{ findings(first: 9) { totalCount nodes { statement } } learningSources { nodes { findings { totalCount } } } }`;
    const counts = async (role: 'MEMBER' | 'PARTNER_VIEWER') => {
      const { findings, learningSources } = await answered(own.as(role)(ask));
      const told = findings.nodes.filter(({ statement }: { statement: string | null }) => statement !== null).length;
      return [findings.totalCount, findings.nodes.length, told, learningSources.nodes[0]?.findings.totalCount];
    };
    expect([await counts('MEMBER'), await counts('PARTNER_VIEWER')]).toEqual([
      ...[
        [3, 3, 2, 3],
        [null, 1, 1, null],
      ],
    ]);
    const total = '{ findings { totalCount totalCountDisclosure { reason } } }';
    expect((await answered(own.as('PARTNER_VIEWER')(total))).findings).toEqual({
      ...{ totalCount: null, totalCountDisclosure: { reason: 'NOT_PUBLISHED' } },
    });
    for (const list of ['findings', 'learningSources'])
      expect(await refusal(own.as('ADMIN')(`{ ${list} { nodes { id } } }`))).toMatchObject({
        ...{ code: 'FORBIDDEN', rule: 'access.reading' },
      });
  });

  test('who may read is settled by today’s rights, also of what was open at the time', async () => {
    api.clock.now = new Date('2026-09-16T10:00:00Z');
    const source = await makeSource(committee, { visibility: 'PUBLIC', title: 'Open once' });
    api.clock.now = new Date('2026-09-17T10:00:00Z');
    const then = (role: 'PARTNER_VIEWER' | 'MEMBER' | 'CHAIR') =>
      answered(
        committee.as(role)(
          `query($id: ID!) @asAt(moment: "2026-09-16T12:00:00Z") { node(id: $id) { ... on LearningSource { title visibility } } }`,
          { id: source.id },
        ),
      );
    expect((await then('PARTNER_VIEWER')).node).toEqual({ title: 'Open once', visibility: 'PUBLIC' });
    await answered(classify('CHAIR', 'Source', source, restricted()));
    for (const role of ['PARTNER_VIEWER', 'MEMBER'] as const)
      expect((await then(role)).node).toEqual({ title: null, visibility: 'PUBLIC' });
    expect((await then('CHAIR')).node.title).toBe('Open once');
    api.clock.now = new Date('2026-09-15T10:00:00Z');
  });

  test('its history tells those who are left out that it changed, and not what it said', async () => {
    const finding = await makeFinding(committee, { statement: 'Particular words', ...restricted() });
    const shown =
      '... on Finding { history { nodes { verb sentence changes { typeName withheld { reason } fields { field after } } } } }';
    const first = async (role: 'MEMBER' | 'CHAIR') => (await look(committee, role, finding.id, shown)).history.nodes[0];
    const told = await first('CHAIR');
    expect(JSON.stringify(told)).toContain('Particular words');
    const untold = await first('MEMBER');
    const [change] = untold.changes.filter(({ typeName }: { typeName: string }) => typeName === 'Finding');
    expect(JSON.stringify(untold)).not.toContain('Particular words');
    expect(untold.verb).toBe('recordFinding');
    expect(change.withheld).toEqual({ reason: 'REDACTED' });
    expect(change.fields.map(({ field }: { field: string }) => field)).toEqual(expect.arrayContaining(['status', 'visibility']));
  });
});

describe('saying who may read', () => {
  test.each([
    ['CHAIR', { visibility: 'RESTRICTED' }, 'RULE_BROKEN', 'visibility.group'],
    ['CHAIR', { visibility: 'PUBLIC', restrictedGroupId: 'own' }, 'RULE_BROKEN', 'visibility.group'],
    ['PRIVACY_STEWARD', { visibility: 'PUBLIC' }, 'RULE_BROKEN', 'visibility.raiseOnly'],
    ['MEMBER', { visibility: 'PUBLIC' }, 'FORBIDDEN', 'access.role'],
  ] as const)('%s may not say %j', async (role, tier, code, rule) => {
    const finding = await makeFinding(committee);
    const input = 'restrictedGroupId' in tier ? { ...tier, restrictedGroupId: group } : tier;
    const refused = await refusal(classify(role, 'Finding', finding, input));
    expect([refused.code, refused.rule]).toEqual([code, rule]);
    expect(await look(committee, 'MEMBER', finding.id)).toMatchObject({ effectiveVisibility: 'COMMITTEE', version: 1 });
  });

  test('nobody restricts something to a group they are not in, and a stale version is refused', async () => {
    const others = await makeGroup(committee, 'Others', 'MEMBER');
    const finding = await makeFinding(committee);
    const tier = { visibility: 'RESTRICTED', restrictedGroupId: others };
    expect(await refusal(classify('CHAIR', 'Finding', finding, tier))).toMatchObject({ rule: 'group.own' });
    await answered(classify('PRIVACY_STEWARD', 'Finding', finding, tier));
    expect((await refusal(classify('PRIVACY_STEWARD', 'Finding', finding, tier))).code).toBe('STALE');
    const { code, rule, message } = await refusal(
      classify('CHAIR', 'Finding', { id: finding.id, version: 2 }, { visibility: 'PUBLIC' }),
    );
    expect([code, rule, message]).toEqual([
      ...['FORBIDDEN', 'visibility.withheld', 'This finding is withheld from you, so you cannot change it or build on it.'],
    ]);
  });

  test('what is withheld from someone they can neither change nor tie to anything', async () => {
    const finding = await makeFinding(committee, restricted());
    const action = await makeAction(committee, { findingIds: [finding.id] });
    const evidence = { actionId: action.id, kind: 'AUDIT', description: 'Looked at', datedOn: '2026-09-01', impactLevel: 1 };
    expect(await refusal(say(committee, 'ACTION_LEAD', 'addEvidence', evidence))).toMatchObject({
      code: 'FORBIDDEN',
      rule: 'visibility.withheld',
      field: 'input.actionId',
    });
    const chairs = await makeGroup(committee, 'The chair alone', 'CHAIR');
    const closed = await makeFinding(committee);
    await answered(classify('CHAIR', 'Finding', closed, { visibility: 'RESTRICTED', restrictedGroupId: chairs }));
    const input = { title: 'Built on it', changeType: 'TASK', findingIds: [closed.id] };
    expect(await refusal(say(committee, 'LEAD_OFFICER', 'proposeAction', input))).toMatchObject({
      ...{ code: 'FORBIDDEN', rule: 'visibility.withheld', field: 'input.findingIds.0' },
    });
    await moveAction(committee, 'approveAction', action);
  });

  test('a role that may not open something may not record it open', async () => {
    const input = { kind: 'STAFF_SURVEY', title: 'Survey' };
    expect((await refusal(say(committee, 'MEMBER', 'recordLearningSource', { ...input, visibility: 'PUBLIC' }))).code).toBe(
      'FORBIDDEN',
    );
    await answered(say(committee, 'LEAD_OFFICER', 'recordLearningSource', { ...input, visibility: 'PUBLIC' }));
  });

  test('a request that is sent again gives what its sender may read by now', async () => {
    const own = await api.newCommittee();
    const its = await makeGroup(own, 'Its group', 'LEAD_OFFICER', 'CHAIR');
    const input = {
      clientMutationId: 'once',
      kind: 'STAFF_SURVEY',
      title: 'Words of then',
      visibility: 'RESTRICTED',
      restrictedGroupId: its,
    };
    const shown = 'source { id title withheld { reason } }';
    const send = async () =>
      (await answered(say(own, 'LEAD_OFFICER', 'recordLearningSource', input, shown))).recordLearningSource.source;
    const first = await send();
    expect([first.title, first.withheld]).toEqual(['Words of then', null]);
    expect(await send()).toEqual(first);
    const [membership] = (
      await look(own, 'CHAIR', its, '... on RestrictedGroup { memberships { id member { role } } }')
    ).memberships.filter(({ member }: { member: { role: string } }) => member.role === 'LEAD_OFFICER');
    await answered(say(own, 'CHAIR', 'leaveRestrictedGroup', { id: membership.id, version: 1 }));
    expect(await send()).toEqual({ id: first.id, title: null, withheld: { reason: 'REDACTED' } });
  });
});

describe('groups', () => {
  const found = (input: object) =>
    say(committee, 'CHAIR', 'foundRestrictedGroup', { name: 'A group', purpose: 'P', ...input }, 'group { id version }');

  test.each([
    ['nobody', [], 'group.empty'],
    ['a partner', ['PARTNER_VIEWER'], 'group.committee'],
    ['an administrator', ['ADMIN'], 'group.committee'],
  ] as const)('a group of %s is refused', async (_, roles, rule) => {
    expect(await refusal(found({ memberIds: roles.map((role) => memberOf(committee, role)) }))).toMatchObject({ rule });
  });

  test('members let others in, for a time; who is not in it cannot, and its last member stays', async () => {
    const made = await answered(found({ name: 'Comes and goes', memberIds: [memberOf(committee, 'CHAIR')] }));
    const { id } = made.foundRestrictedGroup.group as Made;
    expect(await refusal(found({ name: 'Comes and goes', memberIds: [memberOf(committee, 'CHAIR')] }))).toMatchObject({
      rule: 'group.name',
    });
    const admit = (role: 'CHAIR' | 'LEAD_OFFICER', version: number, more: object) =>
      say(committee, role, 'admitToRestrictedGroup', { id, version, ...more }, 'group { version }');
    const adviser = { memberId: memberOf(committee, 'IMPROVEMENT_ADVISER') };
    expect(await refusal(admit('LEAD_OFFICER', 1, adviser))).toMatchObject({ rule: 'group.own' });
    expect(await refusal(admit('CHAIR', 1, { ...adviser, fromOn: '2026-10-02', untilOn: '2026-10-01' }))).toMatchObject({
      rule: 'group.period',
    });
    await answered(admit('CHAIR', 1, { ...adviser, fromOn: '2026-10-01', untilOn: '2026-10-03' }));
    expect(await refusal(admit('CHAIR', 2, { ...adviser, fromOn: '2026-10-01' }))).toMatchObject({ rule: 'group.member' });
    const input = { kind: 'STAFF_SURVEY', title: 'For the group', visibility: 'RESTRICTED', restrictedGroupId: id };
    const { source } = (await answered(say(committee, 'CHAIR', 'recordLearningSource', input, 'source { id }')))
      .recordLearningSource;
    const reads = async (day: string) => {
      api.clock.now = new Date(`${day}T10:00:00Z`);
      return (await look(committee, 'IMPROVEMENT_ADVISER', source.id, '... on LearningSource { title }')).title !== null;
    };
    expect([await reads('2026-09-30'), await reads('2026-10-01'), await reads('2026-10-02'), await reads('2026-10-03')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    api.clock.now = new Date('2026-09-15T10:00:00Z');
    const { memberships } = await look(committee, 'CHAIR', id, '... on RestrictedGroup { memberships { id } }');
    expect(await refusal(say(committee, 'CHAIR', 'leaveRestrictedGroup', { id: memberships[0].id, version: 1 }))).toMatchObject({
      rule: 'group.last',
    });
  });
});
