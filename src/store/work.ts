import { randomUUID } from 'node:crypto';
import type { DataSource, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import type { Actor } from '../access/actor';
import { whyNot } from '../access/policy';
import { notFound, stale, withheldFrom } from '../kernel/errors';
import { fromGlobalId } from '../kernel/globalId';
import { dateAt, type LocalDate } from '../kernel/localDate';
import { columnOf, hydrate } from './columns';
import type { CommitteeRow, LinkRow, RowType } from './row';
import type { Session } from './session';
import { standingOf } from './standing';
import { inWords, Store } from './store';
import { isNamedBy, type VerbPermission } from './subject';

type Own = 'id' | 'globalId' | 'committeeId' | 'version' | 'recordedAt';
type Nullable<T> = { [K in keyof T]: null extends T[K] ? K : never }[keyof T];

/** What a verb must say of a new row: all its facts; those that may be null may be left out. */
export type Facts<T> = Omit<T, Own | Nullable<T>> & Partial<Pick<T, Exclude<Nullable<T>, Own>>>;

/** Who says a verb, when, and under which conditions. */
export interface Saying {
  readonly actor: Actor;
  readonly now: Date;
  readonly permission: VerbPermission;
}

/** Verbs judge by the numbers as they are, whoever says them; what is told of them afterwards is read anew. */
class WholeStore extends Store {
  override smallestCountShown(): Promise<null> {
    return Promise.resolve(null);
  }
}

/**
 * One change: one transaction, one actor, one moment. A verb is given this and nothing else, so it cannot write
 * outside the transaction, nor into another committee.
 */
export class Work {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: LocalDate;
  private readonly permission: VerbPermission;
  private isJudged = false;

  constructor(
    dataSource: DataSource,
    private readonly session: Session,
    { actor, now, permission }: Saying,
  ) {
    this.actor = actor;
    this.now = now;
    this.today = dateAt(now);
    this.permission = permission;
    this.store = new WholeStore(dataSource, session, actor, { today: this.today });
  }

  /**
   * The only way to load a row in order to change it: locks it until the end of the change.
   * Of what the verb is said of, it asks the policy too.
   * @throws NOT_FOUND for an unknown id, STALE when the row has moved on from the version given, or what the policy says
   */
  async forChange<T extends CommitteeRow>(
    type: RowType<T>,
    based: { id: string; version: number },
    field = 'input.id',
  ): Promise<T> {
    const row = await this.locked(type, based.id, field);
    if (row.version !== based.version) throw stale(inWords(type.name), row.version);
    return this.judged(type, row, field);
  }

  /**
   * Locks a row that the change depends on but does not alter, so that it stays as it is until the end. What a committee may
   * see of others is not its own to lock or change; nor may anybody change what is withheld from them.
   */
  async lock<T extends CommitteeRow>(type: RowType<T>, globalId: string, field: string): Promise<T> {
    return this.judged(type, await this.locked(type, globalId, field), field);
  }

  /** Asks the verb's policy about a row that the input does not name itself, such as the action of a milestone. */
  async judge(row: object, field: string): Promise<void> {
    this.isJudged = true;
    const refusal = whyNot(this.permission, row, await this.store.asker(), field);
    if (refusal) throw refusal;
  }

  /** A verb that came to its end without its conditions having been asked is a mistake of ours, and changes nothing. */
  assertJudged(): void {
    if (this.permission.provided.length > 0 && !this.isJudged) throw new Error('A verb did not ask its own policy.');
  }

  private async judged<T extends CommitteeRow>(type: RowType<T>, row: T, field: string): Promise<T> {
    const { subject } = this.permission;
    if (subject && subject.type === type && isNamedBy(subject, field)) await this.judge(row, field);
    return row;
  }

  private async locked<T extends CommitteeRow>(type: RowType<T>, globalId: string, field: string): Promise<T> {
    const key = fromGlobalId(globalId);
    const table = this.store.table(type);
    const sql = `select ${this.store.columns(type, 'c')} from ${table.name} c where c.id = $1 and c.committee_id = $2 for update`;
    const rows = key?.typeName === type.name ? await this.session.query<T>(sql, [key.id, this.actor.committeeId]) : [];
    if (!rows[0]) throw notFound(inWords(type.name), field);
    const row = this.store.row(type, rows[0]);
    if (standingOf(row)?.withheld) throw withheldFrom(inWords(type.name), field);
    return row;
  }

  async add<T extends CommitteeRow>(type: RowType<T>, facts: Facts<T>): Promise<T> {
    const [row] = await this.addAll(type, [facts]);
    return row as T;
  }

  /** Many rows in one statement. */
  async addAll<T extends CommitteeRow>(type: RowType<T>, all: readonly Facts<T>[]): Promise<T[]> {
    if (all.length === 0) return [];
    const own = { committeeId: this.actor.committeeId, recordedAt: this.now, version: 1 };
    const unset = Object.fromEntries(this.store.table(type).columns.map(({ property }) => [property, null]));
    const rows = all.map((facts) => hydrate(type, { ...unset, ...known(facts), ...own, id: randomUUID() }));
    const runner = await this.session.open();
    await runner.manager.insert(type, rows.map((row) => ({ ...row })) as QueryDeepPartialEntity<T>[]);
    this.store.forget();
    return rows;
  }

  /** Writes a row loaded by forChange back as its next version. */
  async save<T extends CommitteeRow>(type: RowType<T>, row: T): Promise<T> {
    const { id, committeeId: _owner, version, ...facts } = row as CommitteeRow;
    const runner = await this.session.open();
    const current: FindOptionsWhere<CommitteeRow> = { id, committeeId: this.actor.committeeId, version };
    const { affected } = await runner.manager.update<CommitteeRow>(type, current, facts);
    if (affected !== 1) throw stale(inWords(type.name), version);
    row.version = version + 1;
    this.store.forget();
    return row;
  }

  /** Ties rows together through a joining table. */
  async link<L extends LinkRow>(type: RowType<L>, links: readonly Omit<L, 'committeeId'>[]): Promise<void> {
    if (links.length === 0) return;
    const runner = await this.session.open();
    const rows = links.map((link) => ({ ...link, committeeId: this.actor.committeeId }));
    await runner.manager.insert(type, rows as unknown as QueryDeepPartialEntity<L>[]);
    this.store.forget();
  }

  /** Takes away a parent's rows, where a draft may still be rewritten; what was once settled is never removed. */
  async removeChildren<T extends object>(type: RowType<T>, by: keyof T & string, parentId: string): Promise<void> {
    const table = this.store.table(type);
    const sql = `delete from ${table.name} where ${columnOf(table, by)} = $1 and committee_id = $2`;
    await this.session.query(sql, [parentId, this.actor.committeeId]);
    this.store.forget();
  }

  /**
   * The next reference of a series, such as LR-2026-03 or LR-2026-03/F2. The counter's row is locked until the end of
   * the change, so no two changes get the same; references people typed themselves are skipped.
   */
  async nextReference<T extends CommitteeRow & { ref: string }>(type: RowType<T>, prefix: string, digits = 1): Promise<string> {
    const { name } = this.store.table(type);
    for (;;) {
      const [counter] = await this.session.query<{ last: number }>(
        `insert into reference_counter (committee_id, series, last) values ($1, $2, 1)
         on conflict (committee_id, series) do update set last = reference_counter.last + 1 returning last`,
        [this.actor.committeeId, prefix],
      );
      const ref = `${prefix}${String(counter?.last).padStart(digits, '0')}`;
      const taken = await this.session.query(`select 1 from ${name} where committee_id = $1 and ref = $2`, [
        this.actor.committeeId,
        ref,
      ]);
      if (taken.length === 0) return ref;
    }
  }
}

const known = (facts: object): object => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
