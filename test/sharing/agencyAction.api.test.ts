import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/access/actor';
import { fromGlobalId } from '../../src/kernel/globalId';
import { AgencyAction } from '../../src/sharing/agencyAction.entity';
import { SharingAgreement } from '../../src/sharing/sharingAgreement.entity';
import { Session } from '../../src/store/session';
import { verifyHistory } from '../../src/store/verifyHistory';
import { answered, refusal, startApi, type Ask, type TestApi } from '../support/api';
import { makeAction, moveAction, type Made } from '../support/make';
import { makeGroup, say as classifying } from '../tiers/tierMaking';
import {
  addMember,
  agree,
  ledBy,
  OPEN,
  openFinding,
  say,
  SHOWN,
  shownTo,
  together,
  type Party,
  type Shown,
} from './sharingMaking';

/* What an agency sees of its own actions across committees: what agreements cover, and nothing else. */
const CANARY = 'kittiwake';

let api: TestApi;
let granting: Party;
let reading: Party;
let third: Party;
let agencyId: string;
let rawAgencyId: string;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  const made = await together(api, 3);
  [granting, reading, third] = made.parties as [Party, Party, Party];
  ({ agencyId, rawAgencyId } = made);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.close());

/** An action with everything around it that is nobody else's business. */
async function fullAction(committee: Party, more: object = {}) {
  const finding = await openFinding(committee, `Words ${CANARY}`);
  const action = await makeAction(committee, {
    ...OPEN,
    findingIds: [finding.id],
    title: 'Title of the action',
    ...{ description: CANARY, intendedOutcome: CANARY, noMeasureReason: CANARY, leadRole: CANARY },
    contributions: [{ agencyId, part: 'Part of the agency' }],
    milestones: [{ title: 'First step', dueOn: '2026-10-31' }],
    ...more,
  });
  const started = await moveAction(committee, 'startAction', await moveAction(committee, 'approveAction', action));
  const report = {
    actionId: action.id,
    asAtOn: '2026-09-15',
    text: CANARY,
    confidence: 'AMBER',
    basis: 'NOW',
    blockedBy: CANARY,
  };
  await answered(
    committee.as('LEAD_OFFICER')('mutation($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }', {
      input: report,
    }),
  );
  return started;
}

const ofOthers = async (who: Ask, args?: string): Promise<Shown[]> => (await shownTo(who, args)).filter(({ isOwn }) => !isOwn);

test('without an agreement an agency sees its actions in its own committee, and none of another', async () => {
  await fullAction(granting);
  const own = await ledBy(reading, agencyId);
  const seen = await shownTo(reading.representative);
  expect(seen.map(({ ref, isOwn, committeeName, part }) => ({ ref, isOwn, committeeName, part }))).toEqual([
    { ref: own.ref, isOwn: true, committeeName: reading.name, part: 'LEAD' },
  ]);
  expect(seen[0]).toMatchObject({
    title: 'Book the core group at the planning meeting',
    action: { id: own.id },
    agreement: null,
  });
});

test('under an agreement it sees what is covered, committee by committee', async () => {
  const action = await fullAction(granting);
  const led = await ledBy(granting, agencyId, { dueOn: '2026-09-14', title: 'Led by the agency' });
  await ledBy(granting, granting.agencyIds[0] ?? '', { title: `Of another agency ${CANARY}` });
  await makeAction(granting, { leadAgencyId: agencyId, title: `Only proposed ${CANARY}` });
  await ledBy(third, agencyId, { title: `Shared by nobody ${CANARY}` });
  const own = await ledBy(reading, agencyId);
  const agreement = await agree(granting, agencyId);
  const seen = await shownTo(reading.representative);
  const names = [granting.name, reading.name].sort();
  expect([...new Set(seen.map(({ committeeName }) => committeeName))]).toEqual(names);
  expect(seen.map(({ ref }) => ref).sort()).toEqual([action.ref, led.ref, own.ref].sort());
  expect(seen.find(({ part }) => part === 'CONTRIBUTES')).toEqual({
    ...{ committeeName: granting.name, isOwn: false, ref: action.ref, title: 'Title of the action', status: 'IN_PROGRESS' },
    ...{ originalDueOn: '2026-12-31', dueOn: '2026-12-31', isOverdue: false, part: 'CONTRIBUTES', action: null },
    ...{ contribution: 'Part of the agency', contributionState: 'NOT_STARTED', startedOn: '2026-09-15', completedOn: null },
    ...{ confidence: 'AMBER', confidenceAsAtOn: '2026-09-15', agreement: { id: agreement.id } },
    milestones: [{ position: 1, title: 'First step', dueOn: '2026-10-31', reachedOn: null }],
  });
  expect(seen.find(({ title }) => title === 'Led by the agency')).toMatchObject({
    part: 'LEAD',
    isOverdue: true,
    contribution: null,
  });
  expect(JSON.stringify(seen)).not.toContain(CANARY);
});

