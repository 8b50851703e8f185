import { DatabaseNames, objectName, snakeCase } from '../../src/store/names';
import { testDatabase } from '../support/database';

const names = new DatabaseNames();

test.each([
  ['dueOn', 'due_on'],
  ['committeeId', 'committee_id'],
  ['PDSACycle', 'pdsa_cycle'],
  ['year2Target', 'year2_target'],
])('%s is %s in the database', (property, column) => {
  expect(snakeCase(property)).toBe(column);
});

test('a column may be named by hand, and an embedded one carries the name of its holder', () => {
  expect(names.columnName('dueOn', 'deadline', [])).toBe('deadline');
  expect(names.columnName('startedOn', undefined, ['dataPlan'])).toBe('data_plan_started_on');
});

test('constraints have the names that PostgreSQL itself gives them, however long', async () => {
  const { dataSource } = await testDatabase();
  const tables = ['measure_point', 'a_rather_long_table_name_for_an_association_of_two_long_names'];
  const columns = ['committee_id', 'a_column_name_that_is_also_quite_long'];
  for (const table of tables) {
    const [first, second] = columns.map((column) => `"${column}"`);
    await dataSource.query(
      `create table "${table}" (id int primary key, ${first} int, ${second} int, unique (${first}, ${second}))`,
    );
    await dataSource.query(
      `alter table "${table}" add foreign key (${first}, ${second}) references "${table}" (${first}, ${second})`,
    );
    const found = await dataSource.query<{ name: string }[]>(
      `select conname as name from pg_constraint where conrelid = $1::regclass and contype <> 'n'`,
      [table],
    );
    const expected = [
      names.primaryKeyName(table),
      names.uniqueConstraintName(table, columns),
      names.foreignKeyName(table, columns),
    ];
    expect(found.map(({ name }) => name).sort()).toEqual(expected.sort());
    await dataSource.query(`drop table "${table}"`);
  }
});

test('a name of no more than 63 letters is left as it is', () => {
  expect(objectName('action', ['finding_id'], 'fkey')).toBe('action_finding_id_fkey');
});
