import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Database } from './database';
import { maintain } from './maintenance';
import { withoutTimeouts } from './safeClient';

/** Something that is not as the triggers left it; `seq` is the number of the event in its committee's chain. */
export interface HistoryProblem {
  readonly committeeId: string | null;
  readonly seq: number | null;
  readonly problem: string;
}

export interface ChainHead {
  readonly committee: string;
  readonly events: number;
  /** How many of the changes that its events tell of have texts that were erased, with a record of it. */
  readonly erased: number;
  readonly hash: string;
}

/** A head that was printed earlier and kept where nobody of the service can write. */
export type KeptHead = Pick<ChainHead, 'events' | 'hash'>;

export interface Verification {
  readonly problems: readonly HistoryProblem[];
  readonly heads: readonly ChainHead[];
}

export interface Checked {
  /** One committee; all of them when none is given. */
  readonly committeeId?: string;
  readonly keptHeads?: readonly KeptHead[];
}

/** Computes every chain again and holds each row's history against it, each row against its history, and kept heads against the chains. */
export const verifyHistory = ({ dataSource, engine }: Database, checked: Checked = {}): Promise<Verification> =>
  maintain(dataSource, async (manager) => {
    if (engine === 'embedded') return verification(manager, checked);
    const client = (await manager.queryRunner?.connect()) as Client;
    return withoutTimeouts(client, () => verification(manager, checked));
  });

const verification = async (manager: EntityManager, { committeeId, keptHeads = [] }: Checked): Promise<Verification> => ({
  problems: await manager.query<HistoryProblem[]>(
    `select committee_id as "committeeId", seq, problem from governance.verify($1::uuid)
     union all
     select null, k.events, 'no chain has an event of this number with the hash that was kept' from unnest($2::text[], $3::int[]) as k(hash, events)
       where not exists (select from event e where e.seq = k.events and e.hash = k.hash)`,
    [committeeId ?? null, keptHeads.map(({ hash }) => hash), keptHeads.map(({ events }) => events)],
  ),
  heads: await manager.query<ChainHead[]>(
    `select c.name as committee, h.seq as events, h.hash,
       (select count(distinct k.change_id)::int from erased_change k where k.committee_id = c.id) as erased
     from chain_head h join committee c on c.id = h.committee_id order by 1`,
  ),
});
