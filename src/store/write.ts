import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Clock } from '../kernel/clock';
import { dateAt } from '../kernel/localDate';
import { withholdFrom } from './answer';
import { once } from './receipt';
import { inWriteSession } from './session';
import type { VerbPermission } from './subject';
import { Work } from './work';

const TRIES = 4;
/** Serialisation failure and deadlock: PostgreSQL undid the transaction and asks for it to be run again. */
const RUN_AGAIN = new Set(['40001', '40P01']);

export interface Change<P extends object> {
  readonly verb: string;
  readonly permission: VerbPermission;
  readonly input: { readonly clientMutationId?: string | null };
  perform(work: Work): Promise<P>;
}

/** Runs one change in one transaction: all of it is kept, or none. */
export async function write<P extends object>(dataSource: DataSource, actor: Actor, clock: Clock, change: Change<P>): Promise<P> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(dataSource, actor, clock(), change);
    } catch (error) {
      if (attempt === TRIES || !RUN_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

async function attemptOnce<P extends object>(dataSource: DataSource, actor: Actor, now: Date, change: Change<P>): Promise<P> {
  const scope = { ...actor, today: dateAt(now) };
  return inWriteSession({ dataSource, scope, now }, async (session) => {
    await session.query('select governance.open_event($1, $2, $3)', [
      change.verb,
      actor.kind,
      change.input.clientMutationId ?? null,
    ]);
    const work = new Work(dataSource, session, { actor, now, permission: change.permission });
    const key = change.input.clientMutationId;
    const perform = async () => {
      const performed = await change.perform(work);
      work.assertJudged();
      return performed;
    };
    const request = { actor, now, verb: change.verb, input: change.input, key: key ?? '' };
    const answer = key ? await once(dataSource, session, request, perform) : { found: await perform(), at: now };
    await withholdFrom(session, answer);
    return answer.found;
  });
}
