import { placeOf, type Summary } from '../../../src/disclosure/summary';
import { sum } from './worlds';

/** What an action can be, as the summary of the service counts it: one state, one agency, any themes; some states are never overdue. */
export interface ActionKind {
  readonly state: string;
  readonly isOverdue: boolean;
  readonly agency: string;
  readonly themes: readonly string[];
}

const states = ['PROPOSED', 'IN_PROGRESS', 'DONE'];
const agencies = ['A1', 'A2', 'A3'];
const themes = ['T1', 'T2'];
const themeSets = [[], ['T1'], ['T2'], ['T1', 'T2']];
export const PARTS = ['OVERDUE', 'NOT_OVERDUE'];
const neverOverdue = (state: string): boolean => state === 'DONE';

export const actionKinds: readonly ActionKind[] = states.flatMap((state) =>
  [true, false]
    .filter((isOverdue) => !(isOverdue && neverOverdue(state)))
    .flatMap((isOverdue) => agencies.flatMap((agency) => themeSets.map((set) => ({ state, isOverdue, agency, themes: set })))),
);

const partOf = ({ isOverdue }: ActionKind): string => (isOverdue ? 'OVERDUE' : 'NOT_OVERDUE');

const dimensions: readonly {
  name: string;
  keys: readonly (string | null)[];
  overlaps: boolean;
  has: (kind: ActionKind, key: string | null) => boolean;
}[] = [
  { name: 'STATUS', keys: states, overlaps: false, has: ({ state }, key) => state === key },
  { name: 'LEAD_AGENCY', keys: agencies, overlaps: false, has: ({ agency }, key) => agency === key },
  {
    name: 'THEME',
    keys: [...themes, null],
    overlaps: true,
    has: ({ themes: set }, key) => (key === null ? set.length === 0 : set.includes(key)),
  },
];

/** Which actions each number of the summary counts, by its place: what an onlooker reasons from. */
export const countedAt: ReadonlyMap<string, (kind: ActionKind) => boolean> = new Map([
  [placeOf(), () => true],
  ...PARTS.map((part) => [placeOf('part', part), (kind: ActionKind) => partOf(kind) === part] as const),
  ...dimensions.flatMap(({ name, keys, has }) =>
    keys.flatMap((key) => [
      [placeOf('group', name, key), (kind: ActionKind) => has(kind, key)] as const,
      ...PARTS.map(
        (part) => [placeOf('cell', name, key, part), (kind: ActionKind) => has(kind, key) && partOf(kind) === part] as const,
      ),
    ]),
  ),
]);

export function actionSummary(counts: readonly number[]): Summary {
  const count = (meets: (kind: ActionKind) => boolean): number => sum(counts.filter((_, i) => meets(actionKinds[i]!)));
  return {
    total: sum(counts),
    parts: PARTS.map((key) => ({ key, count: count((kind) => partOf(kind) === key) })),
    dimensions: dimensions.map(({ name, keys, overlaps, has }) => ({
      name,
      overlaps,
      groups: keys.map((key) => ({
        key,
        count: count((kind) => has(kind, key)),
        inPart: PARTS.map((part) => count((kind) => has(kind, key) && partOf(kind) === part)),
        neverInPart: name === 'STATUS' && key !== null && neverOverdue(key) ? ['OVERDUE'] : [],
      })),
    })),
  };
}

/** Each question a reader may put: the total, the parts, and every dimension over all, or within one part. */
export const questions: readonly (readonly string[])[] = [
  [placeOf()],
  PARTS.map((part) => placeOf('part', part)),
  ...dimensions.flatMap(({ name, keys }) => [
    keys.map((key) => placeOf('group', name, key)),
    ...PARTS.map((part) => [placeOf('part', part), ...keys.map((key) => placeOf('cell', name, key, part))]),
  ]),
];

/** The same numbers at every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** So many actions, unevenly spread: some agencies, themes and states are rare. */
export function randomActions(size: number, random: () => number): number[] {
  const weights = actionKinds.map(({ isOverdue, agency, themes: set, state }) => {
    const rare = (agency === 'A3' ? 0.15 : 1) * (set.length === 2 ? 0.2 : 1) * (state === 'PROPOSED' ? 0.3 : 1);
    return rare * (isOverdue ? 0.35 : 1) * (0.2 + random());
  });
  const whole = sum(weights);
  const counts = weights.map(() => 0);
  for (let i = 0; i < size; i += 1) {
    let at = random() * whole;
    const kind = weights.findIndex((weight) => (at -= weight) < 0);
    counts[Math.max(kind, 0)]! += 1;
  }
  return counts;
}
