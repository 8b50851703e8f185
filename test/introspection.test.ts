import { startApi, type TestApi } from './support/api';

let api: TestApi;
afterEach(() => api.close());

test.each([
  ['{ __schema { queryType { name } } }', '__schema'],
  ['{ __type(name: "Action") { name } }', '__type'],
])('where tools may not read the schema, %s is refused, and everything else is answered', async (document, field) => {
  api = await startApi({ introspection: false });
  const committee = await api.newCommittee();
  const { errors } = await committee.as('CHAIR')(document);
  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, message: expect.stringContaining(field) }]);
  expect((await committee.as('CHAIR')('{ viewer { __typename role } }')).data).toEqual({
    viewer: { __typename: 'Viewer', role: 'CHAIR' },
  });
});

test('where they may, it is answered', async () => {
  api = await startApi();
  const { data } = await (await api.newCommittee()).as('CHAIR')('{ __schema { queryType { name } } }');
  expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
});
