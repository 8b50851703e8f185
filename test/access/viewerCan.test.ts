import { randomUUID } from 'node:crypto';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { roles, type Role } from '../../src/access/roles';
import type { Verb } from '../../src/api/verbs';
import { makeSchema } from '../../src/graphql/schema';
import { toGlobalId } from '../../src/kernel/globalId';
import { verbs } from '../../src/verbs';
import { done } from '../decisions/decisionMaking';
import { addDashboard, linkAccount } from '../support/access';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { idFields } from '../support/idFields';
import { makeAction, makeFinding, makeHeldMeeting, makeStartedAction } from '../support/make';
import { oneOfEach, type OneOfEach } from '../support/oneOfEach';
import { makeStrathfinella } from '../support/strathfinella';

let api: TestApi;
let schema: GraphQLSchema;
let committee: TestCommittee;
let neighbour: TestCommittee;
let some: OneOfEach;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
  committee = await makeStrathfinella(api);
  neighbour = await makeStrathfinella(api);
  await addDashboard(api, committee);
  await linkAccount(api, committee, { issuer: 'https://sign-in.example', subject: 'lead-officer' });
  await retired(await newDriver());
  some = { ...(await oneOfEach(api.database.dataSource, committee.id)), Driver: (await newDriver()).id };
}, 120_000);
afterAll(() => api.close());

async function newDriver(): Promise<{ id: string; version: number }> {
  const { Aim } = await oneOfEach(api.database.dataSource, committee.id);
  const add = 'mutation($input: AddDriverInput!) { addDriver(input: $input) { driver { id version } } }';
  const input = { aimId: Aim, kind: 'PRIMARY', statement: 'Everyone knows the date' };
  return (await answered(committee.as('LEAD_OFFICER')(add, { input }))).addDriver.driver as { id: string; version: number };
}

async function retired(driver: { id: string; version: number }): Promise<void> {
  const retire = 'mutation($input: RetireDriverInput!) { retireDriver(input: $input) { driver { id } } }';
  await answered(committee.as('LEAD_OFFICER')(retire, { input: { ...driver, reason: 'It is another aim’s' } }));
}

interface Allowance {
  readonly allowed: boolean;
  readonly rule: string | null;
  readonly reason: string | null;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly viewerCan: Readonly<Record<string, Allowance>>;
}

const said = verbs.filter(({ subject }) => subject);
const subjects = [...new Set(said.flatMap(({ subject }) => subject?.type.name ?? []))];
const verbsOf = (typeName: string): readonly Verb[] => said.filter(({ subject }) => subject?.type.name === typeName);
const allRoles = Object.keys(roles) as Role[];

/** Verbs are said of rows of other committees as well. */
const seenByAll = ['SharedIdea', 'IdeaUptake'];

/** One row in each state that the demonstration has, or just one where there are no states; more of what people lead. */
async function rowsOf(typeName: string): Promise<string[]> {
  const { tableName, columns } = api.database.dataSource.getMetadata(typeName);
  const apart = columns.map(({ databaseName }) => databaseName);
  const states = [
    'status',
    'ended_on',
    'lead_member_id',
    'withdrawn_on',
    'withdrawn_at',
    'scope',
    'retired_reason',
    'generation',
  ];
  const by = ['committee_id', ...states.filter((column) => apart.includes(column))].join(', ');
  const whose = [committee.id, seenByAll.includes(typeName) ? neighbour.id : committee.id];
  const among = `from ${tableName} where committee_id = any($1::uuid[])`;
  const rows = await api.sql(`select distinct on (${by}) id ${among} order by ${by}, recorded_at, id`, [whose]);
  return rows.map(({ id }) => toGlobalId(typeName, String(id)));
}

