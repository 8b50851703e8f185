import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHealth } from '../../src/ops/health';
import { createHttpServer, type Handle, listen } from '../../src/ops/listener';
import { createLog } from '../../src/ops/log';
import { shutDown } from '../../src/ops/shutdown';

const log = createLog(
  'error',
  () => new Date(0),
  () => undefined,
);
const health = () => createHealth(() => Promise.resolve());

const open: Server[] = [];

afterEach(() => open.splice(0).forEach((http) => http.close()));

async function started(handle: Handle, healthOf = health()) {
  const http = createHttpServer(handle, healthOf, log);
  open.push(http);
  const port = await listen(http, { host: '127.0.0.1', port: 0 });
  return { http, health: healthOf, ask: (path: string) => answerTo(`http://127.0.0.1:${port}${path}`) };
}

function answerTo(url: string): Promise<{ status?: number; connection?: string; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, (answer: IncomingMessage) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection, text }));
    }).on('error', reject);
  });
}

test('probes, the API and everything else each have their answer', async () => {
  const { ask } = await started((req, res) => {
    if (req.url === '/broken') throw new Error('secret detail');
    if (req.url === '/graphql') res.end('the API');
    return Promise.resolve(req.url === '/graphql');
  });
  expect(await ask('/livez?probe=1')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  expect(await ask('/readyz')).toMatchObject({ status: 200 });
  expect(await ask('/graphql')).toMatchObject({ status: 200, text: 'the API' });
  expect(await ask('/other')).toMatchObject({ status: 404 });
  expect(await ask('/broken')).toMatchObject({ status: 500, text: '{"status":"failed"}' });
});

test('a request under way is answered before the service ends, and then the database is closed', async () => {
  const order: string[] = [];
  let finish = (): void => undefined;
  const running = await started(async (_req, res) => {
    await new Promise<void>((resolve) => (finish = resolve));
    order.push('answered');
    res.end('done');
    return true;
  });
  const asking = running.ask('/graphql');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopping = shutDown(
    {
      ...{ http: running.http, health: running.health, log },
      stopAnswering: () => Promise.resolve(),
      closeDatabase: () => Promise.resolve(void order.push('closed')),
    },
    'SIGTERM',
  );
  expect(await running.health.ready()).toMatchObject({ status: 503 });
  finish();
  expect(await asking).toMatchObject({ status: 200, text: 'done' });
  expect(await stopping).toBe(0);
  expect(order).toEqual(['answered', 'closed']);
});

test('a request that never ends is given up after a while', async () => {
  const running = await started(() => new Promise(() => undefined));
  const asking = expect(running.ask('/graphql')).rejects.toThrow('socket hang up');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const parts = { http: running.http, health: running.health, log, closeDatabase: () => Promise.resolve() };
  expect(await shutDown({ ...parts, stopAnswering: () => Promise.resolve() }, 'SIGTERM', 100)).toBe(0);
  await asking;
});

test('a port that is taken is one clear sentence', async () => {
  const { http } = await started(() => Promise.resolve(false));
  const { port } = http.address() as AddressInfo;
  const another = createHttpServer(() => Promise.resolve(false), health(), log);
  await expect(listen(another, { host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} is in use already`);
});
