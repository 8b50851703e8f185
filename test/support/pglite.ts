import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

/** A new database in memory: empty, or as it was when the snapshot was made. */
export async function openPglite(snapshot?: string): Promise<PGlite> {
  letPgliteTimersGo();
  const loadDataDir = snapshot === undefined ? undefined : new Blob([await readFile(snapshot)]);
  const pglite = new PGlite({ dataDir: 'memory://', ...(loadDataDir ? { loadDataDir } : {}) });
  await pglite.waitReady;
  return pglite;
}

let isPatched = false;

/** PostgreSQL's own timer starts again every ten seconds and would keep a worker alive for ever. */
function letPgliteTimersGo(): void {
  if (isPatched) return;
  isPatched = true;
  const usual = globalThis.setTimeout;
  const patched = (handler: (...args: unknown[]) => void, delay?: number, ...args: unknown[]): NodeJS.Timeout => {
    const timer = usual(handler, delay, ...args);
    if ((delay ?? 0) > 1000 && new Error().stack?.includes('setitimer')) timer.unref();
    return timer;
  };
  globalThis.setTimeout = Object.assign(patched, usual);
}