const look = async (role: Role, typeName: string, id: string): Promise<Row | null> => {
  const fields = verbsOf(typeName).map(({ name }) => `${name} { allowed rule reason }`);
  const ask = `query($id: ID!) { node(id: $id) { id ... on Versioned { version } ... on ${typeName} { viewerCan { ${fields.join(' ')} } } } }`;
  return (await answered(committee.as(role)(ask, { id }))).node as Row | null;
};

type Failure = Awaited<ReturnType<ReturnType<TestCommittee['as']>>>['errors'][number] | undefined;

const inputOf = (verb: Verb) => schema.getMutationType()?.getFields()[verb.name]?.args[0]?.type as GraphQLInputType;

/** Says a verb of a row with the least that is right in form, `choice` of what it lets one choose. */
async function say(role: Role, verb: Verb, row: Row, choice = 0): Promise<Failure> {
  const type = inputOf(verb);
  const document = `mutation($input: ${String(type)}) { ${verb.name}(input: $input) { clientMutationId } }`;
  const input = least(type, { verb, row: await named(verb, row), choice, at: '' });
  return (await committee.as(role)(document, { input })).errors[0];
}

/** Whether a verb does what was said of it; where its input names the step to take, one step that fits is enough. */
async function agrees(role: Role, verb: Verb, row: Row): Promise<Failure | 'yes'> {
  const can = row.viewerCan[verb.name];
  const first = await say(role, verb, row);
  // What another committee shares can be seen, but is not there to be changed.
  if (can?.rule === 'sharedIdea.notYours') return first?.extensions.code === 'NOT_FOUND' ? 'yes' : first;
  if (!can?.allowed) return first?.extensions.rule === can?.rule && first?.message === can?.reason ? 'yes' : first;
  for (let choice = 1, error = first; ; choice += 1) {
    if (!isOfPolicy(verb, error)) return 'yes';
    if (choice === MOST_CHOICES) return error;
    error = await say(role, verb, row, choice);
  }
}

const MOST_CHOICES = 15;

/** Two verbs are said of an action and name a part of it. */
async function named(verb: Verb, row: Row): Promise<Pick<Row, 'id' | 'version'>> {
  const partType = idFields[`${verb.name} ${verb.subject?.named}`] ?? '';
  if (partType === verb.subject?.type.name) return row;
  const { tableName } = api.database.dataSource.getMetadata(partType);
  const [, key] = Buffer.from(row.id, 'base64url').toString().split(':');
  const [part] = await api.sql(`select id, version from ${tableName} where action_id = $1 limit 1`, [key]);
  return part ? { id: toGlobalId(partType, String(part.id)), version: Number(part.version) } : row;
}

interface Wanted {
  readonly verb: Verb;
  readonly row: Pick<Row, 'id' | 'version'>;
  readonly choice: number;
  readonly at: string;
}

