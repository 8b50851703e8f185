import { Refusal } from '../kernel/errors';

/** What one request may ask for. A deployment can hand in its own; these suit a committee's pages and dashboards. */
export interface Limits {
  /** Levels of things, not counting the `edges`, `node`, `nodes` and `pageInfo` that connections put between them. */
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly cost: number;
  readonly aliases: number;
  /** Selected fields with fragments expanded. */
  readonly fields: number;
  readonly tokens: number;
  /** Nesting of brackets in the text of a document, refused before the parser can run out of stack. */
  readonly brackets: number;
  readonly directives: number;
  readonly operations: number;
  readonly variables: number;
  readonly bodyBytes: number;
  readonly listLength: number;
  readonly textBytes: number;
  readonly inputDepth: number;
  readonly pageSize: number;
  readonly defaultPageSize: number;
  /** What a list without page arguments is taken to hold. */
  readonly plainListSize: number;
}

export const defaultLimits: Limits = Object.freeze({
  depth: 15,
  introspectionDepth: 20,
  cost: 10_000,
  aliases: 60,
  fields: 5_000,
  tokens: 4_000,
  brackets: 64,
  directives: 20,
  operations: 10,
  variables: 100,
  bodyBytes: 256 * 1024,
  listLength: 500,
  textBytes: 20 * 1024,
  inputDepth: 20,
  pageSize: 200,
  defaultPageSize: 20,
  plainListSize: 10,
});

export const limitBroken = (rule: string, message: string): Refusal =>
  new Refusal('BAD_USER_INPUT', message, { rule: `limit.${rule}` });

/** Refuses `actual` over `limit`; `what` is a plural, as in "This document has 5,000 tokens and the limit is 4,000". */
export function assertWithin(rule: keyof Limits, limits: Limits, actual: number, what: string): void {
  const limit = limits[rule];
  if (actual <= limit) return;
  throw limitBroken(rule, `This request has ${inWords(actual)} ${what} and the limit is ${inWords(limit)}.`);
}

export const inWords = (count: number): string => count.toLocaleString('en-GB', { maximumFractionDigits: 0 });
