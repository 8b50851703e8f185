import { DefaultNamingStrategy, type Table, type View } from 'typeorm';

const LONGEST_NAME = 63;

export const snakeCase = (name: string): string =>
  name
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Shortens the longer part first, as PostgreSQL does for the constraints it names itself. */
export function objectName(table: string, columns: readonly string[], label: string): string {
  const joined = columns.join('_').slice(0, LONGEST_NAME);
  const room = LONGEST_NAME - label.length - (joined ? 2 : 1);
  let [left, right] = [table.length, joined.length];
  while (left + right > room) {
    if (left > right) left--;
    else right--;
  }
  return [table.slice(0, left), joined.slice(0, right), label].filter(Boolean).join('_');
}

const tableOf = (table: Table | View | string): string => {
  const name = typeof table === 'string' ? table : table.name;
  return name.slice(name.lastIndexOf('.') + 1);
};

/** The names PostgreSQL would choose itself, so that hand-written migrations need not name their constraints. */
export class DatabaseNames extends DefaultNamingStrategy {
  override tableName = (className: string, given?: string): string => given ?? snakeCase(className);

  override columnName = (property: string, given: string | undefined, prefixes: string[]): string =>
    [...prefixes.map(snakeCase), given ?? snakeCase(property)].join('_');

  override relationName = (property: string): string => snakeCase(property);

  override joinColumnName = (relation: string, referenced: string): string => `${snakeCase(relation)}_${snakeCase(referenced)}`;

  override joinTableName = (first: string, _second: string, property: string): string => `${first}_${snakeCase(property)}`;

  override joinTableColumnName = (table: string, property: string, column?: string): string =>
    `${table}_${column ?? snakeCase(property)}`;

  override joinTableInverseColumnName = this.joinTableColumnName;

  override primaryKeyName = (table: Table | string): string => objectName(tableOf(table), [], 'pkey');

  override uniqueConstraintName = (table: Table | string, columns: string[]): string =>
    objectName(tableOf(table), columns, 'key');

  override relationConstraintName = this.uniqueConstraintName;

  override foreignKeyName = (table: Table | string, columns: string[]): string => objectName(tableOf(table), columns, 'fkey');

  override indexName = (table: Table | View | string, columns: string[]): string => objectName(tableOf(table), columns, 'idx');
}
