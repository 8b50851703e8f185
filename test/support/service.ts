import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The real program in a process of its own, as `npm start` runs it once it is built. */
export interface Service {
  readonly url: string;
  /** Everything it has printed so far. */
  output(): string;
  token(name: 'Lead officer' | 'Improvement adviser' | 'Dashboard reader'): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

type Settings = Readonly<Record<string, string | undefined>>;

const basis = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', HOST: '127.0.0.1' };

function launch(settings: Settings): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['dist/src/main.js'], { env: { ...basis, ...settings } });
  let text = '';
  const add = (chunk: Buffer) => (text += chunk.toString());
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  return { child, output: () => text };
}

/** Runs it to its end; for starts that must be refused. */
export async function runToEnd(settings: Settings): Promise<Ended> {
  const { child, output } = launch(settings);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

export async function startService(settings: Settings): Promise<Service> {
  const { child, output } = launch(settings);
  const ended = once(child, 'close') as Promise<[number | null]>;
  await Promise.race([
    untilPrinted(output, settings.NODE_ENV === 'production' ? /"event":"service.started".*\n/ : /\ncurl .*\n/),
    ended.then(() => {
      throw new Error(`It ended while starting:\n${output()}`);
    }),
  ]);
  const port = /"port":(\d+)/.exec(output())?.[1];
  return {
    url: `http://127.0.0.1:${port}`,
    output,
    token: (name) => new RegExp(`${name}:\\s+(\\S+)`).exec(output())?.[1] ?? '',
    kill: async (signal) => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

async function untilPrinted(output: () => string, pattern: RegExp): Promise<void> {
  while (!pattern.test(output())) await new Promise((resolve) => setTimeout(resolve, 50));
}

export async function post(
  service: Service,
  token: string,
  body: object,
): Promise<{ data?: never; errors?: unknown[] } & Record<string, never>> {
  const answer = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { data?: never; errors?: unknown[] } & Record<string, never>;
}
