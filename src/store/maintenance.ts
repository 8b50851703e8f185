import type { DataSource, EntityManager } from 'typeorm';

/**
 * For what concerns more than one committee: founding, reference data, whom tokens can be made for. Row security lets
 * only the owner of the tables do it, and only in a transaction that says so.
 */
export const maintain = <T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> =>
  dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.maintenance', 'on', true)`);
    return work(manager);
  });

/** What a change that is no verb of the API is called in the history. */
export const called = (manager: EntityManager, verb: string): Promise<unknown> =>
  manager.query(`select set_config('app.verb', $1, true)`, [verb]);

/** For an invented story, which may end after today: lets it be said to happen however far ahead of the database's clock. */
export async function aheadOfTheClock<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const allow = (span: string): Promise<unknown> =>
    dataSource.query('update governance.clock_rule set most_ahead = $1::interval', [span]);
  const [rule] = await dataSource.query<{ span: string }[]>('select most_ahead::text as span from governance.clock_rule');
  await allow('100 years');
  try {
    return await work();
  } finally {
    await allow(rule?.span ?? '0');
  }
}

/** From when on what this transaction writes is said to be so; '-infinity' for what has always been. */
export const since = (manager: EntityManager, moment: Date | '-infinity'): Promise<unknown> =>
  manager.query(`select set_config('app.now', $1, true)`, [moment === '-infinity' ? moment : moment.toISOString()]);
