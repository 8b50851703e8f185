import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import { inWriteSession } from './session';

/**
 * What one request reads of other committees under sharing agreements. Reading is read-only, so it is written down in a short
 * transaction of its own, in one statement, before the answer leaves.
 */
export class SharedReading {
  private rows: Map<string, number> | undefined;

  /** @param agreementIds the agreement of each row that is given; null for the committee's own */
  note(agreementIds: readonly (string | null)[]): void {
    this.rows ??= new Map();
    for (const id of agreementIds) if (id) this.rows.set(id, (this.rows.get(id) ?? 0) + 1);
  }

  async keep(dataSource: DataSource, actor: Actor, now: Date): Promise<void> {
    const { rows } = this;
    this.rows = undefined;
    if (!rows) return;
    await inWriteSession({ dataSource, scope: actor, now }, (session) =>
      session.query('select governance.note_sharing($1::uuid[], $2::int[])', [[...rows.keys()], [...rows.values()]]),
    );
  }
}
