import type { Config } from '../config';
import { entities } from '../entities';
import { type Database, openDatabase } from '../store/database';
import { loadMigrations } from '../store/migrations';
import type { Log } from './log';

/** The database of the configuration, for the service and for each of its commands. */
export const openConfigured = (config: Config, log?: Log): Promise<Database> =>
  openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    poolSize: config.poolSize,
    entities,
    migrations: loadMigrations(),
    onLostConnection: (error) => log?.warn('database.connection.lost', { message: error.message }),
  });

/** The same as the owner of its tables, who alone may migrate it and found committees. */
export const openAsOwner = (config: Config): Promise<Database> =>
  openConfigured({ ...config, databaseUrl: config.migrationDatabaseUrl ?? config.databaseUrl });

/** Does the owner's work with a login of its own where there is one, so that the service need not keep it. */
export async function asOwner<T>(config: Config, database: Database, work: (owner: Database) => Promise<T>): Promise<T> {
  if (config.migrationDatabaseUrl === undefined) return work(database);
  const owner = await openAsOwner(config);
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}
