import { randomUUID } from 'node:crypto';
import { placeOf } from '../../../src/disclosure/summary';
import { answered, type TestApi, type TestCommittee } from '../../support/api';
import { makeFinding, makeSource } from '../../support/make';
import { rawIdOf } from '../../cycles/cycleMaking';
import type { World } from './audit';

/* Committees with generated actions in the database, and what someone outside may suppose of them. */
export interface Kind {
  readonly status: string;
  readonly isOverdue: boolean;
  /** An index of the committee's agencies. */
  readonly agency: 0 | 1;
  readonly themes: readonly string[];
  /** Findings have a source; one without a theme has one too. */
  readonly hasFinding: boolean;
}

const statuses = ['PROPOSED', 'IN_PROGRESS', 'SIGNED_OFF'];
const THEMES = ['A4', 'A5'];
const SOURCE = 'MULTI_AGENCY_AUDIT';
const themeSets = [[], ['A4'], ['A5'], THEMES];
const mayBeOverdue = (status: string): boolean => status === 'IN_PROGRESS';

export const kinds: readonly Kind[] = statuses.flatMap((status) =>
  [true, false]
    .filter((isOverdue) => !isOverdue || mayBeOverdue(status))
    .flatMap((isOverdue) =>
      ([0, 1] as const).flatMap((agency) =>
        themeSets.flatMap((themes) =>
          (themes.length > 0 ? [true] : [true, false]).map((hasFinding) => ({ status, isOverdue, agency, themes, hasFinding })),
        ),
      ),
    ),
);

/** The dimensions as the API groups by them, each with the keys that these committees have. */
export const dimensions: readonly {
  name: string;
  keys: readonly (string | null)[];
  has: (kind: Kind, key: string | null) => boolean;
}[] = [
  { name: 'STATUS', keys: statuses, has: ({ status }, key) => status === key },
  { name: 'LEAD_AGENCY', keys: ['0', '1'], has: ({ agency }, key) => String(agency) === key },
  {
    name: 'THEME',
    keys: [...THEMES, null],
    has: ({ themes }, key) => (key === null ? themes.length === 0 : themes.includes(key)),
  },
  { name: 'SOURCE_KIND', keys: [SOURCE, null], has: ({ hasFinding }, key) => (key === null ? !hasFinding : hasFinding) },
];

const partOf = ({ isOverdue }: Kind): string => (isOverdue ? 'OVERDUE' : 'NOT_OVERDUE');
const parts = ['OVERDUE', 'NOT_OVERDUE'];

export const world: World<Kind> = {
  kinds,
  countedAt: new Map<string, (kind: Kind) => boolean>([
    [placeOf(), () => true],
    ...parts.map((part) => [placeOf('part', part), (kind: Kind) => partOf(kind) === part] as const),
    ...dimensions.flatMap(({ name, keys, has }) =>
      keys.flatMap((key) => [
        [placeOf('group', name, key), (kind: Kind) => has(kind, key)] as const,
        ...parts.map(
          (part) => [placeOf('cell', name, key, part), (kind: Kind) => has(kind, key) && partOf(kind) === part] as const,
        ),
      ]),
    ),
  ]),
};

/** COMMITTEE withholds actions from partners; PARTNERSHIP lets them list them. */
export type Tier = 'COMMITTEE' | 'PARTNERSHIP';

/** A finding for each set of themes and each tier, so that actions can be put beside them. */
export type Findings = Readonly<Record<Tier, ReadonlyMap<string, string>>>;

export async function findingsOf(committee: TestCommittee): Promise<Findings> {
  return { COMMITTEE: await findingsIn(committee, 'COMMITTEE'), PARTNERSHIP: await findingsIn(committee, 'PARTNERSHIP') };
}

async function findingsIn(committee: TestCommittee, visibility: Tier): Promise<ReadonlyMap<string, string>> {
  const { themes } = await answered(
    committee.as('MEMBER')(`{ themes(filter: { codes: ${JSON.stringify(THEMES)} }) { nodes { id code } } }`),
  );
  const ids = new Map((themes.nodes as { id: string; code: string }[]).map(({ id, code }) => [code, id]));
  const source = await makeSource(committee, { kind: SOURCE, visibility });
  const made = new Map<string, string>();
  for (const set of themeSets) {
    const themeIds = set.map((code) => ids.get(code));
    const finding = await makeFinding(committee, { sourceId: source.id, themeIds, visibility });
    made.set(set.join(), rawIdOf(finding));
  }
  return made;
}

