import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogText } from '../src/store/catalog';
import type { Database } from '../src/store/database';
import { migrateDown, migrateUp } from '../src/store/migrate';
import { freshDatabase, testDatabase } from './support/database';

const catalogOf = ({ dataSource }: Database): Promise<string> => catalogText((sql) => dataSource.query(sql));

test('the catalog is the committed one (npm run schema:write brings it up to date)', async () => {
  const committed = readFileSync(join(__dirname, '../schema/catalog.txt'), 'utf8');
  expect(await catalogOf(await testDatabase())).toBe(committed);
});

test('migrations go up, down to nothing and up again to the same catalog', async () => {
  const database = await freshDatabase();
  expect(await catalogOf(database)).toBe('');
  const names = await migrateUp(database);
  const first = await catalogOf(database);
  expect(await migrateDown(database, names[0])).toEqual([...names].reverse());
  expect(await catalogOf(database)).toBe('');
  expect(await migrateUp(database)).toEqual(names);
  expect(await catalogOf(database)).toBe(first);
  await database.close();
}, 60_000);
