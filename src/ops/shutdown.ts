import type { Server } from 'node:http';
import type { Health } from './health';
import type { Log } from './log';

export interface Running {
  readonly http: Server;
  readonly health: Health;
  /** Refuses new requests and waits for those that run. */
  stopAnswering(): Promise<void>;
  closeDatabase(): Promise<void>;
  readonly log: Log;
}

const PATIENCE_MS = 10_000;
const SWEEP_MS = 50;

/** Ends the process in good order at SIGTERM or SIGINT; a second signal ends it at once. */
export function shutDownOnSignal(running: Running): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void shutDown(running, signal).then((code) => process.exit(code));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** The exit code: 0 when every request was answered and the database closed. */
export async function shutDown(running: Running, reason: string, patienceMs = PATIENCE_MS): Promise<number> {
  const { health, log } = running;
  log.info('service.stopping', { reason });
  health.drain();
  try {
    const isDrained = await drain(running, patienceMs);
    if (!isDrained) log.warn('service.stopped.waiting', { seconds: patienceMs / 1000 });
    await running.closeDatabase();
    log.info('service.stopped');
    return 0;
  } catch (error) {
    log.error('service.stop.failed', { message: error instanceof Error ? error.message : 'unknown' });
    return 1;
  }
}

async function drain({ http, stopAnswering }: Running, patienceMs: number): Promise<boolean> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  // A client keeps its connection after its last answer, and the server would wait for it.
  const sweeping = setInterval(() => http.closeIdleConnections(), SWEEP_MS);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  const isDrained = await Promise.race([Promise.all([stopAnswering(), closed]).then(() => true), tooLate]);
  clearTimeout(timer);
  clearInterval(sweeping);
  http.closeAllConnections();
  return isDrained;
}
