import type { PGlite } from '@electric-sql/pglite';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartError } from '../kernel/startError';
import { borrowEmbedded, type EmbeddedEngine, openEmbedded } from './embedded';
import { DatabaseNames } from './names';
import { serverConnection } from './server';
import { StatementLogger } from './statementLogger';

const LEAST_SERVER_VERSION = 15;

/** An entity or a migration. */
export type Class = abstract new (...args: never[]) => unknown;

type Classes = readonly Class[];

export interface DatabaseOptions {
  /** A PostgreSQL server; without it the database is embedded, in `dataDir`. */
  url?: string;
  /** A folder, or 'memory://'. */
  dataDir?: string;
  poolSize?: number;
  entities: Classes;
  migrations: Classes;
  onStatement?: (sql: string) => void;
  /** What TypeORM says about migrations; only its own command line wants to know. */
  onMessage?: (text: string) => void;
  onLostConnection?: (error: Error) => void;
  /** One that is already open; whoever opened it closes it. */
  pglite?: PGlite;
}

export interface Database {
  readonly dataSource: DataSource;
  readonly engine: 'embedded' | 'postgres';
  close(): Promise<void>;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataSource = await createDataSource(options);
  try {
    await dataSource.initialize();
    await requireServerVersion(dataSource);
  } catch (error) {
    await dataSource.destroy().catch(() => undefined);
    throw options.url === undefined ? error : startError(error);
  }
  return { dataSource, engine: options.url === undefined ? 'embedded' : 'postgres', close: () => dataSource.destroy() };
}

/** Not yet connected, as TypeORM's own command line wants it. */
export async function createDataSource(options: DatabaseOptions): Promise<DataSource> {
  if (options.url !== undefined)
    return new DataSource({ ...common(options), extra: serverConnection(options.url, options.poolSize) });
  const engine = options.pglite ? await borrowEmbedded(options.pglite) : await openEmbedded(options.dataDir ?? '.data');
  return new EmbeddedDataSource(options, engine);
}

/** Closes the engine with the last connection; before it is connected there is only the engine to close. */
class EmbeddedDataSource extends DataSource {
  constructor(
    options: DatabaseOptions,
    private readonly embedded: EmbeddedEngine,
  ) {
    super({ ...common(options), extra: embedded.connection });
  }

  override async destroy(): Promise<void> {
    if (this.isInitialized) await super.destroy();
    await this.embedded.close();
  }
}

const common = (options: DatabaseOptions) =>
  ({
    type: 'postgres',
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    namingStrategy: new DatabaseNames(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logger: new StatementLogger(options.onStatement, options.onMessage),
    poolErrorHandler: options.onLostConnection ?? (() => undefined),
  }) satisfies DataSourceOptions;

async function requireServerVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string }[]>(`select current_setting('server_version') as version`);
  if (Number.parseInt(row?.version ?? '', 10) >= LEAST_SERVER_VERSION) return;
  throw new StartError(
    `PostgreSQL ${LEAST_SERVER_VERSION} or later is needed; this server is ${row?.version ?? 'of an unknown version'}.`,
  );
}

/** A server refusing us is for the operator to mend. The address is left out, since it holds the password. */
function startError(error: unknown): StartError {
  if (error instanceof StartError) return error;
  const { message, code } = error as NodeJS.ErrnoException;
  return new StartError(`The PostgreSQL server in DATABASE_URL cannot be used: ${message || (code ?? 'no answer')}.`);
}