test.each([
  ['titles', { showsTitles: false }, { title: null, contribution: null, milestones: [{ title: null, dueOn: '2026-10-31' }] }],
  [
    'progress',
    { showsProgress: false },
    { startedOn: null, confidence: null, confidenceAsAtOn: null, title: 'Title of the action' },
  ],
  ['milestones', { showsMilestones: false }, { milestones: [], title: 'Title of the action', confidence: 'AMBER' }],
])('what is not within the scope is not there: %s', async (_, scope, expected) => {
  await fullAction(granting);
  await agree(granting, agencyId, scope);
  const [seen] = await ofOthers(reading.representative);
  expect(seen).toMatchObject({ status: 'IN_PROGRESS', dueOn: '2026-12-31', contributionState: 'NOT_STARTED', ...expected });
});

test('led actions only, or those contributed to only, as the agreement says', async () => {
  const contributed = await fullAction(granting);
  const both = await fullAction(granting, { leadAgencyId: agencyId });
  const led = await ledBy(granting, agencyId);
  const refs = async () => (await ofOthers(reading.representative)).map(({ ref, part }) => `${ref} ${part}`).sort();
  await agree(granting, agencyId, { coversContributed: false });
  expect(await refs()).toEqual([`${both.ref} LEAD`, `${led.ref} LEAD`].sort());
  const [one] = await ofOthers(reading.representative);
  expect(one).toMatchObject({ contribution: null, contributionState: null });
  await agree(granting, agencyId, { coversLed: false });
  expect(await refs()).toEqual([`${both.ref} CONTRIBUTES`, `${contributed.ref} CONTRIBUTES`].sort());
});

test('another agency, someone without one, the ADMIN and who has left see nothing', async () => {
  await fullAction(granting);
  await agree(granting, agencyId);
  const ask = '{ agencyActions { nodes { ref } } }';
  const none = api.asActor(await addMember(api, reading, { agency: null }));
  const admin = api.asActor(await addMember(api, reading, { agency: rawAgencyId, role: 'ADMIN' }));
  const gone = api.asActor(await addMember(api, reading, { agency: rawAgencyId, endedOn: '2026-09-14' }));
  expect((await answered(reading.as('MEMBER')(ask))).agencyActions).toEqual({ nodes: [] });
  for (const who of [none, gone]) expect((await answered(who(ask))).agencyActions).toBeNull();
  expect((await admin(ask)).errors).toMatchObject([{ extensions: { rule: 'access.reading' } }]);
  const other = await together(api, 1);
  expect(await shownTo((other.parties as [Party])[0].representative)).toEqual([]);
});

test('a program of the agency reads like its people do', async () => {
  await fullAction(granting);
  await agree(granting, agencyId);
  const add = (agency: string | null) =>
    answered(
      reading.as('ADMIN')(
        `mutation($agency: ID) { addServiceAccount(input: { displayName: "Dashboard of the agency", role: PARTNER_VIEWER, agencyId: $agency }) {
          serviceAccount { id agency { id } } } }`,
        { agency },
      ),
    );
  const program = async (agency: string | null): Promise<Ask> => {
    const { serviceAccount } = (await add(agency)).addServiceAccount;
    expect(serviceAccount.agency?.id ?? null).toBe(agency);
    const id = fromGlobalId(serviceAccount.id)?.id ?? '';
    return api.asActor({ kind: 'SERVICE_ACCOUNT', id, committeeId: reading.id, role: 'PARTNER_VIEWER' });
  };
  expect(await ofOthers(await program(agencyId))).toHaveLength(1);
  expect((await answered((await program(null))('{ agencyActions { nodes { ref } } }'))).agencyActions).toBeNull();
  const { uses } = await used();
  expect(uses).toEqual([
    { usedOn: '2026-09-15', readerKind: 'SERVICE_ACCOUNT', readerCommitteeName: reading.name, reads: 1, rowsGiven: 1 },
  ]);
});

