import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { Pool } from 'pg';
import { SafeClient } from '../../src/store/safeClient';
import { onServer, testDatabase } from '../support/database';

const serverTest = onServer() ? test : test.skip;

/** Stands between the service and the database and can swallow everything, as a broken network does. */
async function wire(host: string, port: number) {
  const state = { isBroken: false };
  const sockets: Socket[] = [];
  const server = createServer((client) => {
    const upstream = createConnection({ host, port });
    sockets.push(client, upstream);
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => state.isBroken || to.write(bytes));
      from.on('error', () => undefined).on('close', () => to.destroy());
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    sockets.forEach((socket) => socket.destroy());
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, state, close };
}

serverTest('a connection that stopped answering is dropped, so that the pool recovers with the network', async () => {
  const { dataSource } = await testDatabase();
  const url = new URL((dataSource.options as unknown as { extra: { connectionString: string } }).extra.connectionString);
  const between = await wire(url.hostname, Number(url.port || 5432));
  url.host = `127.0.0.1:${between.port}`;
  const pool = new Pool({
    connectionString: url.toString(),
    max: 1,
    Client: SafeClient,
    query_timeout: 300,
    connectionTimeoutMillis: 1000,
  });
  pool.on('error', () => undefined);
  await pool.query('select 1');
  between.state.isBroken = true;
  await expect(pool.query('select 2')).rejects.toThrow('Query read timeout');
  between.state.isBroken = false;
  expect((await pool.query('select 3 as three')).rows).toEqual([{ three: 3 }]);
  await pool.end();
  between.close();
});
