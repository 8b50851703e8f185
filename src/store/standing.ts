import type { Table } from './columns';
import { snakeCase } from './names';
import type { RowType } from './row';
import type { Session } from './session';

/** What a tier is to the database: PUBLIC 0, PARTNERSHIP 1, COMMITTEE 2, RESTRICTED 3. */
const RESTRICTED = 3;
/** What is the committee's own and has no tier. */
const UNTIERED = -1;

/**
 * How a row stands to whoever reads it: its tier with all that is above it, why its texts are withheld from this reader, if
 * they are, and which columns nobody reads.
 */
export interface Standing {
  readonly tier: number;
  readonly withheld: string | null;
  readonly quarantined: Quarantined | null;
}

/** The columns that nobody reads, each with why: QUARANTINED or ERASED. */
export type Quarantined = Readonly<Record<string, string>>;

export const isRestricted = (row: object): boolean => standings.get(row)?.tier === RESTRICTED;

/** Kept beside the rows, so that a row has its own facts only. */
const standings = new WeakMap<object, Standing>();

export const standingOf = (row: object): Standing | undefined => standings.get(row);

export const noteStanding = (row: object, standing: Standing): unknown => standings.set(row, standing);

/** Told when the text of something RESTRICTED is taken out of a row: the table of what was read, and its id. */
export type OnRestrictedRead = (kind: string, id: string) => unknown;

const withholdable = new Map<object, Set<string>>();

/** A property that is null to those who may not read it. */
export const Withholdable = (): PropertyDecorator => (target, property) => {
  withholdable.set(target, (withholdable.get(target) ?? new Set()).add(String(property)));
};

/** The properties of a tiered type that may be withheld, in the order in which they are declared. */
export const withholdableOf = (type: RowType): readonly string[] => [...(withholdable.get(type.prototype as object) ?? [])];

/** The columns of a type, with the standing of each row where the type is tiered. */
export function shownColumns(type: RowType, columns: string, alias: string, session: Session): string {
  const nobodys = session.masks && type.isOfCommittee ? `, ${alias}.row_quarantined as "$quarantined"` : '';
  if (!type.isTiered) return `${columns}${nobodys}`;
  if (session.masks) return `${columns}${nobodys}, ${maskedTier(alias)} as "$tier", ${alias}.row_withheld as "$withheld"`;
  return `${columns}, (select tier from item_tier where row_id = ${alias}.id) as "$tier",
    nullif(governance.withheld_from_reader(${alias}.id), '') as "$withheld"`;
}

/** What an event tells of a row without a tier, such as a meeting, is told to all; nothing else is where no tier is known. */
const maskedTier = (alias: string): string =>
  `coalesce(${alias}.row_tier, case when ${alias}.row_withheld is null then ${UNTIERED} end)`;

/** Where the rows of a type are reached by their ids: those that lists leave out are found here, without their texts. */
export const reachedIn = (type: RowType, { name }: Table, { masks }: Session): string =>
  type.isTiered && masks ? `${masks}.${name}` : name;

interface Read {
  readonly $tier: number;
  readonly $withheld: string | null;
  readonly $quarantined: Quarantined | null;
}

/** Takes the standing out of a row that was read, and watches it if it is RESTRICTED. */
export function withStanding<T extends object>(row: T, onRead: OnRestrictedRead): T {
  const { $tier, $withheld, $quarantined } = row as Partial<Read>;
  if ($withheld === undefined && $quarantined === undefined) return row;
  for (const name of ['$tier', '$withheld', '$quarantined']) Reflect.deleteProperty(row, name);
  noteStanding(row, {
    tier: $tier ?? ($withheld === undefined ? UNTIERED : RESTRICTED),
    withheld: $withheld ?? null,
    quarantined: $quarantined ?? null,
  });
  watch(row, onRead);
  return row;
}

const isRestrictedAndTold = (row: object): boolean => {
  return isRestricted(row) && standingOf(row)?.withheld === null;
};

/** A cursor says at what the next page begins; where a list is ordered by a text, that is a reading of it. */
export function noteOrder(row: object, order: string, { columns }: Table, onRead: OnRestrictedRead): void {
  const type = row.constructor as RowType;
  const texts = columns.filter(({ property }) => withholdableOf(type).includes(property));
  const isByText = texts.some(({ column }) => new RegExp(`\\{row\\}\\.${column}\\b`).test(order));
  const subject = isByText && isRestrictedAndTold(row) ? subjectOf(type, row) : null;
  if (subject) onRead(...subject);
}

/** Tells when the text of a RESTRICTED row is taken out of it; whoever asks only how far it has come has not read it. */
export function watch(row: object, onRead: OnRestrictedRead): void {
  if (!isRestrictedAndTold(row)) return;
  const type = row.constructor as RowType;
  const subject = subjectOf(type, row);
  if (!subject) return;
  for (const property of withholdableOf(type)) {
    let value: unknown = Reflect.get(row, property);
    Object.defineProperty(row, property, {
      enumerable: true,
      configurable: true,
      get: () => {
        if (value !== null) onRead(...subject);
        return value;
      },
      set: (next: unknown) => (value = next),
    });
  }
}

/** What events tell of a row is a reading of that row; null for what tells no text of any. */
const subjectOf = (type: RowType, row: object): [kind: string, id: string] | null =>
  type.tellsOf ? type.tellsOf(row) : [snakeCase(type.name), (row as { id: string }).id];
