import { Refusal, type RefusalCode } from '../kernel/errors';
import type { LocalDate } from '../kernel/localDate';
import { type Machine, whyNotMove } from '../kernel/machine';
import type { Actor } from './actor';
import type { Role } from './roles';

/*
 * What policies are written with. A policy says of each verb of a feature which roles may say it, and under which
 * conditions of the thing it is said of. The verb asks them before it changes anything, and `viewerCan` asks the same
 * ones, so that a client shows only what will work.
 */

/** Whoever asks, with what policies want to know of them. */
export interface Asker extends Actor {
  readonly today: LocalDate;
  /** Every membership that the same person has or had here: a new role is a new membership. */
  readonly memberIds: readonly string[];
  readonly agencyId: string | null;
  /** Whether the committee has delegated decisions on actions between meetings to the chairs of its subgroups. */
  readonly subgroupsDecide: boolean;
  /** The subgroups they chair. */
  readonly chairedSubgroupIds: readonly string[];
}

export interface Condition<R extends object = object> {
  /** FORBIDDEN for a duty, which depends on who asks; RULE_BROKEN for a state, which is the same for everyone. */
  readonly code: Extract<RefusalCode, 'FORBIDDEN' | 'RULE_BROKEN'>;
  /** The stable name a client can branch on. */
  readonly rule: string;
  /** What the rule is, where it is the same for every thing. */
  readonly sentence?: string;
  /** Why not, as a sentence; null when nothing stands against it. */
  whyNot(row: R, asker: Asker): string | null;
}

/** Which roles may say a verb, and what has to be so of the thing it is said of. Whoever is not named may not. */
export interface Permission<R extends object = object> {
  readonly by: readonly Role[];
  readonly provided: readonly Condition<R>[];
}

/** The permissions of a feature, by verb. */
export type Permissions<R extends object> = Readonly<Record<string, Permission<R>>>;

export const may = <R extends object>(by: readonly Role[], ...provided: readonly Condition<R>[]): Permission<R> => ({
  by,
  provided,
});

/** A rule about who: `sentence` says it, and is the refusal. */
export const duty = <R extends object>(
  rule: string,
  sentence: string,
  holds: (row: R, asker: Asker) => boolean,
): Condition<R> => ({ code: 'FORBIDDEN', rule, sentence, whyNot: (row, asker) => (holds(row, asker) ? null : sentence) });

/** A rule about the state a thing is in. */
export const state = <R extends object>(
  rule: string,
  holds: (row: R, asker: Asker) => boolean,
  sentence: string | ((row: R) => string),
): Condition<R> => ({
  code: 'RULE_BROKEN',
  rule,
  whyNot: (row, asker) => (holds(row, asker) ? null : typeof sentence === 'string' ? sentence : sentence(row)),
});

/** The life cycle leads from the state a thing is in to one of these. */
export const becomes = <S extends string>(
  machine: Machine<S>,
  what: string,
  ...to: readonly [S, ...S[]]
): Condition<{ status: S }> => ({
  code: 'RULE_BROKEN',
  rule: `${what}.transition`,
  whyNot: ({ status }) => (to.some((each) => machine[status].includes(each)) ? null : whyNotMove(machine, what, status, to[0])),
});

/** What must be so of a thing whoever asks: for what a meeting decides, which has its own rules of who. */
export const statesOf = <R extends object>({ provided }: Pick<Permission<R>, 'provided'>): Pick<Permission<R>, 'provided'> => ({
  provided: provided.filter(({ code }) => code === 'RULE_BROKEN'),
});

/** The first condition that stands against it, as the refusal it is. @param field how the input names the thing */
export function whyNot<R extends object>(
  { provided }: Pick<Permission<R>, 'provided'>,
  row: R,
  asker: Asker,
  field?: string,
): Refusal | null {
  for (const condition of provided) {
    const message = condition.whyNot(row, asker);
    if (message !== null) return new Refusal(condition.code, message, { rule: condition.rule, ...(field ? { field } : {}) });
  }
  return null;
}
