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

export interface Verification {
  readonly problems: readonly HistoryProblem[];
  readonly heads: readonly ChainHead[];
}

/** Of all committees, or of one. Computes every chain again and holds each row's history against it, and each row against its history. */
export const verifyHistory = ({ dataSource, engine }: Database, committeeId: string | null = null): Promise<Verification> =>
  maintain(dataSource, async (manager) => {
    if (engine === 'embedded') return verification(manager, committeeId);
    const client = (await manager.queryRunner?.connect()) as Client;
    return withoutTimeouts(client, () => verification(manager, committeeId));
  });

const verification = async (manager: EntityManager, committeeId: string | null): Promise<Verification> => ({
  problems: await manager.query<HistoryProblem[]>(
    'select committee_id as "committeeId", seq, problem from governance.verify($1::uuid)',
    [committeeId],
  ),
  heads: await manager.query<ChainHead[]>(
    `select c.name as committee, h.seq as events, h.hash,
       (select count(distinct k.change_id)::int from erased_change k where k.committee_id = c.id) as erased
     from chain_head h join committee c on c.id = h.committee_id order by 1`,
  ),
});
