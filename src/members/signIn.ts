import type { Actor } from '../access/actor';
import type { Caller } from '../access/caller';
import { credentialIn, type Credential } from '../access/credential';
import type { ReadIssuerToken } from '../access/issuerTokens';
import type { RefusedSignIns } from '../access/refusedSignIns';
import { isKey, type PresentedKey } from '../access/serviceKey';
import { readToken } from '../access/tokens';
import { requireTrusted } from '../access/trustedDocument';
import type { Clock } from '../kernel/clock';
import { badInput, Refusal, unauthenticated } from '../kernel/errors';
import { toGlobalId } from '../kernel/globalId';
import { dateAt } from '../kernel/localDate';
import { findActor, findMemberships, findUsableKey, type Membership, noteKeyUse } from '../store/actors';
import type { Database } from '../store/database';

export interface SignInParts {
  readonly dataSource: Database['dataSource'];
  readonly clock: Clock;
  readonly readIssuerToken: ReadIssuerToken;
  readonly refusedSignIns: RefusedSignIns;
  /** Absent in production: development tokens are refused there. */
  readonly developmentSecret?: string | undefined;
}

/** @param documents all that the request asks to be run */
export type SignIn = (caller: Caller, documents: readonly string[]) => Promise<Actor>;

/** Who someone may be, and what they may ask: null for anything. */
interface Way {
  readonly memberships: readonly Membership[];
  readonly trustedDocuments: readonly string[] | null;
}

const noWay: Way = { memberships: [], trustedDocuments: null };

/**
 * The one way in. Whatever is wrong with what someone presents, the answer is the same; whoever was refused too often waits
 * before anything is looked up. Whoever presents nothing tries nothing, and is not counted.
 */
export function createSignIn(parts: SignInParts): SignIn {
  return async ({ headers: { authorization, 'x-committee': committee }, address }, documents) => {
    const credential = credentialIn(authorization);
    const attempt = { address, keyId: credential?.kind === 'SERVICE_KEY' ? credential.presented.keyId : undefined };
    if (authorization !== undefined) parts.refusedSignIns.requireRoom(attempt);
    const { memberships, trustedDocuments } = credential ? await wayOf(parts, credential) : noWay;
    if (memberships.length === 0) {
      if (authorization !== undefined) parts.refusedSignIns.count(attempt);
      throw unauthenticated();
    }
    const actor = chosen(memberships, committee);
    requireTrusted(documents, trustedDocuments);
    return actor;
  };
}

const wayOf = (parts: SignInParts, credential: Credential): Promise<Way> =>
  credential.kind === 'TOKEN' ? byToken(parts, credential.token) : byServiceKey(parts, credential.presented);

async function byToken({ dataSource, clock, readIssuerToken, developmentSecret }: SignInParts, token: string): Promise<Way> {
  const now = clock();
  const identity = await readIssuerToken(token);
  if (identity) return { ...noWay, memberships: await findMemberships(dataSource, identity, dateAt(now)) };
  const subject = developmentSecret === undefined ? null : await readToken(developmentSecret, token, now);
  return subject ? { ...noWay, memberships: await findActor(dataSource, subject, dateAt(now)) } : noWay;
}

async function byServiceKey({ dataSource, clock }: SignInParts, { keyId, key }: PresentedKey): Promise<Way> {
  const today = dateAt(clock());
  const known = await findUsableKey(dataSource, keyId, today);
  if (!isKey(key, known?.keyHash) || !known) return noWay;
  // A dashboard may go on reading where nothing can be written for the moment.
  if (known.lastUsedOn !== today) await noteKeyUse(dataSource, known, today).catch(() => undefined);
  return { memberships: [known], trustedDocuments: known.trustedDocuments };
}

/** A committee that is not theirs answers as one that does not exist. */
function chosen(memberships: readonly Membership[], committee: string | string[] | undefined): Actor {
  const wanted = memberships.find(({ actor }) => toGlobalId('Committee', actor.committeeId) === committee);
  if (wanted) return wanted.actor;
  if (committee !== undefined)
    throw new Refusal('FORBIDDEN', 'You do not act for that committee.', { rule: 'committee.notYours' });
  const [only, ...others] = memberships;
  if (only && others.length === 0) return only.actor;
  throw badInput('x-committee', notChosen(memberships), 'committee.notChosen');
}

function notChosen(memberships: readonly Membership[]): string {
  const own = memberships.map(({ actor, committeeName }) => `${toGlobalId('Committee', actor.committeeId)} (${committeeName})`);
  return `You act for more than one committee: say for which, by its id, in the x-committee header. Yours are ${own.join(', ')}.`;
}
