import { randomUUID } from 'node:crypto';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Role } from '../src/access/roles';
import { makeSchema } from '../src/graphql/schema';
import { toGlobalId } from '../src/kernel/globalId';
import { addDashboard, linkAccount } from './support/access';
import { startApi, type TestApi, type TestCommittee } from './support/api';
import { oneOfEach, type OneOfEach } from './support/oneOfEach';
import { idFields, roleOf } from './support/idFields';
import { makeStrathfinella } from './support/strathfinella';

/*
 * An actor of one committee who asks for anything of another gets exactly what a non-existing id gets. The tables are
 * checked against the schema: a new root field, mutation or id without an entry fails.
 */
let api: TestApi;
let schema: GraphQLSchema;
let mine: TestCommittee;
let theirs: TestCommittee;
let own: OneOfEach;
let foreign: OneOfEach;
let versions: Readonly<Record<string, number>>;
interface Based {
  readonly id: string;
  readonly version: number;
}
let openAction: Based;
let doneAction: Based;
let plannedMeeting: Based;

beforeAll(async () => {
  api = await startApi();
  schema = await makeSchema();
  const { dataSource } = api.database;
  mine = await makeStrathfinella(api);
  theirs = await makeStrathfinella(api);
  for (const committee of [mine, theirs]) {
    await linkAccount(api, committee, { issuer: 'https://sign-in.example', subject: 'lead-officer' });
    await addDashboard(api, committee);
  }
  own = await oneOfEach(dataSource, mine.id);
  foreign = { ...(await oneOfEach(dataSource, theirs.id)), Agency: await addAgency(theirs) };
  versions = await versionsOf(own);
  openAction = await inState('Action', 'IN_PROGRESS');
  doneAction = await inState('Action', 'COMPLETE_AWAITING_SIGN_OFF');
  plannedMeeting = await inState('Meeting', 'PLANNED');
}, 120_000);
afterAll(() => api.close());

async function inState(typeName: string, status: string): Promise<Based> {
  const table = typeName.toLowerCase();
  const rows = await api.sql(`select id, version from ${table} where committee_id = $1 and status = $2`, [mine.id, status]);
  return { id: toGlobalId(typeName, String(rows[0]?.id)), version: Number(rows[0]?.version) };
}

const unknown = (typeName: string): string => toGlobalId(typeName, randomUUID());

/** The two types whose rows other committees may see; test/spread/reach.api.test.ts shows that nothing else is reached from them. */
const readableByAll: readonly string[] = ['SharedIdea', 'IdeaUptake'];
/** What a list shows of other committees: what all may see, and agreements with the agency of whoever asks (here the member for health). */
const ofOthers: Readonly<Record<string, string>> = { sharedIdeas: 'SharedIdea', sharingAgreements: 'SharingAgreement' };
/** The one thing a mutation takes from another committee: an idea that is shared. */
const takenFromOthers: readonly string[] = ['takeUpSharedIdea sharedIdeaId'];

