import type { Clock } from '../kernel/clock';
import { Refusal } from '../kernel/errors';

/** How many sign-ins may be refused within a minute before the next ones have to wait. */
export interface RefusalLimits {
  readonly perAddress: number;
  /** Of one key from one address: a dashboard whose key has expired slows down nobody but itself. */
  readonly perKey: number;
}

/** Who presents a credential: from where, and which key when it is one. */
export interface Attempt {
  readonly address: string;
  readonly keyId?: string | undefined;
}

/** That someone has to wait now, for the log. Nothing of the credential is in it but the id of a key. */
export interface SlowedDown extends Attempt {
  readonly refused: number;
}

export interface RefusedSignIns {
  /** @throws TOO_MANY_REQUESTS for whoever was refused too often, whatever they bring this time */
  requireRoom(attempt: Attempt): void;
  count(attempt: Attempt): void;
}

const WINDOW_MS = 60_000;
const MOST_KNOWN = 10_000;

interface Count {
  readonly until: number;
  refused: number;
}

/**
 * Counts refused sign-ins in memory, by address and by key and address. A key that is tried from one place goes on working
 * from others. What is known is bounded: the oldest makes way, so that no flood of addresses fills the memory.
 */
export function countRefusedSignIns(
  limits: RefusalLimits,
  clock: Clock,
  onSlowedDown: (slowed: SlowedDown) => void,
): RefusedSignIns {
  const counts = new Map<string, Count>();
  const standing = (name: string): Count | undefined => {
    const known = counts.get(name);
    if (known && known.until > clock().getTime()) return known;
    counts.delete(name);
    return undefined;
  };
  const add = (name: string): number => {
    const known = standing(name) ?? { until: clock().getTime() + WINDOW_MS, refused: 0 };
    known.refused += 1;
    counts.set(name, known);
    const [oldest] = counts.keys();
    if (counts.size > MOST_KNOWN && oldest !== undefined) counts.delete(oldest);
    return known.refused;
  };
  return {
    requireRoom: (attempt) => {
      for (const { name, most } of limitsOf(attempt, limits)) {
        const known = standing(name);
        if (known && known.refused >= most) throw tooMany(known.until - clock().getTime());
      }
    },
    count: (attempt) => {
      for (const { name, most } of limitsOf(attempt, limits)) {
        const refused = add(name);
        if (refused === most) onSlowedDown({ ...attempt, refused });
      }
    },
  };
}

function limitsOf({ address, keyId }: Attempt, { perAddress, perKey }: RefusalLimits): { name: string; most: number }[] {
  const ofKey = keyId === undefined ? [] : [{ name: `${address} ${keyId}`, most: perKey }];
  return [{ name: address, most: perAddress }, ...ofKey];
}

function tooMany(wait: number): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(wait / 1000));
  const message = `Too many sign-ins from here were refused: wait ${retryAfterSeconds} seconds.`;
  return new Refusal('TOO_MANY_REQUESTS', message, { rule: 'signIn.refusedOften', retryAfterSeconds });
}
