import { getIntrospectionQuery, getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { weigh, type Weight } from '../../src/graphql/cost';
import { assertStorable, storableLiteralsRule } from '../../src/graphql/inputChecks';
import { defaultLimits } from '../../src/graphql/limits';
import { Refusal } from '../../src/kernel/errors';
import { toySchema } from './toy';

const schema = toySchema();

function weightOf(source: string, inputs: Record<string, unknown> = {}): Weight {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The test has no operation.');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], inputs);
  return weigh({ schema, document, operation, variables: coerced ?? {}, limits: defaultLimits });
}

function refusalOf(act: () => unknown): Refusal | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('cost', () => {
  test.each([
    ['scalars are free', '{ echo }', {}, 0],
    ['__typename alone is free', '{ __typename }', {}, 0],
    ['an object is 1', '{ viewer { name } }', {}, 1],
    ['objects in objects add', '{ source(id: 1) { parent { parent { id } } } }', {}, 3],
    ['a plain list counts as 10', '{ plain { id } }', {}, 10],
    ['plain lists multiply', '{ plain { kin { id } } }', {}, 110],
    ['a list of scalars is free', '{ plain { tags } }', {}, 10],
    ['a list with page arguments takes its size', '{ points(first: 50) { value } }', {}, 50],
    ['a list with page arguments, none given, counts as 20', '{ points { value } }', {}, 20],
    ['nodes', '{ sources(first: 5) { nodes { id } } }', {}, 6],
    ['edges and node cost as nodes', '{ sources(first: 5) { edges { cursor node { id } } } }', {}, 6],
    ['last', '{ sources(first: 1, last: 7) { nodes { id } } }', {}, 8],
    ['neither first nor last', '{ viewer { sources { nodes { id } } } }', {}, 22],
    ['the default in the schema', '{ sources { nodes { id } } }', {}, 21],
    ['only the count', '{ sources(first: 200) { totalCount pageInfo { hasNextPage } } }', {}, 1],
    ['pages multiply', '{ sources(first: 200) { nodes { sources(first: 200) { nodes { id } } } } }', {}, 40_401],
    ['a variable', 'query($n: Int) { sources(first: $n) { nodes { id } } }', { n: 50 }, 51],
    ['a variable left out', 'query($n: Int) { sources(first: $n) { nodes { id } } }', {}, 21],
    ['a variable with a default', 'query($n: Int = 100) { sources(first: $n) { nodes { id } } }', {}, 101],
    ['a variable that is null', 'query($n: Int = 100) { viewer { sources(first: $n) { nodes { id } } } }', { n: null }, 22],
    ['an alias is another page', '{ a: sources(first: 5) { nodes { id } } b: sources(first: 5) { nodes { id } } }', {}, 12],
    [
      'a fragment takes the page it is in',
      '{ sources(first: 5) { ...P } } fragment P on SourceConnection { nodes { id } }',
      {},
      6,
    ],
    [
      'one fragment in two pages',
      '{ a: sources(first: 5) { ...P } b: sources(first: 100) { ...P } } fragment P on SourceConnection { nodes { id } }',
      {},
      107,
    ],
    ['an inline fragment', '{ sources(first: 5) { ... on SourceConnection { ... { nodes { id } } } } }', {}, 6],
    ['a mutation is 10 more', 'mutation { record(input: { title: "t" }) { source { id } } }', {}, 11],
    ['introspection has one price', '{ __schema { types { fields { name } } } }', {}, 1000],
  ])('%s', (_name, source, variables, cost) => {
    expect(weightOf(source, variables).cost).toBe(cost);
  });

  test.each([
    ['{ sources(first: -1) { totalCount } }', {}, 'sources.first'],
    ['{ sources(first: 201) { totalCount } }', {}, 'sources.first'],
    ['{ sources(last: 1000000) { totalCount } }', {}, 'sources.last'],
    ['query($n: Int) { viewer { sources(first: $n) { totalCount } } }', { n: -5 }, 'sources.first'],
    ['query($n: Int = 201) { points(first: $n) { value } }', {}, 'points.first'],
  ])('%s is refused, naming the argument', (source, variables, field) => {
    const refusal = refusalOf(() => weightOf(source, variables));
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', details: { field, rule: 'page.size' } });
  });

  test('a fragment bomb is weighed once for each fragment', () => {
    const levels = Array.from(
      { length: 18 },
      (_, i) => `fragment f${i} on Source { a: parent { ...f${i + 1} } b: parent { ...f${i + 1} } }`,
    );
    const document = parse(`{ source(id: 1) { ...f0 } } ${levels.join('\n')} fragment f18 on Source { id }`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The test has no operation.');
    const start = performance.now();
    const weight = weigh({ schema, document, operation, variables: {}, limits: defaultLimits });
    expect(performance.now() - start).toBeLessThan(100);
    expect(weight.cost).toBe(1 + 2 * (2 ** 18 - 1));
    expect(weight.aliases).toBe(2 * (2 ** 18 - 1));
  });

  test('sums stay numbers that JSON can write', () => {
    const levels = Array.from({ length: 400 }, (_, i) => `fragment f${i} on Source { kin { ...f${i + 1} } }`);
    const weight = weightOf(`{ plain { ...f0 } } ${levels.join('\n')} fragment f400 on Source { id }`);
    expect(weight.cost).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('depth', () => {
  test.each([
    ['scalars', '{ echo }', 0],
    ['objects', '{ source(id: 1) { parent { parent { id } } } }', 3],
    ['edges and node are no levels', '{ sources { edges { node { sources { edges { node { id } } } } } } }', 2],
    ['nodes and pageInfo are no levels', '{ sources { nodes { id } pageInfo { hasNextPage } } }', 1],
    ['fragments count where they are spread', '{ source(id: 1) { ...F } } fragment F on Source { parent { id } }', 2],
    ['introspection is counted apart', '{ __schema { types { fields { name } } } }', 0],
  ])('%s', (_name, source, depth) => {
    expect(weightOf(source).depth).toBe(depth);
  });

  test("graphql-js' own introspection query is within every limit", () => {
    const weight = weightOf(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
    expect(weight.introspectionDepth).toBeLessThanOrEqual(defaultLimits.introspectionDepth);
    expect(weight.fields).toBeLessThan(defaultLimits.fields);
    expect(weight.cost).toBeLessThan(defaultLimits.cost);
  });
});

test('fields and aliases are counted with fragments expanded', () => {
  const weight = weightOf('{ a: source(id: 1) { ...F } source(id: 1) { ...F } } fragment F on Source { x: id title }');
  expect(weight).toMatchObject({ aliases: 3, fields: 6 });
});

describe('input that cannot be kept', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { under: nested(depth - 1) });

  test.each([
    ['plain text', { title: 'Plan 1 – 2026 🎯\n' }, undefined, undefined],
    ['20 kB of text', { title: 'x'.repeat(20 * 1024) }, undefined, undefined],
    ['500 items', { items: Array(500).fill(1) }, undefined, undefined],
    ['NUL', { title: 'a\0b' }, 'input.nul', 'input.title'],
    ['half a surrogate pair', { notes: [{ title: 'ok' }, { title: 'a\uD83D' }] }, 'input.surrogate', 'input.notes.1.title'],
    ['text too long', { title: 'é'.repeat(10_241) }, 'limit.textBytes', 'input.title'],
    ['a list too long', { items: Array(501).fill(1) }, 'limit.listLength', 'input.items'],
    ['__proto__', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), 'input.key', 'input.a.__proto__'],
    ['constructor', { constructor: 1 }, 'input.key', 'input.constructor'],
    ['a number that is not finite', JSON.parse('{"amount":1e999}'), 'input.number', 'input.amount'],
    ['nesting', nested(21), 'limit.inputDepth', `input${'.under'.repeat(20)}`.slice(0, 120)],
    ['20 levels', nested(19), undefined, undefined],
  ])('%s', (_name, input: unknown, rule, field) => {
    const refusal = refusalOf(() => assertStorable(input, 'input', defaultLimits));
    expect(refusal?.details.rule).toBe(rule);
    expect(refusal?.details.field).toBe(field);
  });

  test('a very long key is not repeated whole', () => {
    const refusal = refusalOf(() => assertStorable({ ['k'.repeat(5000)]: '\0' }, 'input', defaultLimits));
    expect(refusal?.message.length).toBeLessThan(250);
  });

  test.each([
    ['NUL', '{ echo(text: "a\\u0000b") }', 'text'],
    ['an infinite number', '{ echo(amount: 1e999) }', 'amount'],
    ['a list too long', `{ echo(items: [${'"a" '.repeat(501)}]) }`, 'items'],
    ['deep inside an input', '{ echo(input: { title: "a", notes: [{ title: "b\\u0000" }] }) }', 'input.notes.0.title'],
    ['the default of a variable', 'query($t: String = "\\u0000") { echo(text: $t) }', 't'],
    ['__proto__', '{ echo(input: { title: "a", __proto__: 1 }) }', 'input.__proto__'],
  ])('literals: %s', (_name, source, field) => {
    const errors = validate(schema, parse(source), [storableLiteralsRule(defaultLimits)]);
    expect(errors.map(({ originalError }) => (originalError as Refusal).details.field)).toEqual([field]);
  });
});
