import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { columnTypes } from './columnTypes';
import { lockDataFolder } from './dataFolderLock';

export const MEMORY = 'memory://';

/** The embedded database has one session: whoever waits longer than this for it is told so. */
const WAIT_FOR_SESSION_MS = 10_000;

/** How to reach an embedded database, and how to let go of it. */
export interface EmbeddedEngine {
  readonly connection: object;
  close(): Promise<void>;
}

const SESSION = `set time zone 'UTC'`;

export async function openEmbedded(dataDir: string): Promise<EmbeddedEngine> {
  if (dataDir === MEMORY) return ownEngine(new PGlite(MEMORY), () => undefined);
  mkdirSync(dataDir, { recursive: true });
  const lock = lockDataFolder(dataDir);
  const release = (): void => {
    lock.release();
  };
  try {
    return await ownEngine(new PGlite(join(dataDir, 'database')), release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function ownEngine(pglite: PGlite, release: () => void): Promise<EmbeddedEngine> {
  const { connection } = await borrowEmbedded(pglite);
  const close = async (): Promise<void> => {
    // Left open, PGlite's own timer keeps the process alive.
    if (!pglite.closed) await pglite.close();
    release();
  };
  return { connection, close };
}

/** For a PGlite that somebody else opened and will close. */
export async function borrowEmbedded(pglite: PGlite): Promise<EmbeddedEngine> {
  await pglite.waitReady;
  await pglite.exec(SESSION);
  const { user, password, database, connection } = createPgConfig(pglite);
  const pool = { max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: WAIT_FOR_SESSION_MS };
  return { connection: { user, password, database, connection, types: columnTypes, ...pool }, close: () => Promise.resolve() };
}
