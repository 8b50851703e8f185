import { fromGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';
import type { RowReads } from './rowReads';

/** What a condition is written with: the row's alias, a way to bind a value, and the day and committee it is asked for. */
export interface Scene {
  readonly alias: string;
  readonly today: LocalDate;
  readonly committee: string;
  bind(value: unknown): string;
}

export type Condition<V> = (value: V, scene: Scene) => string;

/** A condition that SQL cannot say, such as what a chart shows: it is worked out first, as the ids of the rows that meet it. */
export interface Worked<V> {
  readonly idsWhere: (value: V, reads: RowReads) => Promise<readonly string[]>;
}

/** How each field of a filter is asked of the database. An absent or null field asks nothing. */
export type Conditions<F extends object> = {
  readonly [K in keyof F]-?: Condition<NonNullable<F[K]>> | Worked<NonNullable<F[K]>>;
};

export const anyOf =
  (column: string): Condition<readonly string[]> =>
  (values, { alias, bind }) =>
    `${alias}.${column} = any(${bind(values)}::text[])`;

/** Ids that were never ours match nothing, exactly as ids of another committee do. */
export const anyIdOf =
  (column: string): Condition<readonly string[]> =>
  (ids, { alias, bind }) =>
    `${alias}.${column} = any(${bind(rawIds(ids))}::uuid[])`;

export const before =
  (column: string): Condition<LocalDate> =>
  (day, { alias, bind }) =>
    `${alias}.${column} < ${bind(day)}::date`;

export const after =
  (column: string): Condition<LocalDate> =>
  (day, { alias, bind }) =>
    `${alias}.${column} > ${bind(day)}::date`;

/** Every word must occur in one of the columns, in any case; `%` and `_` are ordinary characters. */
export const words =
  (...columns: readonly string[]): Condition<string> =>
  (text, { alias, bind }) => {
    const haystack = columns.map((column) => `coalesce(${alias}.${column}, '')`).join(` || ' ' || `);
    const needles = text.split(/\s+/).filter(Boolean);
    if (needles.length === 0) return 'true';
    return needles.map((word) => `(${haystack}) ilike ${bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`)}`).join(' and ');
  };

/** True or false as a condition of its own. */
export const whether =
  (condition: (scene: Scene) => string): Condition<boolean> =>
  (wanted, scene) =>
    wanted ? `(${condition(scene)})` : `not (${condition(scene)})`;

/** A condition on a row that this one leads to: `path` says which, in SQL, with {row} for this row and {that} for the other. */
export const some =
  <V>(path: { table: string; on: string }, condition: Condition<V>): Condition<V> =>
  (value, scene) => {
    const that = `${scene.alias}_${path.table}`;
    const on = path.on.replaceAll('{row}', scene.alias).replaceAll('{that}', that);
    const inner = condition(value, { ...scene, alias: that, bind: (bound) => scene.bind(bound) });
    return `exists (select 1 from ${path.table} ${that} where ${that}.committee_id = ${scene.committee} and ${on} and ${inner})`;
  };

export const rawIds = (ids: readonly string[]): string[] => ids.flatMap((id) => fromGlobalId(id)?.id ?? []);
