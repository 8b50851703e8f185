import { decodeJwt, jwtVerify, type JWTHeaderParameters, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../kernel/clock';
import { Refusal } from '../kernel/errors';
import type { Identity, TrustedIssuer } from './issuer';
import { createKeySet, IssuerUnreachable } from './keySet';
import { keySourceOf } from './keySource';

/** What went wrong with an issuer, for the log: never anything of a token. */
export interface IssuerTrouble {
  readonly issuer: string;
  readonly reason: string;
}

export interface IssuerTokensParts {
  readonly issuers: readonly TrustedIssuer[];
  readonly clock: Clock;
  readonly onTrouble: (trouble: IssuerTrouble) => void;
}

/** Whom an access token names, or null when it may not be trusted, whatever the reason. */
export type ReadIssuerToken = (token: string) => Promise<Identity | null>;

interface Known {
  readonly trusted: TrustedIssuer;
  readonly keys: JWTVerifyGetKey;
}

export function createIssuerTokens({ issuers, clock, onTrouble }: IssuerTokensParts): ReadIssuerToken {
  const known = new Map(
    issuers.map((trusted): [string, Known] => {
      const tell = (reason: string) => onTrouble({ issuer: trusted.issuer, reason });
      return [trusted.issuer, { trusted, keys: createKeySet({ load: keySourceOf(trusted), clock, onTrouble: tell }) }];
    }),
  );
  return async (token) => {
    const issuer = known.get(issuerIn(token) ?? '');
    return issuer ? verified(token, issuer, clock()) : null;
  };
}

/** Only says whose keys to try: nothing is believed before the signature is checked. */
function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

async function verified(token: string, { trusted, keys }: Known, now: Date): Promise<Identity | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: [...trusted.algorithms],
      issuer: trusted.issuer,
      audience: [...trusted.audiences],
      requiredClaims: ['exp', ...trusted.subjectClaims],
      clockTolerance: trusted.clockSkewSeconds,
      currentDate: now,
    });
    const subject = subjectIn(payload, trusted.subjectClaims);
    const isFit = isAccessToken(protectedHeader, payload) && hasScope(payload, trusted.scope);
    return isFit && subject ? { issuer: trusted.issuer, subject } : null;
  } catch (error) {
    if (error instanceof IssuerUnreachable) throw unreachable();
    return null;
  }
}

const accessTokenTypes: readonly unknown[] = ['at+jwt', 'application/at+jwt', 'jwt', undefined];

/**
 * An ID token tells a client who signed in; it is no permission to call this service, though the same keys sign it.
 * Keycloak names the kind in the payload (`typ`); a hash of another token stands in ID tokens and logout tokens only.
 */
function isAccessToken(header: JWTHeaderParameters, { typ, at_hash, c_hash, events }: JWTPayload): boolean {
  const isOther = [at_hash, c_hash, events].some((claim) => claim !== undefined);
  return accessTokenTypes.includes(header.typ?.toLowerCase()) && (typ === undefined || typ === 'Bearer') && !isOther;
}

/** Keycloak writes `scope` with spaces between, Entra ID `scp`. */
function hasScope({ scope, scp }: JWTPayload, needed: string | undefined): boolean {
  if (needed === undefined) return true;
  return [scope, scp].some((claim) => typeof claim === 'string' && claim.split(' ').includes(needed));
}

const SEPARATOR = ':';
const LONGEST_SUBJECT = 300;

/** Several claims are joined; one that holds the separator could then be read as two, so it is refused. */
function subjectIn(payload: JWTPayload, claims: readonly string[]): string | null {
  const parts = claims.map((name) => payload[name]);
  const isFit = (part: unknown): part is string =>
    typeof part === 'string' && part !== '' && (claims.length === 1 || !part.includes(SEPARATOR));
  if (!parts.every(isFit)) return null;
  const subject = parts.join(SEPARATOR);
  return subject.length <= LONGEST_SUBJECT ? subject : null;
}

const unreachable = (): Refusal =>
  new Refusal('UNAVAILABLE', 'The service that signs people in cannot be reached just now. Please try again soon.');
