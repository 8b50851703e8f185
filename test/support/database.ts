import { entities } from '../../src/entities';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/store/database';
import { loadMigrations } from '../../src/store/migrations';
import type { TestTarget, TestTargets } from './environment';

const targets = (): TestTargets => (globalThis as unknown as { testTargets: TestTargets }).testTargets;

/** True when the tests run against a PostgreSQL server: only there can two sessions meet. */
export const onServer = (): boolean => 'url' in targets().shared;

type Listener = (sql: string) => void;

const listeners = new Set<Listener>();
let opened: Promise<Database> | undefined;

/**
 * The migrated database of this worker. It keeps the rows of the test files that ran before, so each test makes its own
 * committee. All callers in one file share its connections, since the embedded database has only one.
 */
export async function testDatabase(onStatement?: Listener): Promise<Database> {
  opened ??= openDatabase({ ...targets().shared, entities, migrations: [], onStatement: tellListeners });
  const { dataSource, engine } = await opened;
  if (onStatement) listeners.add(onStatement);
  const close = (): Promise<void> => {
    if (onStatement) listeners.delete(onStatement);
    return Promise.resolve();
  };
  return { dataSource, engine, close };
}

afterAll(async () => {
  await (await opened)?.close();
});

function tellListeners(sql: string): void {
  for (const listener of listeners) listener(sql);
}

/** An empty database of its own; nothing is migrated yet. */
export const freshDatabase = async (options: Partial<DatabaseOptions> = {}): Promise<Database> =>
  openOwn(await targets().fresh(), options);

/** A migrated database of its own, for a test that changes its tables or goes by all of its rows. */
export const migratedDatabase = async (onStatement?: Listener): Promise<Database> =>
  openOwn(await targets().migrated(), onStatement ? { onStatement } : {});

async function openOwn(target: TestTarget, options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const database = await openDatabase({ ...target, entities, migrations: loadMigrations(), ...options });
  const close = async (): Promise<void> => {
    await database.close();
    if ('pglite' in target) await target.pglite.close();
  };
  return { ...database, close };
}

/** The address of an empty database on the server under test; none when the tests run embedded. */
export async function emptyServerDatabase(): Promise<string | undefined> {
  if (!onServer()) return undefined;
  const target = await targets().fresh();
  return 'url' in target ? target.url : undefined;
}
