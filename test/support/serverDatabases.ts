import { Client } from 'pg';
import type { TestServer } from './run';

export const templateOf = (server: TestServer): string => `${server.prefix}template`;

export const addressOf = (server: TestServer, database: string): string => {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.toString();
};

export const cloneTemplate = (server: TestServer, name: string): Promise<string> =>
  create(server, `${server.prefix}${name}`, `template ${templateOf(server)}`);

export const createEmpty = (server: TestServer, name: string): Promise<string> =>
  create(server, `${server.prefix}${name}`, 'template template0');

export async function dropAll(server: TestServer): Promise<void> {
  await administer(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where starts_with(datname, $1)`,
      [server.prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

async function create(server: TestServer, database: string, how: string): Promise<string> {
  await administer(server, (client) => client.query(`create database ${database} ${how}`));
  return addressOf(server, database);
}

async function administer(server: TestServer, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(server.url);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
