import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../kernel/clock';
import { StartError } from '../kernel/startError';

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  started: string;
  host: string;
}

const ATTEMPTS = 20;
const PAUSE_MS = 50;
const ABANDONED_MS = 5000;

/** A process that was killed keeps its number until its parent looks, which in a container may be never. */
const ENDED = 'ended';

/**
 * PGlite does not lock its folder, and two processes in one folder lose acknowledged rows. Take this BEFORE opening it.
 * A lock left by a process that died is taken over.
 */
export function lockDataFolder(folder: string): FolderLock {
  const file = join(folder, 'lock');
  const mine = JSON.stringify(thisProcess());
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (createFile(file, mine)) return heldLock(file, mine);
    const found = readIfPresent(file);
    const holder = parseHolder(found);
    if (holder && isRunning(holder)) throw new StartError(refusal(folder, file, holder));
    // An unreadable lock may just now be being written by its owner.
    if (holder || isAbandoned(file)) removeStale(file, found);
    pause();
  }
  throw new StartError(`The data folder ${folder} is being opened by several processes at once: try again in a moment.`);
}

function heldLock(file: string, mine: string): FolderLock {
  const release = (): void => {
    process.off('exit', release);
    if (readIfPresent(file) === mine) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release };
}

/** Two processes that find the same stale lock must not both remove it: the second would remove the first one's new lock. */
function removeStale(file: string, expected: string | undefined): void {
  const takeover = `${file}.takeover`;
  if (!createFile(takeover, '')) {
    if (isAbandoned(takeover)) rmSync(takeover, { force: true });
    return;
  }
  try {
    if (readIfPresent(file) === expected) rmSync(file, { force: true });
  } finally {
    rmSync(takeover, { force: true });
  }
}

function refusal(folder: string, file: string, holder: Holder): string {
  if (holder.host === hostname()) return `The data folder ${folder} is in use by process ${holder.pid}: stop that process first.`;
  return `The data folder ${folder} is in use on ${holder.host}: stop the service there, or remove ${file} if it no longer runs.`;
}

/** A process of another machine or container cannot be looked at, so it counts as running. */
function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  return isAlive(holder.pid) && (holder.started === '' || holder.started === startOf(holder.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const thisProcess = (): Holder => ({ pid: process.pid, started: startOf(process.pid), host: hostname() });

/** Tells a process from a later one that was given the same number; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces; the state follows it, and the start time is the 20th field from there.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return ENDED;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19] ?? ''}`;
  } catch {
    return '';
  }
}

function parseHolder(text: string | undefined): Holder | undefined {
  try {
    const { pid, started, host } = JSON.parse(text ?? '') as Partial<Holder>;
    return pid !== undefined && started !== undefined && host !== undefined ? { pid, started, host } : undefined;
  } catch {
    return undefined;
  }
}

function createFile(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isAbandoned(file: string): boolean {
  try {
    return systemClock().getTime() - statSync(file).mtimeMs > ABANDONED_MS;
  } catch {
    return false;
  }
}

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
