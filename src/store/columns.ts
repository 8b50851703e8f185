import type { DataSource, EntityMetadata } from 'typeorm';
import { snakeCase } from './names';
import type { Derivation, RowType } from './row';

/** Where the rows of a type are kept and how its columns are called, read once from TypeORM's metadata. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly property: string; readonly column: string; readonly isMoment: boolean }[];
}

export function tableOf(dataSource: DataSource, type: RowType): Table {
  const metadata = dataSource.getMetadata(type);
  const known = tables.get(metadata);
  if (known) return known;
  const table = readTable(metadata);
  tables.set(metadata, table);
  return table;
}

/** Every read asks for its tables, and metadata never change while the service runs. */
const tables = new WeakMap<EntityMetadata, Table>();

function readTable(metadata: EntityMetadata): Table {
  return {
    name: metadata.schema ? `${metadata.schema}.${metadata.tableName}` : metadata.tableName,
    columns: metadata.columns.map((column) => ({
      property: column.propertyName,
      column: column.databaseName,
      isMoment: column.type === 'timestamptz',
    })),
  };
}

/** Rows that no table keeps are read from their SELECT as from a table; it names the tables, so it looks back like any other. */
export const derivedTable = ({ sql, properties }: Derivation): Table => ({
  name: `(${sql})`,
  columns: properties.map((property) => ({ property, column: snakeCase(property), isMoment: false })),
});

export function columnOf(table: Table, property: string): string {
  const found = table.columns.find((column) => column.property === property);
  if (!found) throw new Error(`${table.name} has no column for ${property}.`);
  return found.column;
}

/** `c."due_on" as "dueOn", …`: rows come back with the names the code uses. */
export const selectList = (table: Table, alias: string): string =>
  table.columns.map(({ column, property }) => `${alias}."${column}" as "${property}"`).join(', ');

/** A row of the database as an object of its class. */
export const hydrate = <T extends object>(type: RowType<T>, row: object): T =>
  Object.assign(Object.create(type.prototype as object) as T, row);
