import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StartError } from '../kernel/startError';
import type { Health, HealthAnswer } from './health';
import type { Log } from './log';

/** False when the address is not one of its own. */
export type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;

/** A client that sends its request a byte at a time must not hold a connection for long. */
const LIMITS = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16 * 1024 };

export function createHttpServer(handle: Handle, health: Health, log: Log): Server {
  return createServer(LIMITS, (req, res) => {
    if (health.isDraining) res.setHeader('connection', 'close');
    answer(req, res, { handle, health }).catch((error: unknown) => {
      log.error('request.failed', { message: error instanceof Error ? error.message : 'unknown' });
      if (res.headersSent) res.destroy();
      else sendJson(res, 500, { status: 'failed' });
    });
  });
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  { handle, health }: { handle: Handle; health: Health },
): Promise<void> {
  const path = (req.url ?? '/').split('?')[0];
  if (path === '/livez') sendHealth(res, health.live());
  else if (path === '/readyz') sendHealth(res, await health.ready());
  else if (!(await handle(req, res))) sendJson(res, 404, { status: 'There is nothing here. The API is at /graphql.' });
}

const sendHealth = (res: ServerResponse, { status, body }: HealthAnswer): void => sendJson(res, status, body);

function sendJson(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(JSON.stringify(body));
}

interface Address {
  readonly host: string;
  readonly port: number;
}

/** @throws StartError when it cannot be listened on now */
export async function requireFreePort(address: Address): Promise<void> {
  const probe = createServer();
  await listen(probe, address);
  await new Promise((resolve) => probe.close(resolve));
}

/** The port it listens on, which is another one than asked for when that was 0. */
export async function listen(http: Server, { host, port }: Address): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    http.listen(port, host, resolve);
  });
  const address = http.address();
  return typeof address === 'object' && address ? address.port : port;
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(`Port ${port} is in use already: stop what uses it, or set PORT to another one.`);
  if (error.code === 'EACCES') return new StartError(`This user may not listen on port ${port}: set PORT to 1024 or above.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`HOST is "${host}", which is not an address of this machine.`);
  return error;
}
