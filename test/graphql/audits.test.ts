import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import { issueToken } from '../../src/access/tokens';
import { startApi, testSecret, type TestApi } from '../support/api';

let api: TestApi;
let server: Server;
let url: string;
let authorization: string;

beforeAll(async () => {
  api = await startApi();
  const committee = await api.newCommittee();
  authorization = `Bearer ${await issueToken(testSecret, committee.actor('LEAD_OFFICER'), api.clock.now, 3600)}`;
  server = createServer((req, res) => void api.app.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
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