interface Use {
  usedOn: string;
  readerKind: string;
  readerCommitteeName: string;
  reads: number;
  rowsGiven: number;
}

async function used(directive = ''): Promise<{ uses: Use[] }> {
  const fields = 'usedOn readerKind readerCommitteeName reads rowsGiven';
  const ask = `query ${directive} { sharingAgreements { nodes { uses { nodes { ${fields} } } } } }`;
  const { sharingAgreements } = await answered(granting.as('AUDITOR')(ask));
  return { uses: sharingAgreements.nodes.flatMap((node: { uses: { nodes: Use[] } }) => node.uses.nodes) as Use[] };
}

test('what is read is noted for the committee that shares: by day and reader, also where nothing met the question', async () => {
  await fullAction(granting);
  await ledBy(granting, agencyId);
  await agree(granting, agencyId);
  expect((await used()).uses).toEqual([]);
  await shownTo(reading.representative);
  await shownTo(reading.representative, '(first: 1)');
  await shownTo(reading.representative, '(filter: { isOverdue: true })');
  await shownTo(third.representative, '(first: 0)');
  api.clock.now = new Date('2026-09-16T10:00:00Z');
  await reading.representative('{ a: agencyActions { nodes { ref } } b: agencyActions { nodes { ref } } }');
  const { uses } = await used();
  const by = (name: string, day: string) => uses.filter((use) => use.readerCommitteeName === name && use.usedOn === day);
  expect(by(reading.name, '2026-09-15')).toMatchObject([{ readerKind: 'PERSON', reads: 3, rowsGiven: 3 }]);
  expect(by(third.name, '2026-09-15')).toMatchObject([{ reads: 1, rowsGiven: 0 }]);
  expect(by(reading.name, '2026-09-16')).toMatchObject([{ reads: 1, rowsGiven: 4 }]);
  expect(uses).toHaveLength(3);
  // What was noted is of its day, as everything is that one looks back to, and the record stands its check.
  expect((await used('@asAt(moment: "2026-09-15T12:00:00Z")')).uses).toHaveLength(2);
  expect((await verifyHistory(api.database, { committeeId: granting.id })).problems).toEqual([]);
});

test('an answer that cannot be noted is not given', async () => {
  await fullAction(granting);
  await agree(granting, agencyId);
  await api.sql(`alter table sharing_use add constraint sharing_use_broken check (reads < 0) not valid`);
  try {
    await expect(reading.representative('{ agencyActions { nodes { ref } } }')).rejects.toThrow('sharing_use_broken');
  } finally {
    await api.sql('alter table sharing_use drop constraint sharing_use_broken');
  }
  expect((await used()).uses).toEqual([]);
});

test('the committee that shares cannot alter what was noted, nor its reader', async () => {
  await fullAction(granting);
  await agree(granting, agencyId);
  await shownTo(reading.representative);
  for (const sql of [
    'update sharing_use set reads = 9',
    'delete from sharing_use',
    `insert into sharing_use select * from sharing_use`,
  ])
    for (const party of [granting, reading]) await expect(asService(party, sql)).rejects.toThrow('permission denied');
});

