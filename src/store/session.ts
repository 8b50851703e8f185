import type { DataSource, QueryRunner } from 'typeorm';

/**
 * One transaction on one connection, begun at its first statement. A request holds at most one, so a pool of one
 * (the embedded database) cannot deadlock, and every read of a request sees the same moment.
 */
export class Session {
  private runner: Promise<QueryRunner> | undefined;
  private isEnded = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly begin: string,
  ) {}

  /** One statement at a time: fields resolve side by side, but a connection answers in turn. */
  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const answer = this.last.then(async () => {
      const runner = await this.open();
      return (await runner.query(sql, [...parameters])) as T[];
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** The connection itself, for TypeORM's own inserts and updates. */
  open(): Promise<QueryRunner> {
    if (this.isEnded) throw new Error('This session has ended; a read was started after its request was answered.');
    this.runner ??= this.connect();
    return this.runner;
  }

  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    this.isEnded = true;
    if (!this.runner) return;
    const runner = await this.runner.catch(() => null);
    if (!runner) return;
    try {
      await runner.query(how);
    } finally {
      await runner.release();
    }
  }

  private async connect(): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      await runner.query(this.begin);
      return runner;
    } catch (error) {
      await runner.release();
      throw error;
    }
  }
}

export const readSession = (dataSource: DataSource): Session =>
  new Session(dataSource, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');

export const writeSession = (dataSource: DataSource): Session => new Session(dataSource, 'BEGIN ISOLATION LEVEL READ COMMITTED');
