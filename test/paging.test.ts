import fc from 'fast-check';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from './support/api';
import { makeFinding, makeSource } from './support/make';

/* The algorithm of the GraphQL Cursor Connections specification, on the list of findings. */
let api: TestApi;
let committee: TestCommittee;
let sourceId: string;
const COUNT = 13;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  sourceId = (await makeSource(committee)).id;
  // Two moments for thirteen rows, so that ids have to settle ties.
  for (let index = 0; index < COUNT; index += 1) {
    api.clock.now = new Date(index < 6 ? '2026-09-15T10:00:00Z' : '2026-09-15T11:00:00Z');
    await makeFinding(committee, { sourceId });
  }
});
afterAll(() => api.close());

interface Page {
  nodes: { ref: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

const fields = 'nodes { ref } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const signature = '$first: Int, $after: String, $last: Int, $before: String, $orderBy: FindingOrderBy';
const args = 'first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy';

const atRoot = async (variables: object): Promise<Page> =>
  (await answered(committee.as('MEMBER')(`query(${signature}) { findings(${args}) { ${fields} } }`, { ...variables })))
    .findings as Page;

const underSource = async (variables: object): Promise<Page> =>
  (
    await answered(
      committee.as('MEMBER')(
        `query($id: ID!, ${signature}) { node(id: $id) { ... on LearningSource { findings(${args}) { ${fields} } } } }`,
        {
          id: sourceId,
          ...variables,
        },
      ),
    )
  ).node.findings as Page;

const orders = [
  { field: 'REF', direction: 'ASC' },
  { field: 'REF', direction: 'DESC' },
  { field: 'STATUS', direction: 'ASC' },
  { field: 'RECORDED_AT', direction: 'DESC' },
];

const refs = ({ nodes }: Page): string[] => nodes.map(({ ref }) => ref);

test.each([
  ['at the root', atRoot],
  ['under a parent', underSource],
])('pages forwards and backwards both cut the list into its parts, %s', async (_, list) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...orders), fc.integer({ min: 1, max: COUNT + 2 }), async (orderBy, size) => {
      const whole = refs(await list({ first: 200, orderBy }));
      const forwards: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await list({ first: size, after, orderBy });
        forwards.push(...refs(page));
        expect(page.totalCount).toBe(COUNT);
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(forwards).toEqual(whole);
      const backwards: string[] = [];
      for (let before: string | null = null; ;) {
        const page = await list({ last: size, before, orderBy });
        backwards.unshift(...refs(page));
        if (!page.pageInfo.hasPreviousPage) break;
        before = page.pageInfo.startCursor;
      }
      expect(backwards).toEqual(whole);
    }),
    { numRuns: 12 },
  );
});

test('references sort as people count', async () => {
  const all = refs(await atRoot({ first: 200, orderBy: { field: 'REF', direction: 'ASC' } }));
  expect(all.map((ref) => Number(ref.split('/F')[1]))).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
});

test.each([
  ['a page that is too large', { first: 201 }, 'first'],
  ['a negative page', { first: -5 }, 'first'],
  ['both directions', { first: 1, last: 1 }, 'last'],
  ['before without last', { first: 1, before: 'x' }, 'before'],
  ['after with last', { last: 1, after: 'x' }, 'after'],
  ['a cursor that is not ours', { first: 1, after: 'bm9uc2Vuc2U' }, 'after'],
])('%s is refused by name', async (_, variables, field) => {
  const given = await refusal(
    committee.as('MEMBER')(`query(${signature}) { findings(${args}) { totalCount nodes { id } } }`, variables),
  );
  expect(given.code).toBe('BAD_USER_INPUT');
  expect(JSON.stringify(given)).toContain(field);
});

test('a cursor of another order is refused', async () => {
  const { pageInfo } = await atRoot({ first: 1, orderBy: { field: 'REF', direction: 'ASC' } });
  const variables = { first: 1, after: pageInfo.endCursor, orderBy: { field: 'RECORDED_AT', direction: 'ASC' } };
  expect(
    await refusal(committee.as('MEMBER')(`query(${signature}) { findings(${args}) { nodes { id } } }`, variables)),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
    rule: 'cursor',
  });
});

test('a cursor holds its place when rows are added before and after it', async () => {
  const other = await api.newCommittee();
  const source = (await makeSource(other)).id;
  for (const ref of ['B1', 'D1', 'F1']) await makeFinding(other, { sourceId: source, ref });
  const ask = async (after?: string | null): Promise<Page> =>
    (
      await answered(
        other.as('MEMBER')(`query($after: String) { findings(first: 1, after: $after, orderBy: {field: REF}) { ${fields} } }`, {
          after,
        }),
      )
    ).findings as Page;
  const { pageInfo } = await ask();
  for (const ref of ['A1', 'C1']) await makeFinding(other, { sourceId: source, ref });
  expect(refs(await ask(pageInfo.endCursor))).toEqual(['C1']);
});

test('a page of none still has its total', async () => {
  expect(await atRoot({ first: 0 })).toMatchObject({ nodes: [], totalCount: COUNT, pageInfo: { hasNextPage: true } });
});
