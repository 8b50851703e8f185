import { runOf } from './run';
import { dropAll } from './serverDatabases';

export default async function globalTeardown(): Promise<void> {
  const { server } = runOf(process.env);
  if (server) await dropAll(server);
}
