import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import { inWriteSession } from './session';

/** The RESTRICTED rows whose texts a request took out, as their tables by id, and what the request is called. */
export interface RestrictedReads {
  operation: string;
  readonly found: Map<string, string>;
}

/**
 * Puts on record what was read since the last time, in one statement and a transaction of its own, since reading changes
 * nothing. When it cannot be written it throws, and the answer is not given.
 */
export async function noteRestrictedReads(
  dataSource: DataSource,
  actor: Actor,
  now: Date,
  reads: RestrictedReads,
): Promise<void> {
  if (reads.found.size === 0) return;
  const [ids, kinds] = [[...reads.found.keys()], [...reads.found.values()]];
  reads.found.clear();
  await inWriteSession({ dataSource, scope: actor }, (session) =>
    session.query(
      `insert into restricted_read (id, committee_id, actor_kind, actor_id, moment, operation, kind, row_id)
       select gen_random_uuid(), $1, $2, $3, $4, $5, kind, row_id from unnest($6::uuid[], $7::text[]) as r(row_id, kind)`,
      [actor.committeeId, actor.kind, actor.id, now, reads.operation, ids, kinds],
    ),
  );
}
