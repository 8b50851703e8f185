import { ruleBroken } from './errors';

/** A life cycle as a table: from each state, the states that may follow. */
export type Machine<S extends string> = Readonly<Record<S, readonly S[]>>;

export const mayMove = <S extends string>(machine: Machine<S>, from: S, to: S): boolean => machine[from].includes(to);

/** @throws RULE_BROKEN `<what>.transition`, saying what may follow instead */
export function requireMove<S extends string>(machine: Machine<S>, what: string, from: S, to: S): void {
  if (!mayMove(machine, from, to)) throw ruleBroken(`${what}.transition`, whyNotMove(machine, what, from, to));
}

export function whyNotMove<S extends string>(machine: Machine<S>, what: string, from: S, to: S): string {
  const next = machine[from].length > 0 ? `From there it can become ${machine[from].join(', ')}.` : 'Nothing follows that state.';
  return `This ${what} is ${from} and cannot become ${to}. ${next}`;
}

/** @throws RULE_BROKEN when a reason, a forum or the like that the rule asks for is missing */
export function requireText(text: string | null | undefined, rule: string, message: string, field: string): string {
  if (!text || text.trim() === '') throw ruleBroken(rule, message, field);
  return text;
}
