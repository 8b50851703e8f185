import { Kind, type ASTNode } from 'graphql';

export interface FieldMessages {
  readonly field: string;
  readonly messages: readonly string[];
}

/** The part of a class-validator error that is ours to show: never the value or the object it sat in. */
interface Problem {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly Problem[];
}

/** class-validator's tree as a flat list of `input.points.0.value` and its messages. */
export function fieldsOf(validationErrors: unknown, nodes: readonly ASTNode[] | undefined): FieldMessages[] {
  return problemsIn(validationErrors).flatMap((problem) => flattened(problem, rootOf(problem.property, nodes)));
}

function flattened(problem: Problem, field: string): FieldMessages[] {
  const messages = Object.values(problem.constraints ?? {});
  const own = messages.length > 0 ? [{ field, messages }] : [];
  return [...own, ...problemsIn(problem.children).flatMap((child) => flattened(child, `${field}.${child.property}`))];
}

/**
 * type-graphql does not say which argument it validated. A property that is no argument of the field sits inside `input`,
 * or inside the only argument there is.
 */
function rootOf(property: string, nodes: readonly ASTNode[] | undefined): string {
  const field = nodes?.find((node) => node.kind === Kind.FIELD);
  const names = field?.arguments?.map(({ name }) => name.value) ?? [];
  if (names.includes(property)) return property;
  const holder = names.includes('input') || names.length !== 1 ? 'input' : names[0];
  return names.length === 0 ? property : `${holder}.${property}`;
}

const problemsIn = (value: unknown): Problem[] => (Array.isArray(value) ? value.filter(isProblem) : []);

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && typeof (value as Problem).property === 'string';
