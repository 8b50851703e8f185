export interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: { readonly status: 'ok' | 'draining' | 'database unavailable' };
}

export interface Health {
  /** Whether this process runs at all. It never asks the database: a restart would not mend that. */
  live(): HealthAnswer;
  /** Whether requests should be sent here. */
  ready(): Promise<HealthAnswer>;
  drain(): void;
  readonly isDraining: boolean;
}

const PATIENCE_MS = 2_000;

const ok: HealthAnswer = { status: 200, body: { status: 'ok' } };
const draining: HealthAnswer = { status: 503, body: { status: 'draining' } };
const unavailable: HealthAnswer = { status: 503, body: { status: 'database unavailable' } };

export function createHealth(query: (sql: string) => Promise<unknown>, patienceMs = PATIENCE_MS): Health {
  let isDraining = false;
  let running: Promise<unknown> | undefined;

  /** Probes share one question, so that a database which hangs does not collect them. */
  const asked = (): Promise<unknown> =>
    (running ??= query('select 1').finally(() => {
      running = undefined;
    }));

  return {
    live: () => ok,
    ready: async () => {
      if (isDraining) return draining;
      const answers = await within(patienceMs, asked());
      return answers ? ok : unavailable;
    },
    drain: () => {
      isDraining = true;
    },
    get isDraining() {
      return isDraining;
    },
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, false);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, tooLate]).finally(() => {
    clearTimeout(timer);
  });
}
