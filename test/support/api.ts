import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/access/actor';
import type { Role } from '../../src/access/roles';
import { createApp, type App, type AppParts } from '../../src/app';
import { toGlobalId } from '../../src/kernel/globalId';
import { loadReferenceData, stableId } from '../../seeds/reference';
import type { Founded } from '../../src/store/founding';
import type { Database } from '../../src/store/database';
import { testDatabase } from './database';

export const testSecret = 'a secret that only the tests know, 0123456789';

/** Tests look into answers of every shape. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Shown = any;

export interface Answer {
  data: Shown;
  errors: readonly { message: string; path?: readonly (string | number)[]; extensions: Record<string, unknown> }[];
  statements: readonly string[];
}

export type Ask = (document: string, variables?: Record<string, unknown>) => Promise<Answer>;

export interface TestCommittee {
  id: string;
  globalId: string;
  agencyIds: readonly string[];
  actor(role: Role): Actor;
  as(role: Role): Ask;
}

export interface TestApi {
  app: App;
  database: Database;
  /** The service's "now"; tests move it. */
  clock: { now: Date };
  /** A committee of its own for each test, with two agencies and one member in each role. */
  newCommittee(): Promise<TestCommittee>;
  /** A committee that was founded otherwise, such as a copy of the demonstration. */
  committeeOf(founded: Founded): TestCommittee;
  /** Asks as someone whom a test made itself. */
  asActor(actor: Actor): Ask;
  /** Direct SQL, as an administrator would write it. */
  sql(text: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** On the database that test files share, or on one that `open` opens for this file alone. */
export async function startApi(parts: Partial<AppParts> = {}, open: typeof testDatabase = testDatabase): Promise<TestApi> {
  const statements: string[] = [];
  const database = await open((sql) => statements.push(sql));
  await loadReferenceData(database.dataSource);
  // Tests say what time it is, whatever the clock of this machine says.
  await database.dataSource.query(`update governance.clock_rule set most_ahead = '100 years'`);
  const clock = { now: new Date('2026-09-15T10:00:00Z') };
  const app = await createApp({
    dataSource: database.dataSource,
    clock: () => clock.now,
    issuers: [],
    tokenSecret: testSecret,
    production: false,
    introspection: true,
    corsOrigins: [],
    maxInFlight: 20,
    log: ({ message, stack }) => {
      throw new Error(`The service logged a failure: ${message}\n${stack ?? ''}`);
    },
    onIssuerTrouble: ({ issuer, reason }) => {
      throw new Error(`The service found ${issuer} in trouble: ${reason}`);
    },
    // Tests are refused more often in a minute than anybody would be.
    signInRefusals: { perAddress: 100_000, perKey: 100_000 },
    trustedProxies: 0,
    onSlowedDown: ({ address }) => {
      throw new Error(`The service slowed ${address} down.`);
    },
    ...parts,
  });
  const sql = (text: string, parameters: readonly unknown[] = []) =>
    database.dataSource.query<Record<string, unknown>[]>(text, [...parameters]);
  return {
    app,
    database,
    clock,
    sql,
    newCommittee: () => newCommittee({ app, database, sql, statements }),
    asActor: (actor) => askAs({ app, database, sql, statements }, actor),
    committeeOf: (founded) => committeeOf({ app, database, sql, statements }, founded),
    close: async () => {
      await app.stop();
      await database.close();
    },
  };
}

interface Parts {
  app: App;
  database: Database;
  sql: TestApi['sql'];
  statements: string[];
}

const memberRoles: readonly Role[] = [
  ...(['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'MEMBER', 'SUBGROUP_CHAIR', 'ACTION_LEAD', 'IMPROVEMENT_ADVISER'] as const),
  ...(['DATA_ANALYST', 'CHIEF_OFFICER', 'PARTNER_VIEWER', 'PRIVACY_STEWARD', 'AUDITOR', 'ADMIN'] as const),
];

/** As far as their history says, committees have been here for a long time. */
const FOUNDED = '2000-01-01T00:00:00Z';

async function newCommittee(parts: Parts): Promise<TestCommittee> {
  return parts.database.dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.now', $1, true)`, [FOUNDED]);
    const sql: TestApi['sql'] = (text, parameters = []) => manager.query(text, [...parameters]);
    return foundedCommittee({ ...parts, sql });
  });
}

async function foundedCommittee(parts: Parts): Promise<TestCommittee> {
  const { sql } = parts;
  const id = randomUUID();
  await sql(
    `insert into committee (id, name, kind, chief_officers_body, is_invented) values ($1, $2, 'CHILD_PROTECTION', 'COG', true)`,
    [id, `Committee ${id}`],
  );
  const agencies = [randomUUID(), randomUUID()];
  for (const [index, code] of ['LOCAL_AUTHORITY_SOCIAL_WORK', 'POLICE_SCOTLAND'].entries()) {
    const agency = agencies[index];
    await sql('insert into agency (id, name, agency_type_id) values ($1, $2, $3)', [
      agency,
      `Agency ${agency}`,
      stableId(`agency type ${code}`),
    ]);
    await sql('insert into committee_agency (committee_id, agency_id) values ($1, $2)', [id, agency]);
  }
  const members = new Map<Role, string>();
  for (const role of memberRoles) {
    const member = randomUUID();
    members.set(role, member);
    await sql(
      `insert into member (id, committee_id, version, recorded_at, display_name, role, agency_id) values ($1, $2, 1, '2026-01-01T00:00:00Z', $3, $3, $4)`,
      [member, id, role, agencies[0]],
    );
  }
  const agencyIds = new Map(agencies.map((agency) => [agency, agency]));
  return committeeOf(parts, { committeeId: id, agencyIds, memberIds: members, serviceAccountIds: new Map() });
}

/** Stands in for a role that nobody has in a committee. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

function committeeOf(parts: Parts, { committeeId, agencyIds, memberIds }: Founded): TestCommittee {
  const actor = (role: Role): Actor => ({ kind: 'PERSON', id: memberIds.get(role) ?? NOBODY, committeeId, role });
  return {
    id: committeeId,
    globalId: toGlobalId('Committee', committeeId),
    agencyIds: [...agencyIds.values()].map((agency) => toGlobalId('Agency', agency)),
    actor,
    as: (role) => askAs(parts, actor(role)),
  };
}

const askAs =
  ({ app, statements }: Parts, actor: Actor): Ask =>
  async (document, variables) => {
    statements.length = 0;
    const contextValue = app.contextOf(actor);
    try {
      const { body } = await app.server.executeOperation({ query: document, variables }, { contextValue });
      if (body.kind !== 'single') throw new Error('An answer in parts.');
      const { data, errors = [] } = JSON.parse(JSON.stringify(body.singleResult)) as Pick<Answer, 'data'> &
        Partial<Pick<Answer, 'errors'>>;
      return { data, errors, statements: [...statements] };
    } finally {
      await contextValue.end();
    }
  };

/** The data of an answer that must be without errors. */
export async function answered(asking: Promise<Answer>): Promise<Answer['data']> {
  const { data, errors } = await asking;
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return data;
}

/** The code, rule and field of the one refusal an answer must be. */
export async function refusal(
  asking: Promise<Answer>,
): Promise<{ code: unknown; rule?: unknown; field?: unknown; message: string }> {
  const { errors } = await asking;
  if (errors.length !== 1 || !errors[0]) throw new Error(`Expected one refusal, got ${JSON.stringify(errors)}`);
  const { code, rule, field } = errors[0].extensions;
  return { code, ...(rule ? { rule } : {}), ...(field ? { field } : {}), message: errors[0].message };
}
