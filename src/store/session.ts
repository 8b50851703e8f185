import type { DataSource, QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor';
import { clearanceOf, clearances } from '../access/clearance';
import type { LocalDate } from '../kernel/localDate';
import { isUuid } from '../kernel/uuid';
import { APPLICATION_ROLE } from './applicationRole';

/** For whom a transaction is. Row security then shows it, and takes from it, only rows of this committee. */
export interface Scope {
  readonly committeeId: string;
  readonly id: string;
  /** Settle what the actor may read; without them, as before somebody is signed in, it is nothing that has a tier. */
  readonly kind?: Actor['kind'];
  readonly role?: Actor['role'];
  /** The day on which the members of groups are looked up; without it nobody is in any. */
  readonly today?: LocalDate;
  /** Reads then see every row as it stood at this moment. */
  readonly asAt?: Date | undefined;
  /** By which moment rights that begin and end are judged; never a past one. */
  readonly now?: Date | undefined;
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
    /** The schema whose views show every row, without the texts that are withheld; null for a session that writes. */
    readonly masks: string | null = null,
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

  /**
   * Reads on the same connection for another scope, and then all settings are as they were. Whatever else is asked of this
   * session waits until then; `run` must ask nothing of this one, or it waits for itself.
   */
  beside<T>(scope: Required<Pick<Scope, 'today'>> & Scope, run: (inside: Session) => Promise<T>): Promise<T> {
    const answer = this.last.then(async () => {
      const runner = await this.open();
      await runner.query(['SAVEPOINT beside', ...reading(scope)].join('; '));
      const inside = new Session(this.dataSource, '', masksOf(scope));
      inside.runner = Promise.resolve(runner);
      try {
        return await run(inside);
      } finally {
        inside.isEnded = true;
        await inside.last;
        await runner.query('ROLLBACK TO SAVEPOINT beside; RELEASE SAVEPOINT beside');
      }
    });
    this.last = answer.catch(() => undefined);
    return answer;
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
const beginning = (mode: string, ...settings: readonly string[]): string =>
  [`BEGIN ISOLATION LEVEL ${mode}`, `SET LOCAL ROLE ${APPLICATION_ROLE}`, ...settings].join('; ');

const owner = ({ committeeId, id }: Scope): string[] => [
  `SET LOCAL app.committee = ${uuid(committeeId)}`,
  `SET LOCAL app.actor = ${uuid(id)}`,
];

/**
 * Reads go through views with the names of the tables, which withhold what this actor may not read, now or in the past.
 * All that they depend on is set, so that nothing of an earlier scope is left.
 */
function reading(scope: Scope): string[] {
  const place = `${clearance(scope) < clearances.COMMITTEE ? 'outside' : 'masked'}${scope.asAt ? '_as_at' : ''}`;
  const moment = [
    ...(scope.now ? [at(scope.now)] : []),
    ...(scope.asAt ? [`SET LOCAL app.as_at = '${scope.asAt.toISOString()}'`] : []),
  ];
  return [...owner(scope), `SET LOCAL search_path = ${place}`, ...moment, ...cleared(scope)];
}

const masksOf = ({ asAt }: Scope): string => (asAt ? 'masked_as_at' : 'masked');

export const readSession = (dataSource: DataSource, scope: Scope): Session =>
  new Session(dataSource, beginning('REPEATABLE READ READ ONLY', ...reading(scope)), masksOf(scope));

const at = (now: Date): string => `SET LOCAL app.now = '${now.toISOString()}'`;

interface Writing {
  readonly dataSource: DataSource;
  readonly scope: Scope;
  /** When what is written is said to have happened. */
  readonly now?: Date | undefined;
}

/** The one way to write: all of the work is kept, or none of it. */
export async function inWriteSession<T>(writing: Writing, work: (session: Session) => Promise<T>): Promise<T> {
  const session = writeSession(writing);
  let done: T;
  try {
    done = await work(session);
  } catch (error) {
    // The failure is the answer; a rollback that fails too (a lost connection) has nothing to add.
    await session.end('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await session.end('COMMIT');
  return done;
}

function writeSession({ dataSource, scope, now }: Writing): Session {
  const moment = now ? [at(now)] : [];
  return new Session(dataSource, beginning('READ COMMITTED', ...owner(scope), ...moment, ...cleared(scope)));
}

const clearance = ({ kind, role }: Scope): number => (kind && role ? clearanceOf({ kind, role }) : -1);

/** The groups are looked up here, once, and not for each row. */
function cleared(scope: Scope): string[] {
  const level = `SET LOCAL app.clearance = '${clearance(scope)}'`;
  if (clearance(scope) !== clearances.COMMITTEE || !scope.today) return [level];
  const groups = `governance.groups_of(${uuid(scope.id)}, '${scope.today}')`;
  return [level, `SELECT set_config('app.groups', ${groups}::text, true)`];
}
