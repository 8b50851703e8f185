import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueToken } from '../../src/access/tokens';
import type { Role } from '../../src/access/roles';
import { testSecret, type TestApi, type TestCommittee } from './api';

/** The service listening on a port of its own, as the program makes it. */
export interface Listening {
  readonly url: string;
  /** What a member in this role sends in the Authorization header. */
  authorization(committee: TestCommittee, role: Role): Promise<string>;
  close(): Promise<void>;
}

const HOUR = 3600;

export async function listening(api: TestApi): Promise<Listening> {
  const server = createServer((req, res) => void api.app.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authorization: async (committee, role) =>
      `Bearer ${await issueToken(testSecret, committee.actor(role), api.clock.now, HOUR)}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
