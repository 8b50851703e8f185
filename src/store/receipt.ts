import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { badInput, ruleBroken } from '../kernel/errors';
import type { Answer } from './answer';
import { hydrate, tableOf } from './columns';
import { Node, type RowType } from './row';
import type { Session } from './session';
import type { Actor } from '../access/actor';

/** What names a request: who sent it, under which key, and what it asked for. */
export interface Request {
  readonly actor: Actor;
  readonly key: string;
  readonly verb: string;
  readonly input: object;
  readonly now: Date;
}

/**
 * Keeps the answer of a change beside the change itself, in one transaction, so that sending a request again gives the
 * first answer and changes nothing, even after a crash between the commit and the reply.
 */
export async function once<P extends object>(
  dataSource: DataSource,
  session: Session,
  request: Request,
  perform: () => Promise<P>,
): Promise<Answer<P>> {
  const { actor, key, verb, now } = request;
  const hash = createHash('sha256')
    .update(`${verb} ${JSON.stringify(request.input)}`)
    .digest('hex');
  const claimed = await session.query(
    `insert into receipt (committee_id, actor_id, request_key, verb, request_hash, recorded_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning request_key`,
    [actor.committeeId, actor.id, key, verb, hash, now],
  );
  const own = [actor.committeeId, actor.id, key];
  if (claimed.length > 0) {
    const answer = await perform();
    await session.query('update receipt set answer = $4 where committee_id = $1 and actor_id = $2 and request_key = $3', [
      ...own,
      JSON.stringify(frozen(answer)),
    ]);
    return { found: answer, at: now };
  }
  const [first] = await session.query<{ request_hash: string; answer: Frozen; recorded_at: Date }>(
    'select request_hash, answer, recorded_at from receipt where committee_id = $1 and actor_id = $2 and request_key = $3',
    own,
  );
  if (first?.request_hash === 'erased') {
    throw ruleBroken('receipt.erased', 'The answer to this request held a text that was erased, so it cannot be given again.');
  }
  if (first?.request_hash !== hash) {
    throw badInput(
      'input.clientMutationId',
      'This clientMutationId was already used for another request.',
      'clientMutationId.reused',
    );
  }
  return { found: thawed(dataSource, first.answer) as P, at: first.recorded_at };
}

type Frozen = Record<string, FrozenValue>;
type FrozenValue = { type: string; row: object } | FrozenValue[] | string | number | boolean | null;

function frozen(answer: object): Frozen {
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, freeze(value)]));
}

function freeze(value: unknown): FrozenValue {
  if (value instanceof Node) return { type: value.constructor.name, row: { ...value } };
  if (Array.isArray(value)) return value.map(freeze);
  return (value ?? null) as FrozenValue;
}

function thawed(dataSource: DataSource, answer: Frozen): object {
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, thaw(dataSource, value)]));
}

function thaw(dataSource: DataSource, value: FrozenValue): unknown {
  if (Array.isArray(value)) return value.map((each) => thaw(dataSource, each));
  if (value === null || typeof value !== 'object') return value;
  const type = dataSource.entityMetadatas.find(({ name }) => name === value.type)?.target as RowType;
  const moments = tableOf(dataSource, type).columns.filter(({ isMoment }) => isMoment);
  const row: Record<string, unknown> = { ...value.row };
  for (const { property } of moments) {
    if (typeof row[property] === 'string') row[property] = new Date(row[property]);
  }
  return hydrate(type, row);
}