test('as at a past moment the rows are as they then stood, under the agreement of today', async () => {
  const action = await fullAction(granting);
  api.clock.now = new Date('2026-09-20T10:00:00Z');
  await moveAction(granting, 'completeAction', action);
  const agreement = await agree(granting, agencyId, { startsOn: '2026-09-20' });
  const then = '@asAt(moment: "2026-09-16T00:00:00Z")';
  const past = async () => (await shownTo(reading.representative, '', then)).map(({ ref, status }) => ({ ref, status }));
  expect(await past()).toEqual([{ ref: action.ref, status: 'IN_PROGRESS' }]);
  expect(await shownTo(reading.representative)).toMatchObject([{ status: 'COMPLETE_AWAITING_SIGN_OFF' }]);
  const [before] = await shownTo(reading.representative, '', '@asAt(moment: "2026-09-15T09:00:00Z")');
  expect(before).toBeUndefined();
  await say(granting.as('CHAIR'), 'revoke', { id: agreement.id, version: agreement.version, reason: 'x' });
  expect(await past()).toEqual([]);
  // Nor does looking back to when it was in force: rights are those of today.
  api.clock.now = new Date('2026-09-22T10:00:00Z');
  expect(await shownTo(reading.representative, '', '@asAt(moment: "2026-09-20T10:30:00Z")')).toEqual([]);
});

