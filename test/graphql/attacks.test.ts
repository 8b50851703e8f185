import { post, startToy, type ToyServer } from './toy';

let toy: ToyServer;

beforeAll(async () => {
  toy = await startToy();
});

afterAll(() => toy.close());

describe('attacks', () => {
  const many = (count: number, each: (i: number) => string) => Array.from({ length: count }, (_, i) => each(i)).join(' ');
  const fragments = (count: number, body: (next: string) => string) =>
    `${many(count, (i) => `fragment f${i} on Source { ${body(`f${i + 1}`)} }`)} fragment f${count} on Source { id }`;
  const nested = (levels: number): string => (levels === 0 ? 'id' : `parent { ${nested(levels - 1)} }`);
  const echoInput = 'query($input: NoteInput) { echo(input: $input) }';

  test.each([
    ['101 aliases', { query: `{ ${many(101, (i) => `a${i}: __typename`)} }` }, 'limit.aliases'],
    ['900 aliases', { query: `{ ${many(900, (i) => `a${i}: echo`)} }` }, 'limit.aliases'],
    [
      'aliases in fragments',
      { query: `{ ${many(20, (i) => `source${i}: source(id: 1) { ...F }`)} } fragment F on Source { a: id b: id c: id }` },
      'limit.aliases',
    ],
    ['24 levels', { query: `{ source(id: 1) { ${nested(24)} } }` }, 'limit.depth'],
    [
      'levels in fragments',
      { query: `{ source(id: 1) { ...f0 } } ${fragments(24, (next) => `parent { ...${next} }`)}` },
      'limit.depth',
    ],
    [
      '200 rows for each of 200',
      { query: '{ sources(first: 200) { nodes { sources(first: 200) { nodes { id } } } } }' },
      'limit.cost',
    ],
    [
      'page sizes in variables',
      { query: 'query($n: Int) { sources(first: $n) { nodes { sources(first: $n) { nodes { id } } } } }', variables: { n: 150 } },
      'limit.cost',
    ],
    [
      'a fragment bomb of 2^18',
      { query: `{ source(id: 1) { ...f0 } } ${fragments(18, (next) => `a: parent { ...${next} } b: parent { ...${next} }`)}` },
      'limit.aliases',
    ],
    [
      'a fragment bomb without aliases',
      { query: `{ source(id: 1) { ...f0 } } ${fragments(18, (next) => `...${next} ... { ...${next} }`)}` },
      'limit.fields',
    ],
    ['first: 1e6', { query: '{ sources(first: 1000000) { totalCount } }' }, 'page.size'],
    ['first: -5', { query: '{ sources(first: -5) { totalCount } }' }, 'page.size'],
    ['a document 5,000 levels deep', { query: '{a'.repeat(5000) }, 'limit.brackets'],
    ['a document of 200 kB', { query: `{ ${'echo '.repeat(40_000)} }` }, 'limit.tokens'],
    ['a list 5,000 levels deep', { query: `{ echo(items: ${'['.repeat(5000)}` }, 'limit.brackets'],
    ['many directives', { query: `{ echo ${'@skip(if: false) '.repeat(21)} }` }, 'limit.directives'],
    ['many unknown directives', { query: `{ echo ${'@aa '.repeat(1000)} }` }, 'limit.directives'],
    ['11 operations', { query: many(11, (i) => `query Q${i} { echo }`), operationName: 'Q1' }, 'limit.operations'],
    [
      '101 variables',
      { query: `query(${many(101, (i) => `$v${i}: String!`)}) { echo(items: [${many(101, (i) => `$v${i}`)}]) }` },
      'limit.variables',
    ],
    [
      'a list of 20,000',
      { query: 'query($i: [String!]) { echo(items: $i) }', variables: { i: Array(20_000).fill('a') } },
      'limit.listLength',
    ],
    [
      'a text of 100 kB',
      { query: 'query($t: String) { echo(text: $t) }', variables: { t: 'x'.repeat(100_000) } },
      'limit.textBytes',
    ],
    [
      'input 10,000 levels deep',
      `{"query":"{ echo }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
      'limit.inputDepth',
    ],
    ['NUL', { query: echoInput, variables: { input: { title: 'a\0' } } }, 'input.nul'],
    ['half a surrogate pair', `{"query":"${echoInput}","variables":{"input":{"title":"\\ud800"}}}`, 'input.surrogate'],
    [
      '__proto__ in a variable',
      `{"query":"${echoInput}","variables":{"input":{"title":"a","__proto__":{"admin":true}}}}`,
      'input.key',
    ],
    ['an infinite number', '{"query":"query($a: Float) { echo(amount: $a) }","variables":{"a":1e999}}', 'input.number'],
    ['an infinite literal', { query: '{ echo(amount: 1e999) }' }, 'input.number'],
    ['a subscription', { query: 'subscription { tick }' }, 'operation.subscription'],
  ])('%s is refused by its rule, fast', async (_name, body: unknown, rule) => {
    const start = performance.now();
    const answer = await post(toy.url, body);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule });
    expect(answer.text.length).toBeLessThan(4000);
  });

  test.each([
    ['unknown fields', `{ ${many(900, (i) => `x${i}`)} }`],
    ['duplicated fields', `{ ${many(1900, () => 'echo')} }`],
    ['an endless fragment', '{ source(id: 1) { ...F } } fragment F on Source { ...F }'],
    ['inline fragments', `{ ${'... on Query { '.repeat(60)} echo ${'}'.repeat(60)} }`],
    ['overlapping fields', `{ ${many(300, (i) => `source(id: ${i}) { id }`)} }`],
    ['introspection that goes round', `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }`],
  ])('%s: answered within a second, in few words', async (_name, query) => {
    const start = performance.now();
    const answer = await post(toy.url, { query });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(answer.errors.length).toBeLessThanOrEqual(5);
    expect(answer.text.length).toBeLessThan(8000);
  });

  test('the cost is told with the refusal, and plain JSON gets it with 200', async () => {
    const query = '{ sources(first: 200) { nodes { sources(first: 200) { nodes { id } } } } }';
    const answer = await post(toy.url, { query }, { accept: 'application/json' });
    expect([answer.status, answer.extensions]).toEqual([200, { cost: { requested: 40_401, limit: 10_000 } }]);
    expect(answer.errors[0]?.message).toBe(
      'This request would cost 40,401 and the limit is 10,000: ask for smaller pages or fewer levels.',
    );
  });

  test('persisted queries are off', async () => {
    const answer = await post(toy.url, { extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } });
    expect(answer.errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  test('in production a wrong name is not put right', async () => {
    const answer = await post(toy.url, { query: '{ viewr { name } }' });
    expect(answer.errors[0]?.message).toBe('Cannot query field "viewr" on type "Query".');
  });
});