function least(type: GraphQLInputType, wanted: Wanted): unknown {
  const { verb, row, choice, at } = wanted;
  const bare = getNullableType(type);
  if (isListType(bare)) return [least(bare.ofType, wanted)];
  if (isEnumType(bare)) return bare.getValues()[choice % bare.getValues().length]?.name;
  if (isInputObjectType(bare)) {
    const needed = Object.values(bare.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(
      needed.map((field) => [field.name, least(field.type, { ...wanted, at: at ? `${at}.${field.name}` : field.name })]),
    );
  }
  if (bare.name === 'ID') return at === verb.subject?.named ? row.id : some[idFields[`${verb.name} ${at}`] ?? ''];
  if (at.endsWith('version')) return row.version;
  return { String: 'Words', LocalDate: '2026-01-01', Int: 1, Float: 0.5, Boolean: false }[bare.name];
}

/** The rules that policies know: what a yes must never be refused by. */
const isOfPolicy = (verb: Verb, error: { extensions: Record<string, unknown> } | undefined): boolean =>
  error?.extensions.code === 'FORBIDDEN' || verb.provided.some(({ rule }) => rule === error?.extensions.rule);

test('there is a viewerCan wherever a verb is said of something, with a field for each verb', () => {
  for (const typeName of subjects) {
    const fields = Object.keys(
      (schema.getType(`${typeName}ViewerCan`) as { getFields(): object } | undefined)?.getFields() ?? {},
    );
    expect([typeName, fields.sort()]).toEqual([
      typeName,
      verbsOf(typeName)
        .map(({ name }) => name)
        .sort(),
    ]);
  }
});

/** What these said before then stands against saying it again. */
const onceMore: readonly Role[] = ['LEAD_OFFICER', 'ADMIN'];

/** A figure can always be revised, and no verb ends a service account. */
const neverRefusedHere = ['reviseDataPoint', 'issueServiceKey'];

const seen = { yes: new Set<string>(), no: new Set<string>() };

/** Says a verb of a row as it was looked at. @returns what differs from what `viewerCan` said, if anything does */
async function differs(role: Role, verb: Verb, row: Row): Promise<string[]> {
  const error = await agrees(role, verb, row);
  seen[row.viewerCan[verb.name]?.allowed ? 'yes' : 'no'].add(verb.name);
  return error === 'yes' ? [] : [`${role} ${verb.name}: ${JSON.stringify([row, error])}`];
}

test('what it says is what the verb does: every verb, on rows of every kind, in every role', async () => {
  const differences: string[] = [];
  for (const typeName of subjects) {
    for (const id of await rowsOf(typeName)) {
      for (const role of [...allRoles, ...onceMore]) {
        let row = await look(role, typeName, id);
        for (const verb of verbsOf(typeName).toReversed()) {
          if (!row) continue;
          const can = row.viewerCan[verb.name];
          if (verb.by.includes(role)) differences.push(...(await differs(role, verb, row)));
          else if (can?.rule !== 'access.role') differences.push(`${role} ${verb.name}: ${can?.rule}`);
          if (can?.allowed) row = await look(role, typeName, id);
        }
      }
    }
  }
  expect(differences).toEqual([]);
}, 180_000);

test('and in every state of a life cycle', async () => {
  const differences: string[] = [];
  for (const typeName of subjects) {
    for (const status of statesOf(typeName)) {
      for (const verb of verbsOf(typeName)) {
        const id = await (madeIn[typeName]?.(status) ?? rowPutIn(typeName, status));
        const row = id && (await look(sayerOf(verb), typeName, id));
        if (row) differences.push(...(await differs(sayerOf(verb), verb, row)));
      }
    }
  }
  expect(differences).toEqual([]);
  expect(said.filter(({ name }) => !seen.yes.has(name)).map(({ name }) => name)).toEqual([]);
  const passedOver = said.filter(({ name, provided }) => provided.length > 0 && !seen.no.has(name));
  expect(passedOver.map(({ name }) => name).sort()).toEqual([...neverRefusedHere].sort());
}, 180_000);

function statesOf(typeName: string): string[] {
  const { status, state } = (schema.getType(typeName) as GraphQLObjectType).getFields();
  const field = status ?? state;
  const type = field && getNullableType(field.type);
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (['Member', 'MemberIdentity'].includes(typeName)) return ['DATA_ANALYST', 'ADMIN'];
  return madeIn[typeName] ? ['as it is made'] : [];
}

const sayerOf = ({ by }: Verb): Role => (by.includes('LEAD_OFFICER') ? 'LEAD_OFFICER' : (by[0] as Role));

/** Puts the first row that can be there in a state by hand; null where the database keeps all of them from it. */
async function rowPutIn(typeName: string, status: string): Promise<string | null> {
  const { tableName } = api.database.dataSource.getMetadata(typeName);
  const rows = await api.sql(`select id from ${tableName} where committee_id = $1 order by version, recorded_at, id limit 5`, [
    committee.id,
  ]);
  for (const { id } of rows) {
    const put = api.sql(`update ${tableName} set status = $2 where id = $1`, [id, status]);
    if (await put.then(Boolean, () => false)) return toGlobalId(typeName, String(id));
  }
  return null;
}

const waysOfACycle: Readonly<Record<string, readonly string[]>> = {
  CANCELLED: ['cancelCycle'],
  DOING: ['startCycle'],
  STUDYING: ['startCycle', 'finishDoing'],
  ACTING: ['startCycle', 'finishDoing', 'studyCycle'],
  CLOSED: ['startCycle', 'finishDoing', 'studyCycle', 'closeCycle'],
};

/** A cycle keeps its past, so it is led into each state. */
async function cycleIn(status: string): Promise<string> {
  const plan = 'mutation($input: PlanCycleInput!) { planCycle(input: $input) { cycle { id } } }';
  const { planCycle } = await answered(committee.as('LEAD_OFFICER')(plan, { input: { rampId: some.PdsaRamp } }));
  const { id } = planCycle.cycle as { id: string };
  for (const name of waysOfACycle[status] ?? []) {
    const [row, verb] = [await look('LEAD_OFFICER', 'PdsaCycle', id), verbs.find((each) => each.name === name)];
    if (row && verb) expect(await say('LEAD_OFFICER', verb, row)).toBeUndefined();
  }
  return id;
}

/** An agreement with the agency of whoever accepts it; where it has ended, nothing but time leads there. */
async function agreementIn(status: string): Promise<string | null> {
  const [member] = await api.sql('select agency_id from member where id = $1', [committee.actor('MEMBER').id]);
  const day = (days: number) => new Date(api.clock.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const input = {
    ...{ agencyId: toGlobalId('Agency', String(member?.agency_id)), purpose: 'Words', legalBasis: 'Words' },
    ...{ coversLed: true, coversContributed: true, showsTitles: true, showsProgress: true, showsMilestones: true },
    ...{ startsOn: day(status === 'AGREED' ? 30 : 0), reviewOn: day(60) },
  };
  const propose =
    'mutation($input: ProposeSharingAgreementInput!) { proposeSharingAgreement(input: $input) { agreement { id } } }';
  const { proposeSharingAgreement } = await answered(committee.as('LEAD_OFFICER')(propose, { input }));
  const { id } = proposeSharingAgreement.agreement as { id: string };
  const signed = ['signSharingAgreement', 'acceptSharingAgreement'];
  const ways: Readonly<Record<string, readonly string[]>> = {
    ...{ PROPOSED: [], AGREED: signed, IN_FORCE: signed, REVOKED: ['revokeSharingAgreement'] },
  };
  return led('SharingAgreement', id, ways[status]);
}

/** Where a text came to is kept, so a new one is withheld and led into each state; the same words are withheld only once. */
async function quarantineIn(status: string): Promise<string | null> {
  quarantined += 1;
  const { id: finding } = await makeFinding(committee, {
    statement: `In area ${String.fromCharCode(96 + quarantined)} core groups are late`,
  });
  const withhold = 'mutation($input: QuarantineTextInput!) { quarantineText(input: $input) { quarantine { id } } }';
  const input = { id: finding, fieldName: 'statement', reason: 'CHILD' };
  const { quarantineText } = await answered(committee.as('PRIVACY_STEWARD')(withhold, { input }));
  const { id } = quarantineText.quarantine as { id: string };
  const ways: Readonly<Record<string, readonly string[]>> = {
    ...{ WITHHELD: [], RELEASED: ['releaseText'], ERASURE_ASKED: ['askErasure'], ERASED: ['askErasure', 'confirmErasure'] },
  };
  return led('Quarantine', id, ways[status]);
}

let quarantined = 0;

async function led(typeName: string, id: string, names: readonly string[] | undefined): Promise<string | null> {
  for (const name of names ?? []) {
    const verb = verbs.find((each) => each.name === name);
    const row = verb && (await look(sayerOf(verb), typeName, id));
    if (row) expect(await say(sayerOf(verb), verb, row)).toBeUndefined();
  }
  return names ? id : null;
}

/** What was proposed and decided stays, so a new proposal is made by hand; the record it is about is no matter here. */
async function disposalIn(status: string): Promise<string | null> {
  if (status !== 'PROPOSED') return rowPutIn('Disposal', status);
  const id = randomUUID();
  await api.sql(
    `insert into disposal (id, committee_id, version, recorded_at, rule_id, kind, row_id, triggered_on, due_on, decision, note,
       keep_until_on, status, proposed_by_id)
     select $1, $2, 1, $3, rule_id, kind, (select id from pdsa_cycle c where c.committee_id = $2 and not exists
       (select from disposal d where d.row_id = c.id) limit 1), triggered_on, due_on, decision, note, keep_until_on, 'PROPOSED', $4
     from disposal where committee_id = $2 and decision = 'KEEP' limit 1`,
    [id, committee.id, api.clock.now, committee.actor('PRIVACY_STEWARD').id],
  );
  return toGlobalId('Disposal', id);
}

/** Somebody new; or the administrator, whom nobody lets out but another one. */
async function newMember(role: string): Promise<string> {
  if (role === 'ADMIN') return toGlobalId('Member', committee.actor('ADMIN').id);
  const id = randomUUID();
  await api.sql(
    `insert into member (id, committee_id, version, recorded_at, display_name, role) values ($1, $2, 1, $3, 'Somebody new', $4)`,
    [id, committee.id, api.clock.now, role],
  );
  return toGlobalId('Member', id);
}

/** A link that somebody else has made, of the account of whoever has this role: nobody takes away their own. */
async function newLink(role: string): Promise<string> {
  const id = randomUUID();
  await api.sql(
    `insert into member_identity (id, committee_id, version, recorded_at, member_id, issuer, subject, linked_by_id, confirmed_at)
     values ($1, $2, 1, $3, $4, 'https://sign-in.example', $5, $6, null)`,
    [id, committee.id, api.clock.now, committee.actor(role as Role).id, id, committee.actor('LEAD_OFFICER').id],
  );
  return toGlobalId('MemberIdentity', id);
}

/** A program of an analyst, as it was added. */
async function newProgram(): Promise<string> {
  const id = randomUUID();
  await api.sql(
    `insert into service_account (id, committee_id, version, recorded_at, display_name, role) values ($1, $2, 1, $3, 'Analysis', 'DATA_ANALYST')`,
    [id, committee.id, api.clock.now],
  );
  return toGlobalId('ServiceAccount', id);
}

/** What waits for a word is settled once, so each time there is a new one. */
const escalationIn = async (status: string): Promise<string | null> => {
  if (status !== 'OPEN') return rowPutIn('Escalation', status);
  const [finding, meeting] = [await makeFinding(committee), await makeHeldMeeting(committee, { meetsAt: nextTime() })];
  const { escalation } = await done(committee, 'CHAIR', 'recordDecision', {
    ...{ id: finding.id, version: finding.version, meetingId: meeting.id, minuteRef: 'Item 1' },
    ...{ kind: 'ESCALATE_TO_COG', reason: 'Words' },
  });
  return String(escalation.id);
};

const requestIn = async (status: string): Promise<string | null> => {
  if (status !== 'WAITING') return rowPutIn('RedateRequest', status);
  const { id, version } = await makeStartedAction(committee);
  const input = { id, version, dueOn: '2027-06-30', reason: 'Words' };
  return String((await done(committee, 'LEAD_OFFICER', 'requestRedate', input)).redateRequest.id);
};

const newSubgroup = async (): Promise<string> => {
  const input = { name: `Subgroup at ${nextTime()}`, remit: 'Words' };
  return String((await done(committee, 'CHAIR', 'formSubgroup', input)).subgroup.id);
};

let minutes = 0;
const nextTime = (): string => {
  minutes += 1;
  return `08:${String(minutes).padStart(2, '0')}`;
};

const madeIn: Readonly<Record<string, (status: string) => Promise<string | null>>> = {
  ...{ PdsaCycle: cycleIn, SharingAgreement: agreementIn, Quarantine: quarantineIn, Disposal: disposalIn },
  ...{ Escalation: escalationIn, RedateRequest: requestIn, Subgroup: newSubgroup },
  ...{ Driver: async () => (await newDriver()).id, Member: newMember, MemberIdentity: newLink, ServiceAccount: newProgram },
};

describe('viewer.may', () => {
  const may = (role: Role, verb: string, id?: string) =>
    committee.as(role)('query($verb: Verb!, $id: ID) { viewer { may(verb: $verb, id: $id) { allowed rule reason } } }', {
      verb,
      id,
    });

  test('answers for a role, and for one thing', async () => {
    expect((await answered(may('CHAIR', 'approveAction'))).viewer.may).toEqual({ allowed: true, rule: null, reason: null });
    expect((await answered(may('MEMBER', 'approveAction'))).viewer.may).toEqual({
      allowed: false,
      rule: 'access.role',
      reason: 'Your role (MEMBER) may not approve action.',
    });
    const own = await api.newCommittee();
    const { id } = await makeAction(own);
    const ask = `query($id: ID) { viewer { may(verb: startAction, id: $id) { allowed rule } } }`;
    expect((await answered(own.as('ACTION_LEAD')(ask, { id }))).viewer.may).toEqual({ allowed: false, rule: 'action.notYours' });
    expect((await answered(own.as('LEAD_OFFICER')(ask, { id }))).viewer.may).toEqual({
      allowed: false,
      rule: 'action.transition',
    });
  });

  test('a thing of another committee, of another type or that does not exist has one answer', async () => {
    const other = await makeAction(await api.newCommittee());
    const ids = [other.id, toGlobalId('Action', '00000000-0000-4000-8000-000000000000'), some.Finding, 'nonsense', 'a\u0000b'];
    const answers = await Promise.all(ids.slice(0, 4).map((id) => refusal(may('CHAIR', 'approveAction', id))));
    for (const answer of answers) expect(answer).toEqual({ code: 'NOT_FOUND', field: 'id', message: 'There is no such action.' });
    expect((await refusal(may('CHAIR', 'approveAction', ids[4]))).code).toBe('BAD_USER_INPUT');
  });

  test('what makes something new is said of nothing', async () => {
    expect(await refusal(may('LEAD_OFFICER', 'recordFinding', some.Finding))).toMatchObject({
      rule: 'verb.noSubject',
      field: 'id',
    });
  });

  test('another member’s sharing of their practice is not there to be asked about', async () => {
    expect((await refusal(may('CHAIR', 'withdrawPractice', some.PracticeSharing))).code).toBe('NOT_FOUND');
  });
});

test('in the past nothing can be changed', async () => {
  const own = await api.newCommittee();
  await makeFinding(own);
  api.clock.now = new Date(api.clock.now.getTime() + 1000);
  const ask = `query @asAt(moment: "${api.clock.now.toISOString()}") { findings { nodes { viewerCan { respondToFinding { allowed rule } } } } }`;
  const { findings } = await answered(own.as('CHAIR')(ask));
  expect(findings.nodes).toEqual([{ viewerCan: { respondToFinding: { allowed: false, rule: 'asAt.past' } } }]);
});

test('the number of statements does not depend on the number of rows', async () => {
  const own = await api.newCommittee();
  const ask = '{ findings { nodes { viewerCan { respondToFinding { allowed } supersedeFinding { allowed } } } } }';
  await makeFinding(own);
  const one = await own.as('LEAD_OFFICER')(ask);
  for (let made = 1; made < 6; made += 1) await makeFinding(own);
  const six = await own.as('LEAD_OFFICER')(ask);
  expect(six.data.findings.nodes).toHaveLength(6);
  expect(six.statements).toHaveLength(one.statements.length);
});
