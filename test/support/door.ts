import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../../src/app';

export interface Listening {
  /** A GraphQL request over HTTP, with these headers. */
  post(headers: Readonly<Record<string, string | undefined>>, query?: string): Promise<Response>;
  /** The same with GET, as a report tool sends it: all of it is in the address. */
  get(headers: Readonly<Record<string, string>>, search: string): Promise<Response>;
  /** Anything else the app serves. */
  at(path: string, headers: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

export const whoAmI = '{ viewer { role committee { id } } }';

/** The app behind a real address. */
export async function listening(app: App): Promise<Listening> {
  const server = createServer((req, res) => void app.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    post: (headers, query = whoAmI) => {
      const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...Object.fromEntries(given) },
        body: JSON.stringify({ query }),
      });
    },
    at: (path, headers) => fetch(new URL(path, url), { headers }),
    get: (headers, search) => fetch(`${url}?${search}`, { headers }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
