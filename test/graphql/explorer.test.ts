import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { explorerFiles, serveExplorer } from '../../src/graphql/explorer';

let http: Server;
let port: number;

beforeAll(async () => {
  http = createServer((req, res) => {
    void serveExplorer(req, res).then((served) => served || res.writeHead(418).end());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
});

afterAll(() => new Promise((resolve) => http.close(resolve)));

interface Page {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** fetch would tidy `..` away before it is sent. */
const get = (path: string, method = 'GET'): Promise<Page> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject).end();
  });

test('the page loads only from its own folder and starts at /graphql', async () => {
  const page = await get('/explorer/');
  expect(page.status).toBe(200);
  expect(page.body).toContain('<base href="/explorer/">');
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'self';/);
  expect(page.headers['content-security-policy']).not.toContain('http');
  const options = await get('/explorer/initial_options.js');
  expect(options.body).toContain('/graphql');
  expect(options.body).toContain('Bearer <paste a token>');
});

test('every file is served, with a content type a browser accepts under nosniff', async () => {
  const names = [...(await explorerFiles())];
  expect(names.length).toBeGreaterThan(90);
  for (const name of names) {
    const page = await get(`/explorer/${name}`);
    expect([name, page.status]).toEqual([name, 200]);
    expect(page.body.length).toBeGreaterThan(0);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    if (name.endsWith('.js')) expect(page.headers['content-type']).toBe('text/javascript; charset=utf-8');
    if (name.startsWith('iframe-sandbox/')) expect(page.headers['content-security-policy']).toMatch(/^sandbox allow-scripts;/);
  }
});

test.each([
  '/explorer/../package.json',
  '/explorer/../../package.json',
  '/explorer/%2e%2e/package.json',
  '/explorer/..%2fpackage.json',
  '/explorer/..\\package.json',
  '/explorer/assets/../../package.json',
  '/explorer//etc/passwd',
  '/explorer/%00',
  '/explorer/assets',
  '/explorer/assets/',
  '/explorer/constructor',
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test.each([
  ['GET', '/explorer', 308],
  ['GET', '/explorer/?query=x', 200],
  ['HEAD', '/explorer/', 200],
  ['POST', '/explorer/', 405],
  ['GET', '/explorers', 418],
  ['GET', '/', 418],
  ['GET', '/graphql', 418],
])('%s %s is answered with %i', async (method, path, status) => {
  const page = await get(path, method);
  expect(page.status).toBe(status);
  if (method === 'HEAD') expect(page.body).toBe('');
});
