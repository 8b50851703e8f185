import 'reflect-metadata';
import { readConfig } from './src/config';
import { entities } from './src/entities';
import { tell } from './src/ops/log';
import { createDataSource } from './src/store/database';
import { loadMigrations } from './src/store/migrations';

const { databaseUrl, dataDir } = readConfig();

/** For the command line of TypeORM: `npx typeorm migration:show -d dist/ormconfig.js`. */
export default createDataSource({ url: databaseUrl, dataDir, entities, migrations: loadMigrations(), onMessage: tell });
