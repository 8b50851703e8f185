import { testDatabase } from './support/database';

/** Indexes, constraints and defaults are the migrations' own business: the catalog test watches what they say. */
const NOT_ABOUT_COLUMNS = [
  /^(CREATE|DROP) (UNIQUE )?INDEX /,
  /^ALTER TABLE \S+ (ADD|DROP) CONSTRAINT /,
  /^COMMENT ON TABLE /,
  /^ALTER TABLE \S+ ALTER COLUMN \S+ (SET|DROP) DEFAULT/,
];

test('entities and migrations agree on tables, columns, types and nullability', async () => {
  const { dataSource } = await testDatabase();
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  const changes = upQueries
    .map(({ query }) => query)
    .filter((query) => !NOT_ABOUT_COLUMNS.some((pattern) => pattern.test(query)));
  expect(changes).toEqual([]);
});

test('each table has an entity, or is reached by SQL on purpose', async () => {
  const { dataSource } = await testDatabase();
  const tables = await dataSource.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const mapped = dataSource.entityMetadatas.map(({ tableName }) => tableName);
  const onPurpose = ['migration', 'receipt', 'reference_counter', 'item_tier', 'tier_edge'];
  expect(
    tables
      .map(({ name }) => name)
      .filter((name) => ![...mapped, ...onPurpose].includes(name))
      .sort(),
  ).toEqual([]);
});