/** Records so many actions of each kind on a day, in one transaction. */
export async function addActions(
  api: TestApi,
  committee: TestCommittee,
  { findings, counts, on, tier = 'COMMITTEE' }: { findings: Findings; counts: readonly number[]; on: string; tier?: Tier },
): Promise<void> {
  const moment = `${on}T10:00:00Z`;
  const rows = kinds.flatMap((kind, place) => Array.from({ length: counts[place] ?? 0 }, () => ({ kind, id: randomUUID() })));
  const agencies = committee.agencyIds.map((id) => rawIdOf({ id }));
  await api.database.dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.now', $1, true)`, [moment]);
    await manager.query(
      `insert into action (id, committee_id, version, recorded_at, ref, title, intended_outcome, change_type, origin, origin_reason, status,
         lead_agency_id, lead_role, original_due_on, due_on, started_on, visibility)
       select a.id, $2, 1, $3, 'A-' || translate(a.id::text, 'abcdef-', '012345'), 'An action', 'Better', 'TASK', a.origin, case a.origin when 'FINDING' then null else 'Planned' end, a.status,
         a.agency, 'Manager', a.due::date, a.due::date, null, $4
       from jsonb_to_recordset($1::jsonb) as a(id uuid, origin text, status text, agency uuid, due text)`,
      [
        JSON.stringify(
          rows.map(({ id, kind }) => ({
            ...{ id, status: kind.status, agency: agencies[kind.agency] },
            origin: kind.hasFinding ? 'FINDING' : 'PLANNED_PRIORITY',
            due: kind.isOverdue ? '2020-01-01' : '2035-01-01',
          })),
        ),
        committee.id,
        moment,
        tier,
      ],
    );
    await manager.query(
      `insert into action_finding (committee_id, action_id, finding_id) select $2, a.id, a.finding
       from jsonb_to_recordset($1::jsonb) as a(id uuid, finding uuid)`,
      [
        JSON.stringify(
          rows
            .filter(({ kind }) => kind.hasFinding)
            .map(({ id, kind }) => ({ id, finding: findings[tier].get(kind.themes.join()) })),
        ),
        committee.id,
      ],
    );
  });
}

/** Which of these actions are open to partners, about so many of each hundred. */
export const opened = (counts: readonly number[], percent: number, random: () => number): number[] =>
  counts.map((count) => Array.from({ length: count }, () => random()).filter((one) => one * 100 < percent).length);

/**
 * How many actions of each kind someone can list who may ask for the ids of those that meet a filter: each is known by which of the
 * lists it is in.
 */
export async function listedByKind(
  committee: TestCommittee,
  idsOf: (filter: Readonly<Record<string, unknown>>) => Promise<readonly string[]>,
): Promise<number[]> {
  const [all, overdue, withFinding] = [
    await idsOf({}),
    new Set(await idsOf({ isOverdue: true })),
    new Set(await idsOf({ sourceKinds: [SOURCE] })),
  ];
  const byStatus = await setsOf(statuses, (status) => idsOf({ statuses: [status] }));
  const byTheme = await setsOf(THEMES, (code) => idsOf({ themeCodes: [code] }));
  const ofFirstAgency = new Set(await idsOf({ leadAgencyIds: [committee.agencyIds[0]] }));
  const isOf = (id: string, kind: Kind): boolean =>
    (byStatus.get(kind.status)?.has(id) ?? false) &&
    overdue.has(id) === kind.isOverdue &&
    ofFirstAgency.has(id) === (kind.agency === 0) &&
    withFinding.has(id) === kind.hasFinding &&
    THEMES.every((code) => byTheme.get(code)?.has(id) === kind.themes.includes(code));
  return kinds.map((kind) => all.filter((id) => isOf(id, kind)).length);
}

async function setsOf(keys: readonly string[], idsOf: (key: string) => Promise<readonly string[]>) {
  const sets = new Map<string, ReadonlySet<string>>();
  for (const key of keys) sets.set(key, new Set(await idsOf(key)));
  return sets;
}

/** So many actions, unevenly spread, so that some states, themes and agencies are rare. */
export function randomCounts(size: number, random: () => number): number[] {
  const weights = kinds.map(({ status, agency, themes, isOverdue }) => {
    const rare = (agency === 1 ? 0.25 : 1) * (themes.length === 2 ? 0.2 : 1) * (status === 'PROPOSED' ? 0.2 : 1);
    return rare * (isOverdue ? 0.4 : 1) * (0.2 + random());
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.map(() => 0);
  for (let i = 0; i < size; i += 1) {
    let at = random() * whole;
    const place = weights.findIndex((weight) => (at -= weight) < 0);
    counts[Math.max(place, 0)]! += 1;
  }
  return counts;
}
