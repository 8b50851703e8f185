import type { DataSource, QueryRunner } from 'typeorm';
import { isUuid } from '../kernel/uuid';
import { APPLICATION_ROLE } from './applicationRole';

/** For whom a transaction is. Row security then shows it, and takes from it, only rows of this committee. */
export interface Scope {
  readonly committeeId: string;
  readonly id: string;
  /** Reads then see every row as it stood at this moment. */
  readonly asAt?: Date | undefined;
}

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
      // Several statements begin a session, so the transaction may be open although one of them failed.
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
      throw error;
    }
  }
}

/** What goes into the beginning of a session is written, not bound, so that it takes one round trip. */
function uuid(text: string): string {
  if (!isUuid(text)) throw new Error('A session needs the ids of its committee and its actor.');
  return `'${text}'`;
}

/** All of it ends with the transaction, so a connection carries nothing over to whoever borrows it next. */
const beginning = (mode: string, { committeeId, id }: Scope, ...more: readonly string[]): string =>
  [
    `BEGIN ISOLATION LEVEL ${mode}`,
    `SET LOCAL ROLE ${APPLICATION_ROLE}`,
    `SET LOCAL app.committee = ${uuid(committeeId)}`,
    `SET LOCAL app.actor = ${uuid(id)}`,
    ...more,
  ].join('; ');

export const readSession = (dataSource: DataSource, scope: Scope): Session =>
  new Session(dataSource, beginning('REPEATABLE READ READ ONLY', scope, ...(scope.asAt ? past(scope.asAt) : [])));

/** The views that show the past have the names of the tables, so whatever is asked by name is asked of them. */
const past = (moment: Date): string[] => [
  'SET LOCAL search_path = as_at, public',
  `SET LOCAL app.as_at = '${moment.toISOString()}'`,
];

/** @param now when what is written is said to have happened */
export const writeSession = (dataSource: DataSource, scope: Scope, now?: Date): Session =>
  new Session(dataSource, beginning('READ COMMITTED', scope, ...(now ? [`SET LOCAL app.now = '${now.toISOString()}'`] : [])));
