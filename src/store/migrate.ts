import type { Client } from 'pg';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Database } from './database';
import { withoutTimeouts } from './safeClient';

/** Any number will do, as long as every version of this service uses the same. */
const ADVISORY_LOCK = 7_203_115;

/**
 * Applies what is pending and returns the names; several processes starting at once wait for each other. Row security and
 * history follow in the same transaction as each migration, so that nobody ever meets a table without them. Masks come off
 * before, since a view holds on to its columns, and on again at the end: meanwhile reading fails, and shows nothing.
 */
export const migrateUp = (database: Database): Promise<string[]> =>
  alone(database, async (executor, runner) => {
    const pending = await executor.getPendingMigrations();
    if (pending.length > 0) await inTransaction(runner, () => callIfThere(runner, 'unmask'));
    for (const migration of pending) {
      await inTransaction(runner, async () => {
        await executor.executeMigration(migration);
        await callIfThere(runner, 'govern_tables');
      });
    }
    await inTransaction(runner, () => callIfThere(runner, 'govern'));
    return pending.map(({ name }) => name);
  });

/** Undoes the newest one, or all down to the one that is named, and returns the names; none when there is none left. */
export const migrateDown = (database: Database, downTo?: string): Promise<string[]> =>
  alone(database, async (executor, runner) => {
    const names = (await executor.getExecutedMigrations()).map(({ name }) => name);
    const undone = names.slice(0, downTo === undefined ? 1 : names.indexOf(downTo) + 1);
    if (undone.length > 0) await inTransaction(runner, () => callIfThere(runner, 'unmask'));
    for (const _ of undone) {
      await inTransaction(runner, async () => {
        await executor.undoLastMigration();
        await callIfThere(runner, 'govern_tables');
      });
    }
    await inTransaction(runner, () => callIfThere(runner, 'govern'));
    return undone;
  });

/** Each covers whatever tables there are; before the migration that makes it there is nothing to do. */
async function callIfThere(runner: QueryRunner, name: 'govern' | 'govern_tables' | 'unmask'): Promise<void> {
  const [known] = (await runner.query(`select to_regprocedure('governance.${name}()') as name`)) as { name: string | null }[];
  if (known?.name) await runner.query(`select governance.${name}()`);
}

async function inTransaction(runner: QueryRunner, work: () => Promise<void>): Promise<void> {
  await runner.startTransaction();
  try {
    await work();
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

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
  executor.transaction = 'none';
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