describe('reading', () => {
  test('every type that has an id is made for both committees, or is reference data', () => {
    const nodes = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name);
    const shared = ['HealthBoard', 'CouncilArea', 'AgencyType', 'Theme', 'QualityFramework', 'QualityIndicator'];
    expect(nodes.filter((name) => !shared.includes(name)).sort()).toEqual(Object.keys(own).sort());
  });

  test('node(id) of another committee is null, as for an id that does not exist; the owner sees it', async () => {
    const ask = 'query($id: ID!) { node(id: $id) { id __typename } }';
    for (const [typeName, id] of Object.entries(foreign).filter(([name]) => !readableByAll.includes(name))) {
      expect([typeName, await answerTo(mine, ask, { id })]).toEqual([
        typeName,
        await answerTo(mine, ask, { id: unknown(typeName) }),
      ]);
      const seen = await answerTo(theirs, ask, { id }, readerOf(typeName));
      expect(JSON.parse(seen)).toEqual({ data: { node: { id, __typename: typeName } }, errors: [] });
    }
  });

  test('node(id) of another committee is seen for the types named as readable by all, and for no other', async () => {
    const ask = 'query($id: ID!) { node(id: $id) { id } }';
    const seen: string[] = [];
    for (const [typeName, id] of Object.entries(foreign))
      if ((await answerTo(mine, ask, { id })) === (await answerTo(theirs, ask, { id }, readerOf(typeName)))) seen.push(typeName);
    expect(seen.sort()).toEqual([...readableByAll].sort());
  });

  test('every list at the root holds only the actor’s own rows, whatever the filter names', async () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    const lists = fields.filter(({ type }) => String(type).endsWith('Connection!'));
    expect(lists.length).toBeGreaterThanOrEqual(10);
    const foreignIds = new Set(Object.values(foreign));
    for (const { name, args } of lists) {
      const role = overseen.includes(name) ? 'AUDITOR' : 'MEMBER';
      const { data, errors } = await mine.as(role)(`{ ${name}(first: 200) { totalCount nodes { id } } }`);
      expect(errors).toEqual([]);
      const ids = data[name].nodes.map(({ id }: { id: string }) => id) as string[];
      const shown = ids.filter((id) => foreignIds.has(id));
      expect([name, shown]).toEqual([name, ofOthers[name] ? [foreign[ofOthers[name]]] : []]);
      expect(data[name].totalCount).toBe(ids.length);
      const filter = getNullableType(args.find((arg) => arg.name === 'filter')?.type) as GraphQLInputObjectType;
      for (const field of Object.values(filter.getFields()).filter(({ name: key }) => key.endsWith('Ids'))) {
        const ask = (ids: readonly string[]) =>
          answerTo(
            mine,
            `query($filter: ${filter.name}) { ${name}(filter: $filter) { totalCount nodes { id } } }`,
            { filter: { [field.name]: ids } },
            readerOf(name),
          );
        const answer = await ask([...foreignIds].filter((id) => !Object.values(own).includes(id)));
        expect(JSON.parse(answer).errors).toEqual([]);
        expect(answer).toBe(await ask([unknown('Finding')]));
      }
    }
  });

  test('committee, viewer and statusSummary show the actor’s own committee only', async () => {
    const ask = 'query($id: ID) { committee(id: $id) { id } }';
    expect(await answerTo(mine, ask, { id: theirs.globalId })).toBe(await answerTo(mine, ask, { id: unknown('Committee') }));
    const { data } = await mine.as('MEMBER')(
      '{ committee { id } viewer { committee { id } } statusSummary { total } actions { totalCount } threadAudit { total } threadBreaks { totalCount } }',
    );
    expect(data.committee.id).toBe(mine.globalId);
    expect(data.viewer.committee.id).toBe(mine.globalId);
    expect(data.statusSummary.total).toBe(data.actions.totalCount);
    expect(data.threadAudit.total).toBe(data.threadBreaks.totalCount);
  });

  test('what is held about another committee’s member is not there, as for one that does not exist', async () => {
    const ask = 'query($id: ID!) { heldAbout(memberId: $id) { member { id } } }';
    const asked = (id: string) => answerTo(mine, ask, { id }, 'PRIVACY_STEWARD');
    expect(await asked(foreign.Member ?? '')).toBe(await asked(unknown('Member')));
  });

  test('a meeting of another committee has no draft of a pack, and nothing changed since it, as for one that does not exist', async () => {
    for (const field of ['packDraft(meetingId: $id) { asAt }', 'changesSince(meetingId: $id) { fromSeq }']) {
      const asked = (id: string) => answerTo(mine, `query($id: ID!) { ${field} }`, { id });
      expect(await asked(foreign.Meeting ?? '')).toBe(await asked(unknown('Meeting')));
    }
  });

  test('there is no root field that these tests do not know', () => {
    // What agencyActions shows of other committees is what test/sharing is about.
    const known = [
      'agencyActions',
      'analyseSeries',
      'progressScale',
      'stalledWork',
      'heldAbout',
      'threadAudit',
      'repeatThemes',
      'node',
      'viewer',
      'committee',
      'statusSummary',
      'nextMeeting',
      'closureLedger',
      'packDraft',
      'changesSince',
    ];
    const others = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ type }) => !String(type).endsWith('Connection!'),
    );
    expect(others.map(({ name }) => name).sort()).toEqual(known.sort());
  });
});

describe('changing', () => {
  test('every id a mutation takes is in the table', () => {
    const paths = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
      idPaths(args[0]?.type as GraphQLInputType).map((path) => `${name} ${path}`),
    );
    expect(Object.keys(idFields).sort()).toEqual(paths.sort());
  });

  test('a mutation answers an id of another committee exactly as one that does not exist', async () => {
    const differences: string[] = [];
    for (const [key, typeName] of Object.entries(idFields).filter(([name]) => !takenFromOthers.includes(name))) {
      const [verb = '', path = ''] = key.split(' ');
      const answers = await Promise.all(
        [foreign[typeName] ?? unknown(typeName), unknown(typeName)].map((id) => changeWith(verb, path, id)),
      );
      if (answers[0] !== answers[1]) differences.push(`${key}: ${answers.join(' | ')}`);
      if (!afterTheState.includes(key) && !answers[1]?.includes('NOT_FOUND'))
        differences.push(`${key} is not looked up: ${answers[1]}`);
    }
    expect(differences).toEqual([]);
  });
});

/** Looked up only when the thing is in a state in which it can be changed; the answers must be equal all the same. */
const afterTheState: readonly string[] = [
  'studyCycle comparisons.predictionId',
  ...['reviseAction leadAgencyId', 'reviseAction leadMemberId'],
  ...['leadMemberId', 'measureIds', 'predecessorIds', 'plannedData.measureId', 'questions.predictions.measureId'].map(
    (path) => `reviseCyclePlan ${path}`,
  ),
];

