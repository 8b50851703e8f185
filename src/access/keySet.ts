import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../kernel/clock';
import type { KeySource } from './keySource';

/** Its keys are not to be had, so nothing can be said about a token of this issuer. */
export class IssuerUnreachable extends Error {}

export interface KeySetParts {
  readonly load: KeySource;
  readonly clock: Clock;
  /** Told at most once a cool-down. */
  readonly onTrouble: (reason: string) => void;
}

interface Loaded {
  readonly find: JWTVerifyGetKey;
  readonly at: number;
}

const MINUTE_MS = 60_000;
/** Between two questions to an issuer: tokens with made-up key names must not become requests to it. */
const COOL_DOWN_MS = MINUTE_MS / 2;
/** As long as there is no key at all nobody can sign in, so it is asked more often. */
const FIRST_COOL_DOWN_MS = MINUTE_MS / 12;
/** A key that the issuer has withdrawn is refused after this. */
const FRESH_MS = 10 * MINUTE_MS;
/** While the issuer cannot be reached its last known keys go on working for this long. */
const USABLE_MS = 24 * 60 * MINUTE_MS;

/** The keys of one issuer: fetched when first needed, when they are old, and when a token names one that is new. */
export function createKeySet({ load, clock, onTrouble }: KeySetParts): JWTVerifyGetKey {
  let loaded: Loaded | undefined;
  let triedAt = -Infinity;
  let running: Promise<void> | undefined;

  const fetchKeys = async (): Promise<void> => {
    triedAt = clock().getTime();
    try {
      loaded = { find: createLocalJWKSet(await load()), at: clock().getTime() };
    } catch (error) {
      onTrouble(reasonOf(error));
    }
  };
  /** All who wait share one request. */
  const renew = async (): Promise<void> => {
    if (!running && clock().getTime() - triedAt < (loaded ? COOL_DOWN_MS : FIRST_COOL_DOWN_MS)) return;
    running ??= fetchKeys().finally(() => {
      running = undefined;
    });
    await running;
  };
  const age = (): number => (loaded ? clock().getTime() - loaded.at : Infinity);
  const usable = (): Loaded => {
    if (loaded && age() < USABLE_MS) return loaded;
    throw new IssuerUnreachable('No keys of this issuer are known.');
  };

  return async (header, token) => {
    if (age() >= FRESH_MS) await renew();
    const before = usable();
    try {
      return await before.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await renew();
      if (loaded === before) throw error;
      return usable().find(header, token);
    }
  };
}

/** fetch hides the reason in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? error) as { code?: unknown };
  return typeof code === 'string' ? code : error.message;
}
