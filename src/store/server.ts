import { columnTypes } from './columnTypes';
import { SafeClient } from './safeClient';

const POOL_SIZE = 10;

/** The server gives up on a statement before we give up on the server, so that the connection stays usable. */
const TIMEOUTS = {
  connectionTimeoutMillis: 3_000,
  lock_timeout: 3_000,
  statement_timeout: 10_000,
  query_timeout: 15_000,
  idle_in_transaction_session_timeout: 15_000,
};

export const serverConnection = (url: string, poolSize = POOL_SIZE): object => ({
  connectionString: url,
  max: poolSize,
  Client: SafeClient,
  types: columnTypes,
  keepAlive: true,
  application_name: 'golden-thread',
  options: '-c TimeZone=UTC',
  ...TIMEOUTS,
});
