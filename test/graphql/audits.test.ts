import { serverAudits } from 'graphql-http';
import { startApi, type TestApi } from '../support/api';
import { listening, type Listening } from '../support/listening';

let api: TestApi;
let service: Listening;
let url: string;
let authorization: string;

beforeAll(async () => {
  api = await startApi();
  service = await listening(api);
  url = `${service.url}/graphql`;
  authorization = await service.authorization(await api.newCommittee(), 'LEAD_OFFICER');
});
afterAll(async () => {
  await service.close();
  await api.close();
});

test('the real service passes every audit of GraphQL over HTTP, not one with a notice or a warning', async () => {
  const fetchFn = (address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(address, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } });
  const audits = serverAudits({ url, fetchFn });
  const results: { id: string; status: string; name: string }[] = [];
  for (const audit of audits) {
    const { status } = await audit.fn();
    results.push({ id: audit.id, status, name: audit.name });
  }
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  expect(results).toHaveLength(61);
});
