import type { Client } from 'pg';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Database } from './database';
import { withoutTimeouts } from './safeClient';

/** Any number will do, as long as every version of this service uses the same. */
const ADVISORY_LOCK = 7_203_115;

/** Applies what is pending and returns the names; several processes starting at once wait for each other. */
export const migrateUp = (database: Database): Promise<string[]> =>
  alone(database, async (executor, runner) => {
    if ((await executor.getPendingMigrations()).length > 0) await callIfThere(runner, 'unmask');
    const applied = await executor.executePendingMigrations();
    await callIfThere(runner, 'govern');
    return applied.map((migration) => migration.name);
  });

/**
 * govern() puts row security, history and masks on whatever tables the migrations have left, those of a later one too;
 * unmask() takes the masks off before, since a view holds on to its columns. Meanwhile reading fails, and shows nothing.
 */
async function callIfThere(runner: QueryRunner, name: 'govern' | 'unmask'): Promise<void> {
  const [known] = (await runner.query(`select to_regprocedure('governance.${name}()') as name`)) as { name: string | null }[];
  if (!known?.name) return;
  await runner.startTransaction();
  try {
    await runner.query(`select governance.${name}()`);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/** Undoes the newest one; false when there is none left. */
export const migrateDown = (database: Database): Promise<boolean> =>
  alone(database, async (executor, runner) => {
    const executed = await executor.getExecutedMigrations();
    if (executed.length === 0) return false;
    await callIfThere(runner, 'unmask');
    await executor.undoLastMigration();
    const [known] = (await runner.query(`select to_regprocedure('governance.unmask()') as name`)) as { name: string | null }[];
    if (known?.name) await callIfThere(runner, 'govern');
    return true;
  });

export interface MigrationStatus {
  readonly applied: string[];
  readonly pending: string[];
}

export const migrationStatus = (database: Database): Promise<MigrationStatus> =>
  alone(database, async (executor) => {
    const names = (migrations: { name: string }[]): string[] => migrations.map((migration) => migration.name);
    return { applied: names(await executor.getExecutedMigrations()), pending: names(await executor.getPendingMigrations()) };
  });

type Work<T> = (executor: MigrationExecutor, runner: QueryRunner) => Promise<T>;

async function alone<T>({ dataSource, engine }: Database, work: Work<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    const run = (): Promise<T> => inMaintenance(runner, () => work(executorOn(runner), runner));
    return engine === 'embedded' ? await run() : await withoutTimeouts(client, () => locked(runner, run));
  } finally {
    await runner.release();
  }
}

/** A migration that moves data has to see every committee's rows, which row security hides from the owner too. */
async function inMaintenance<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.query(`set app.maintenance = 'on'`);
  try {
    return await work();
  } finally {
    await runner.query('reset app.maintenance');
  }
}

/** All on one connection: the embedded database has no second, and the timeouts were lifted on this one. */
function executorOn(runner: QueryRunner): MigrationExecutor {
  const executor = new MigrationExecutor(runner.dataSource, runner);
  executor.transaction = 'each';
  return executor;
}

async function locked<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
  try {
    return await work();
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK]);
  }
}