/** What a sample needs besides to come as far as the look-up. */
function besides(verb: string, path: string): object {
  const tier = path === 'restrictedGroupId' ? { visibility: 'RESTRICTED' } : {};
  if (`${verb} ${path}` === 'redateAction approvedById') return openAction;
  if (`${verb} ${path}` === 'takeUpSharedIdea driverIds') return { sharedIdeaId: foreign.SharedIdea };
  if (verb === 'proposeAction') return { isDraft: true, ...tier };
  if (verb === 'recordDecision' && path.startsWith('lead')) return { ...openAction, kind: 'REASSIGN', reason: 'Words' };
  if (verb === 'recordDecision' && path === 'successorId') return { ...openAction, kind: 'MERGE' };
  if (verb === 'signOffAction' && path === 'meetingId') return doneAction;
  if (path === 'chairId' && (verb === 'holdMeeting' || verb === 'replanMeeting')) return plannedMeeting;
  if (verb === 'deferAgendaItem' && path === 'toMeetingId') return { itemId: own.AgendaItem };
  if (verb === 'recordLearningSource') return { kind: 'JOINT_INSPECTION', ...tier };
  const isPlaced = path === 'rampId' || path === 'changeIdeaId';
  return verb === 'logPdsaCycle' && !isPlaced ? { rampId: own.PdsaRamp } : tier;
}

/** An agency of theirs alone; those of the demonstration work with both copies. */
async function addAgency(committee: TestCommittee): Promise<string> {
  const id = randomUUID();
  await api.sql('insert into agency (id, name, agency_type_id) select $1, $2, id from agency_type limit 1', [id, `Agency ${id}`]);
  await api.sql('insert into committee_agency (committee_id, agency_id) values ($1, $2)', [committee.id, id]);
  return toGlobalId('Agency', id);
}

async function versionsOf(ids: OneOfEach): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const [typeName, id] of Object.entries(ids)) {
    // The adviser of the demonstration shares their practice with the lead officer, and that row is shown to nobody else.
    const ask = 'query($id: ID!) { node(id: $id) { ... on Versioned { version } } }';
    const { data } = await mine.as(readerOf(typeName))(ask, { id });
    found[typeName] = data.node.version as number;
  }
  return found;
}

/** The logs, and the ways to somebody's rights, are for those who oversee them. */
const overseen: readonly string[] = ['RestrictedRead', 'MemberIdentity', 'ServiceKey', 'events', 'restrictedReads'];
const readerOf = (typeName: string): Role => (overseen.includes(typeName) ? 'AUDITOR' : 'LEAD_OFFICER');

async function answerTo(
  committee: TestCommittee,
  document: string,
  variables: Record<string, unknown>,
  role: Role = 'LEAD_OFFICER',
): Promise<string> {
  const { data, errors } = await committee.as(role)(document, variables);
  return JSON.stringify({ data, errors });
}

/** Says a verb with an input that is right in form, its ids the actor's own but for the one at `path`. */
async function changeWith(verb: string, path: string, id: string): Promise<string> {
  const type = schema.getMutationType()?.getFields()[verb]?.args[0]?.type as GraphQLInputType;
  const input = { ...(sample(type, { verb, at: '', path, id }) as object), ...besides(verb, path) };
  const { errors } = await mine.as(roleOf(verb))(
    `mutation($input: ${String(type)}) { ${verb}(input: $input) { clientMutationId } }`,
    { input },
  );
  return JSON.stringify(errors);
}

interface Wanted {
  verb: string;
  at: string;
  path: string;
  id: string;
}

const under = (at: string, name: string): string => (at ? `${at}.${name}` : name);

function sample(type: GraphQLInputType, wanted: Wanted): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [sample(bare.ofType, wanted)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).filter(
      (field) => isNonNullType(field.type) || `${wanted.path}.`.startsWith(`${under(wanted.at, field.name)}.`),
    );
    return Object.fromEntries(
      fields.map((field) => [field.name, sample(field.type, { ...wanted, at: under(wanted.at, field.name) })]),
    );
  }
  if (bare.name === 'ID') return wanted.at === wanted.path ? wanted.id : own[idFields[`${wanted.verb} ${wanted.at}`] ?? ''];
  if (wanted.at.endsWith('version')) return versions[idFields[`${wanted.verb} ${wanted.at.replace(/version$/, 'id')}`] ?? ''];
  return { String: 'Words', LocalDate: '2026-01-01', Int: 1, Float: 0.5, Boolean: false }[bare.name];
}

/** The paths of all ids in an input type, such as `contributions.agencyId`. */
function idPaths(type: GraphQLInputType, at = ''): string[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return idPaths(bare.ofType, at);
  if (isInputObjectType(bare))
    return Object.values(bare.getFields()).flatMap((field) => idPaths(field.type, under(at, field.name)));
  return !isEnumType(bare) && bare.name === 'ID' ? [at] : [];
}
