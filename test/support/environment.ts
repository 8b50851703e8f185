import type { PGlite } from '@electric-sql/pglite';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { openPglite } from './pglite';
import { runOf } from './run';
import { cloneTemplate, createEmpty } from './serverDatabases';

/** What a test file is handed: either an address on the server under test or a PGlite. */
export type TestTarget = { url: string } | { pglite: PGlite };

export interface TestTargets {
  /** Migrated, and shared by all test files of this worker. */
  shared: TestTarget;
  /** Empty, and for the one who asks only. */
  fresh(): Promise<TestTarget>;
  /** Migrated, and for the one who asks only. */
  migrated(): Promise<TestTarget>;
}

/** A worker that took too much memory is replaced by one with the same number. */
const workerId = `${process.env.JEST_WORKER_ID ?? '1'}_${process.pid}`;

/** Lives as long as the worker: jest makes a new environment for each test file, but loads this module once. */
let shared: Promise<TestTarget> | undefined;
let freshCount = 0;

async function openMigrated(name: string): Promise<TestTarget> {
  const { server, snapshot } = runOf(process.env);
  return server ? { url: await cloneTemplate(server, name) } : { pglite: await openPglite(snapshot) };
}

async function openFresh(): Promise<TestTarget> {
  const { server } = runOf(process.env);
  return server ? { url: await createEmpty(server, nextName()) } : { pglite: await openPglite() };
}

const nextName = (): string => `${workerId}_${(freshCount += 1)}`;

export default class DatabaseEnvironment extends NodeEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    shared ??= openMigrated(workerId);
    this.global.testTargets = {
      shared: await shared,
      fresh: openFresh,
      migrated: () => openMigrated(nextName()),
    } satisfies TestTargets;
  }
}
