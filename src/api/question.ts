import type { Actor } from '../access/actor';

/** A query, as a client would send it. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type AnswerData = Readonly<Record<string, unknown>>;

/** As whom, and of which moment, something is read beside what a request reads itself; without a moment, as it stands. */
export interface Reader {
  readonly actor: Actor;
  readonly asAt?: Date | undefined;
}
