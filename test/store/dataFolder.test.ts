import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from '../../src/store/dataFolderLock';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-lock-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const lockFile = (): string => join(folder, 'lock');
const lock = (): ReturnType<typeof lockDataFolder> => lockDataFolder(folder);

/** Another process that holds the lock until it is killed. */
async function holder(): Promise<ChildProcess> {
  const script = `
    require('@swc/core');
    const { transformFileSync } = require('@swc/core');
    require('node:module')._extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
    require(${JSON.stringify(join(__dirname, '../../src/store/dataFolderLock.ts'))}).lockDataFolder(${JSON.stringify(folder)});
    console.log('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { cwd: join(__dirname, '../..'), stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => {
      reject(new Error('The holder ended too early.'));
    });
  });
  return child;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

test('a second process is refused while the first runs, and takes over when the first was killed', async () => {
  const child = await holder();
  expect(lock).toThrow(`The data folder ${folder} is in use by process ${child.pid ?? ''}: stop that process first.`);
  await kill(child, 'SIGKILL');
  expect(readFileSync(lockFile(), 'utf8')).toContain(String(child.pid));
  lock().release();
});

test('the same process is refused too, until it lets go', () => {
  const first = lock();
  expect(lock).toThrow('stop that process first');
  first.release();
  lock().release();
});

const mine = (): { pid: number; started: string; host: string } => {
  const held = lock();
  const text = readFileSync(lockFile(), 'utf8');
  held.release();
  return JSON.parse(text) as ReturnType<typeof mine>;
};

test('a lock whose process number was given to another process is taken over', () => {
  writeFileSync(lockFile(), JSON.stringify({ ...mine(), started: 'long ago' }));
  lock().release();
});

test('a lock of another machine is left alone, and the sentence says what to do', () => {
  writeFileSync(lockFile(), JSON.stringify({ ...mine(), pid: 1, host: `not-${hostname()}` }));
  expect(lock).toThrow(`stop the service there, or remove ${lockFile()}`);
});

test('releasing removes only the own lock', () => {
  const held = lock();
  writeFileSync(lockFile(), 'of somebody else');
  held.release();
  expect(readFileSync(lockFile(), 'utf8')).toBe('of somebody else');
});

test('an unreadable lock is waited for, then given up with a sentence', () => {
  writeFileSync(lockFile(), '');
  expect(lock).toThrow('try again in a moment');
});
