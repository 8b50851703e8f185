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