test('filters, orders and pages work over all committees, and no total is told', async () => {
  for (const [index, party] of [granting, third, reading].entries())
    for (const dueOn of ['2026-10-01', '2026-09-01', '2026-11-01'])
      await ledBy(party, agencyId, { dueOn: dueOn.replace('01', `0${index + 1}`) });
  await agree(granting, agencyId);
  await agree(third, agencyId);
  const all = await shownTo(reading.representative);
  expect(all).toHaveLength(9);
  const byCommittee = all.map(({ committeeName }) => committeeName);
  expect(byCommittee).toEqual([...byCommittee].sort());
  const paged: string[] = [];
  let after: string | null = null;
  do {
    const page: { nodes: Shown[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (
      await answered(
        reading.representative(
          `query($after: String) { agencyActions(first: 2, after: $after, orderBy: { field: DUE_ON, direction: DESC }) {
            nodes { committeeName ref dueOn } pageInfo { endCursor hasNextPage } } }`,
          { after },
        ),
      )
    ).agencyActions;
    paged.push(...page.nodes.map(({ dueOn }) => dueOn ?? ''));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(paged).toEqual(
    all
      .map(({ dueOn }) => dueOn ?? '')
      .sort()
      .reverse(),
  );
  expect(await shownTo(reading.representative, '(filter: { isOwn: false, dueBefore: "2026-10-02" })')).toHaveLength(3);
  expect(await shownTo(reading.representative, `(filter: { committeeName: "${third.id}" })`)).toHaveLength(3);
  expect(await shownTo(reading.representative, '(filter: { isOverdue: true, parts: [LEAD] })')).toHaveLength(3);
  const { errors } = await reading.representative('{ agencyActions { totalCount } }');
  expect(errors[0]?.message).toContain('totalCount');
  expect(await refusal(reading.representative('{ agencyActions(first: 201) { nodes { ref } } }'))).toMatchObject({
    rule: 'page.size',
  });
});

test('the number of statements does not depend on the rows', async () => {
  await fullAction(granting);
  await ledBy(reading, agencyId);
  await agree(granting, agencyId);
  const ask = `{ agencyActions(first: 100) { nodes { ${SHOWN} } } }`;
  const few = (await reading.representative(ask)).statements.length;
  for (let count = 0; count < 4; count += 1) {
    await ledBy(granting, agencyId);
    await ledBy(reading, agencyId);
  }
  const { data, statements } = await reading.representative(ask);
  expect(data.agencyActions.nodes).toHaveLength(10);
  expect(statements).toHaveLength(few);
});

test('nothing of the other committee is reached from what is shown, by id or otherwise', async () => {
  const action = await fullAction(granting);
  const agreement = await agree(granting, agencyId);
  const { data } = await reading.representative(
    `{ agencyActions { edges { cursor } nodes { __typename ${SHOWN} agreement { id purpose history { nodes { id } } uses { nodes { usedOn } } supersededBy { id } } } } }`,
  );
  expect(JSON.stringify(data)).not.toContain(CANARY);
  const raw = fromGlobalId(action.id)?.id ?? '';
  const cursors = data.agencyActions.edges.map(({ cursor }: { cursor: string }) =>
    Buffer.from(cursor, 'base64').toString('utf8'),
  );
  expect(JSON.stringify([data, cursors])).not.toContain(raw);
  const foreign = await api.sql(
    `select 'Action' as type, id from action where committee_id = $1 union all select 'Finding', id from finding where committee_id = $1
     union all select 'Contribution', id from contribution where committee_id = $1 union all select 'Milestone', id from milestone where committee_id = $1
     union all select 'Member', id from member where committee_id = $1`,
    [granting.id],
  );
  for (const { type, id } of foreign) {
    const globalId = Buffer.from(`${String(type)}:${String(id)}`).toString('base64url');
    const found = await answered(reading.representative('query($id: ID!) { node(id: $id) { id } }', { id: globalId }));
    expect([type, found.node]).toEqual([type, null]);
  }
  const own = await answered(
    reading.representative('query($id: ID!) { node(id: $id) { id } actions { totalCount } statusSummary { total } }', {
      id: agreement.id,
    }),
  );
  expect(own).toEqual({ node: { id: agreement.id }, actions: { totalCount: 0 }, statusSummary: { total: 0 } });
});

describe('tiers', () => {
  const classify = (committee: Party, verb: string, { id }: Made, tier: object) =>
    classifying(committee, 'LEAD_OFFICER', verb, { id, version: 1, ...tier });
  const versionOf = async (committee: Party, { id }: Made): Promise<number> =>
    (await answered(committee.as('AUDITOR')('query($id: ID!) { node(id: $id) { ... on Versioned { version } } }', { id }))).node
      .version as number;

  test('of what is for the committee no text leaves it, only how far it has come', async () => {
    const action = await fullAction(granting);
    await agree(granting, agencyId);
    const tier = { visibility: 'COMMITTEE', version: await versionOf(granting, action) };
    await answered(classify(granting, 'classifyAction', action, tier));
    expect(await ofOthers(reading.representative)).toMatchObject([
      {
        ...{ ref: action.ref, status: 'IN_PROGRESS', title: null, contribution: null, contributionState: 'NOT_STARTED' },
        milestones: [{ title: null, dueOn: '2026-10-31' }],
      },
    ]);
  });

  test('what is restricted, itself or by its finding, is not known outside at all, from the next request on', async () => {
    const [action, other] = [await fullAction(granting), await openFinding(granting)];
    const restrictedGroupId = await makeGroup(granting, 'Reviewers', 'LEAD_OFFICER');
    await agree(granting, agencyId);
    expect(await ofOthers(reading.representative)).toHaveLength(1);
    api.clock.now = new Date('2026-09-16T10:00:00Z');
    const restricted = { visibility: 'RESTRICTED', restrictedGroupId };
    await answered(classify(granting, 'classifyFinding', other, restricted));
    expect(await ofOthers(reading.representative)).toHaveLength(1);
    const tie = 'mutation($input: TieActionInput!) { tieAction(input: $input) { action { id } } }';
    const tied = { id: action.id, version: await versionOf(granting, action), findingIds: [other.id] };
    await answered(granting.as('LEAD_OFFICER')(tie, { input: tied }));
    expect(await ofOthers(reading.representative)).toEqual([]);
    const past = await shownTo(reading.representative, '', '@asAt(moment: "2026-09-15T12:00:00Z")');
    expect(past.filter(({ isOwn }) => !isOwn)).toEqual([]);
    // Its own committee still has it, without the words that are for the group.
    expect(await shownTo(granting.representative)).toMatchObject([
      { ref: action.ref, isOwn: true, title: null, contribution: null },
    ]);
  });

  test('a program sees of its own committee what it may see there anyway', async () => {
    await fullAction(reading);
    const kept = await fullAction(reading, { visibility: 'COMMITTEE' });
    const id =
      fromGlobalId(
        (
          await answered(
            reading.as('ADMIN')(
              `mutation($agency: ID) { addServiceAccount(input: { displayName: "D", role: PARTNER_VIEWER, agencyId: $agency }) { serviceAccount { id } } }`,
              { agency: agencyId },
            ),
          )
        ).addServiceAccount.serviceAccount.id as string,
      )?.id ?? '';
    const program = api.asActor({ kind: 'SERVICE_ACCOUNT', id, committeeId: reading.id, role: 'PARTNER_VIEWER' });
    const seen = await shownTo(program);
    expect(seen).toMatchObject([{ title: 'Title of the action', isOwn: true }]);
    expect(seen.map(({ ref }) => ref)).not.toContain(kept.ref);
  });
});

/** One statement as the service's role would send it, for whoever is named. */
async function asService<T>(party: Party, sql: string, actor: string = party.representativeId, settings = ''): Promise<T[]> {
  const beginning = `BEGIN; SET LOCAL ROLE golden_thread_app; SET LOCAL app.committee = '${party.id}'; SET LOCAL app.actor = '${actor}'; ${settings}`;
  const session = new Session(api.database.dataSource, beginning);
  return session.query<T>(sql).finally(() => session.end('ROLLBACK'));
}

describe('in the database', () => {
  test('with the service’s own filter taken out, the agreement and the row security of the rest still hold', async () => {
    await fullAction(granting);
    await fullAction(third);
    await agree(granting, agencyId);
    const spies = [AgencyAction, SharingAgreement].map((type) =>
      jest.spyOn(type, 'visibleTo').mockImplementation((_alias, committee) => `${committee} is not null`),
    );
    const seen = await ofOthers(reading.representative);
    expect(seen.map(({ committeeName }) => committeeName)).toEqual([granting.name]);
    expect(await ofOthers(reading.as('MEMBER'))).toEqual([]);
    const { sharingAgreements } = await answered(reading.as('CHAIR')('{ sharingAgreements { nodes { id } } }'));
    expect(sharingAgreements.nodes).toEqual([]);
    expect(spies.every((spy) => spy.mock.calls.length > 0)).toBe(true);
  });

  test('the tables of the other committee stay shut while an agreement is in force', async () => {
    await fullAction(granting);
    await agree(granting, agencyId);
    for (const table of [
      'action',
      'finding',
      'learning_source',
      'contribution',
      'milestone',
      'progress_update',
      'member',
      'event',
      'sharing_use',
    ])
      expect([table, await asService(reading, `select 1 from ${table} where committee_id = '${granting.id}'`)]).toEqual([
        table,
        [],
      ]);
    expect(await asService(reading, 'select 1 from governance.agency_action where own_action_id is null')).toHaveLength(1);
  });

  test('an actor of another committee, none, or a made-up one is nobody’s agency', async () => {
    await fullAction(granting);
    await agree(granting, agencyId);
    const rows = (actor: string) => asService(reading, 'select 1 from governance.agency_action', actor);
    expect(await rows(third.representativeId)).toEqual([]);
    expect(await rows(granting.representativeId)).toEqual([]);
    expect(await rows(randomUUID())).toEqual([]);
    const settings = `SET LOCAL app.maintenance = 'on'`;
    expect(await asService(reading, 'select 1 from governance.agency_action', randomUUID(), settings)).toEqual([]);
    const nobody = new Session(api.database.dataSource, 'BEGIN; SET LOCAL ROLE golden_thread_app');
    expect(await nobody.query('select 1 from governance.agency_action').finally(() => nobody.end('ROLLBACK'))).toEqual([]);
  });

  test('maintenance is off again after the owner’s function has answered', async () => {
    await agree(granting, agencyId);
    const sql = `select (select count(*)::int from governance.agency_action) as rows, coalesce(current_setting('app.maintenance', true), '') as after`;
    expect(await asService(reading, sql)).toEqual([{ rows: 0, after: '' }]);
  });

  test('neither the rules nor the notes can be called for someone else', async () => {
    await expect(asService(reading, `select governance.may_be_shared('${randomUUID()}')`)).rejects.toThrow('permission denied');
    const agreement = await agree(granting, agencyId);
    const id = fromGlobalId(agreement.id)?.id ?? '';
    const actor: Actor = await addMember(api, reading, { agency: null });
    await asService(reading, `select governance.note_sharing(array['${id}']::uuid[], array[5])`, actor.id);
    const noted = `with noted as (select governance.note_sharing(array['${id}']::uuid[], array[5])) select count(*)::int as n from noted`;
    expect(await asService(reading, noted, actor.id)).toEqual([{ n: 1 }]);
    expect(await api.sql('select 1 from sharing_use where agreement_id = $1', [id])).toEqual([]);
  });
});
