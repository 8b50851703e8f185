import { GraphQLError, Kind, type ASTVisitor, type ValidationContext, type ValueNode } from 'graphql';
import { Refusal } from '../kernel/errors';
import { inWords, type Limits } from './limits';

/** Keys that reach JavaScript's own machinery when an object is copied carelessly. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

// Matches only surrogates that are not one of a pair, because of the u flag; String.isWellFormed is not yet typed for es2023.
const loneSurrogate = /\p{Surrogate}/u;

const LONGEST_PATH_SHOWN = 120;

/** Refuses what no field of the schema can keep, naming the place: `input.points.3.note`. */
export function assertStorable(value: unknown, path: string, limits: Limits, depth = 0): void {
  if (typeof value === 'string') return assertText(value, path, limits);
  if (typeof value === 'number' && !Number.isFinite(value)) throw refused(path, 'input.number', 'is not a finite number');
  if (typeof value !== 'object' || value === null) return;
  if (depth >= limits.inputDepth) throw refused(path, 'limit.inputDepth', `is nested more than ${limits.inputDepth} levels deep`);
  if (Array.isArray(value)) assertLength(value.length, path, limits);
  for (const [key, each] of Object.entries(value)) {
    assertKey(key, path);
    assertStorable(each, `${path}.${key}`, limits, depth + 1);
  }
}

export function assertVariablesStorable(variables: Readonly<Record<string, unknown>>, limits: Limits): void {
  for (const [name, value] of Object.entries(variables)) {
    assertKey(name, 'variables');
    assertStorable(value, name, limits);
  }
}

/** The same checks for values written into the document itself; as a validation rule, so that a cached document is checked once. */
export const storableLiteralsRule =
  (limits: Limits) =>
  (context: ValidationContext): ASTVisitor => {
    const check = (name: string, value: ValueNode | undefined): false => {
      const refusal = value && refusalIn(() => assertStorable(plain(value), name, limits));
      if (refusal) context.reportError(new GraphQLError(refusal.message, { nodes: value, originalError: refusal }));
      return false;
    };
    return {
      Argument: ({ name, value }) => check(name.value, value),
      VariableDefinition: ({ variable, defaultValue }) => check(variable.name.value, defaultValue),
    };
  };

function assertText(text: string, path: string, limits: Limits): void {
  if (text.includes('\0')) throw refused(path, 'input.nul', 'has a NUL character in it, which cannot be kept');
  if (loneSurrogate.test(text))
    throw refused(path, 'input.surrogate', 'has half of a two-part character in it, which cannot be kept');
  if (Buffer.byteLength(text) <= limits.textBytes) return;
  throw refused(path, 'limit.textBytes', `is too long: the limit is ${inWords(limits.textBytes)} bytes`);
}

function assertLength(length: number, path: string, limits: Limits): void {
  if (length <= limits.listLength) return;
  throw refused(path, 'limit.listLength', `has ${inWords(length)} items and the limit is ${inWords(limits.listLength)}`);
}

function assertKey(key: string, path: string): void {
  if (forbiddenKeys.has(key)) throw refused(`${path}.${key}`, 'input.key', 'is not a name that input can have');
}

function refused(path: string, rule: string, problem: string): Refusal {
  const field = path.slice(0, LONGEST_PATH_SHOWN);
  const message = `"${field}" ${problem}.`;
  return new Refusal('BAD_USER_INPUT', message, { field, rule, fields: [{ field, messages: [message] }] });
}

/** A literal as plain data. Variables are left out: they are checked with the others. */
function plain(node: ValueNode): unknown {
  if (node.kind === Kind.LIST) return node.values.map(plain);
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  if (node.kind === Kind.STRING) return node.value;
  // A null prototype keeps a field called __proto__ an ordinary key, so that it is seen.
  if (node.kind !== Kind.OBJECT) return null;
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const { name, value } of node.fields) fields[name.value] = plain(value);
  return fields;
}

function refusalIn(check: () => void): Refusal | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
