import { jwtVerify, SignJWT } from 'jose';
import { unauthenticated } from '../kernel/errors';
import type { Actor } from './actor';

const ISSUER = 'golden-thread';
const AUDIENCE = 'golden-thread-api';
const ALGORITHM = 'HS256';

/** Whom a token names. The role is not in it: it is looked up at each request, so that a change takes effect at once. */
export type Subject = Pick<Actor, 'kind' | 'id' | 'committeeId'>;

const key = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** A bearer token for a person or a service account. @param validFor in seconds */
export function issueToken(secret: string, { kind, id, committeeId }: Subject, now: Date, validFor: number): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ kind, committee: committeeId })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + validFor)
    .sign(key(secret));
}

/** @throws UNAUTHENTICATED, with one answer for every kind of bad token */
export async function readToken(secret: string, token: string, now: Date): Promise<Subject> {
  const checks = {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'exp'],
    currentDate: now,
  };
  const verified = await jwtVerify(token, key(secret), checks).catch(() => null);
  const { sub, kind, committee } = verified?.payload ?? {};
  if (!sub || typeof committee !== 'string' || (kind !== 'PERSON' && kind !== 'SERVICE_ACCOUNT')) throw unauthenticated();
  return { kind, id: sub, committeeId: committee };
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

export function bearerToken(authorization: string | undefined): string {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (!token) throw unauthenticated();
  return token;
}
