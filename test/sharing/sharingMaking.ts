import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/access/actor';
import type { Role } from '../../src/access/roles';
import { stableId } from '../../seeds/reference';
import { toGlobalId } from '../../src/kernel/globalId';
import { answered, type Answer, type Ask, type TestApi, type TestCommittee } from '../support/api';
import { makeApprovedAction, makeFinding, makeSource, type Made } from '../support/make';

/* Committees that an agency works with, its people in each, and agreements between them. */
export interface Party extends TestCommittee {
  /** Represents the agency on this committee. */
  readonly representative: Ask;
  readonly representativeId: string;
  readonly name: string;
}

export interface Together {
  readonly agencyId: string;
  readonly rawAgencyId: string;
  readonly parties: readonly Party[];
}

/** Some committees that have one agency in common, besides those that each has for itself. */
export async function together(api: TestApi, count: number): Promise<Together> {
  const rawAgencyId = randomUUID();
  await api.sql('insert into agency (id, name, agency_type_id) values ($1, $2, $3)', [
    ...[rawAgencyId, `Agency ${rawAgencyId}`, stableId('agency type POLICE_SCOTLAND')],
  ]);
  const parties: Party[] = [];
  for (let index = 0; index < count; index += 1) parties.push(await party(api, rawAgencyId));
  return { agencyId: toGlobalId('Agency', rawAgencyId), rawAgencyId, parties };
}

async function party(api: TestApi, agency: string): Promise<Party> {
  const committee = await api.newCommittee();
  await longAgo(api, 'insert into committee_agency (committee_id, agency_id) values ($1, $2)', [committee.id, agency]);
  const actor = await addMember(api, committee, { agency });
  return {
    ...committee,
    representative: api.asActor(actor),
    representativeId: actor.id,
    name: `Committee ${committee.id}`,
  };
}

/** What is written by hand would else happen at the time of the computer, after all that the tests' clock says. */
const longAgo = (api: TestApi, sql: string, parameters: readonly unknown[]): Promise<unknown> =>
  api.database.dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.now', '2000-01-02T00:00:00Z', true)`);
    return manager.query(sql, [...parameters]);
  });

export async function addMember(
  api: TestApi,
  committee: TestCommittee,
  { agency, role = 'MEMBER', endedOn = null }: { agency: string | null; role?: Role; endedOn?: string | null },
): Promise<Actor> {
  const id = randomUUID();
  await longAgo(
    api,
    `insert into member (id, committee_id, version, recorded_at, display_name, role, agency_id, ended_on)
     values ($1, $2, 1, '2026-01-01T00:00:00Z', 'Someone', $3, $4, $5)`,
    [id, committee.id, role, agency, endedOn],
  );
  return { kind: 'PERSON', id, committeeId: committee.id, role };
}

export interface MadeAgreement {
  id: string;
  version: number;
  state: string;
  [field: string]: unknown;
}

const fields = `agreement { id version state isOwn committeeName agencyName startsOn endsOn reviewOn signedOn acceptedOn agreedOn endedOn endedReason
  reviewedOn revokedAt revokedReason proposedBy { role } signedBy { role } acceptedBy { role } revokedBy { role } supersededBy { id } }`;

export type SharingVerb = 'propose' | 'sign' | 'accept' | 'review' | 'end' | 'revoke';

export const ask = (who: Ask, verb: SharingVerb, input: object): Promise<Answer> => {
  const name = `${verb}SharingAgreement`;
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  return who(`mutation($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input });
};

export const say = async (who: Ask, verb: SharingVerb, input: object): Promise<MadeAgreement> =>
  (await answered(ask(who, verb, input)))[`${verb}SharingAgreement`].agreement as MadeAgreement;

export const terms = {
  ...{ purpose: 'To plan the work of the agency over several areas', legalBasis: 'Public task; joint protocol of 2025' },
  ...{ coversLed: true, coversContributed: true, showsTitles: true, showsProgress: true, showsMilestones: true },
  ...{ startsOn: '2026-09-15', reviewOn: '2027-09-15' },
};

export const propose = (committee: TestCommittee, agencyId: string, more: object = {}): Promise<MadeAgreement> =>
  say(committee.as('LEAD_OFFICER'), 'propose', { agencyId, ...terms, ...more });

/** An agreement that both sides have agreed to. */
export async function agree(committee: Party, agencyId: string, more: object = {}): Promise<MadeAgreement> {
  const proposed = await propose(committee, agencyId, more);
  const signed = await say(committee.as('CHAIR'), 'sign', { id: proposed.id, version: proposed.version });
  return say(committee.representative, 'accept', { id: signed.id, version: signed.version });
}

/** A finding for partners to read, and so on: what comes of it may be read by them as well. */
export const OPEN = { visibility: 'PARTNERSHIP' };

export async function openFinding(committee: TestCommittee, words = 'Core groups are often late'): Promise<Made> {
  const source = await makeSource(committee, { ...OPEN, title: words });
  return makeFinding(committee, { ...OPEN, sourceId: source.id, statement: words });
}

/** An approved action that the agency leads. */
export async function ledBy(committee: TestCommittee, agencyId: string, more: object = {}): Promise<Made> {
  const findingIds = [(await openFinding(committee)).id];
  return makeApprovedAction(committee, { ...OPEN, findingIds, leadAgencyId: agencyId, ...more });
}

export interface Shown {
  committeeName: string;
  isOwn: boolean;
  ref: string;
  title: string | null;
  status: string;
  originalDueOn: string | null;
  dueOn: string | null;
  isOverdue: boolean;
  part: string;
  contribution: string | null;
  contributionState: string | null;
  startedOn: string | null;
  completedOn: string | null;
  confidence: string | null;
  confidenceAsAtOn: string | null;
  milestones: { position: number; title: string | null; dueOn: string | null; reachedOn: string | null }[];
  action: { id: string; ref: string } | null;
  agreement: { id: string } | null;
}

export const SHOWN = `committeeName isOwn ref title status originalDueOn dueOn isOverdue part contribution contributionState startedOn completedOn
  confidence confidenceAsAtOn milestones { position title dueOn reachedOn } action { id ref } agreement { id }`;

/** The actions of the agency of whoever asks, over all committees. */
export async function shownTo(who: Ask, args = '(first: 100)', directive = ''): Promise<Shown[]> {
  const { agencyActions } = await answered(who(`query ${directive} { agencyActions${args} { nodes { ${SHOWN} } } }`));
  return (agencyActions as { nodes: Shown[] }).nodes;
}
