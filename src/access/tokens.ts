import { jwtVerify, SignJWT } from 'jose';
import type { Actor } from './actor';

const ISSUER = 'golden-thread';
const AUDIENCE = 'golden-thread-api';
const ALGORITHM = 'HS256';

/** Whom a token names. The role is not in it: it is looked up at each request, so that a change takes effect at once. */
export type Subject = Pick<Actor, 'kind' | 'id' | 'committeeId'>;

const key = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** A development token for a person or a service account: it is taken outside production only. @param validFor in seconds */
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

/** Whom a development token names, or null when it may not be trusted, whatever the reason. */
export async function readToken(secret: string, token: string, now: Date): Promise<Subject | null> {
  const checks = {
    algorithms: [ALGORITHM],
    issuer: ISSUER,
    audience: AUDIENCE,
    requiredClaims: ['sub', 'exp'],
    currentDate: now,
  };
  const verified = await jwtVerify(token, key(secret), checks).catch(() => null);
  const { sub, kind, committee } = verified?.payload ?? {};
  if (!sub || typeof committee !== 'string' || (kind !== 'PERSON' && kind !== 'SERVICE_ACCOUNT')) return null;
  return { kind, id: sub, committeeId: committee };
}
