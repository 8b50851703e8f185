import { Refusal } from './errors';

export interface Backpressure {
  /** Runs `work` when there is room for it; refuses with UNAVAILABLE when too many are waiting already. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Takes no more work and waits for what it has. */
  drain(): Promise<void>;
}

const MOST_WAITING = 100;

export function createBackpressure(maxInFlight: number, mostWaiting = MOST_WAITING): Backpressure {
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let onIdle: (() => void) | undefined;
  let drained: Promise<void> | undefined;

  const enter = async (): Promise<void> => {
    if (onIdle) throw new Refusal('UNAVAILABLE', 'The service is stopping. Please try again soon.');
    if (inFlight < maxInFlight) return void (inFlight += 1);
    if (waiting.length >= mostWaiting) throw new Refusal('UNAVAILABLE', 'The service is busy. Please try again soon.');
    await new Promise<void>((resolve) => waiting.push(resolve));
  };

  const leave = (): void => {
    const next = waiting.shift();
    // The place is handed on, not given back, so that a newcomer cannot take it first.
    if (next) return next();
    inFlight -= 1;
    if (inFlight === 0) onIdle?.();
  };

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    drain: () =>
      (drained ??= new Promise((resolve) => {
        onIdle = resolve;
        if (inFlight === 0) resolve();
      })),
  };
}
