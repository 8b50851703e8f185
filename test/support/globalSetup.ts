import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseOptions, openDatabase } from '../../src/store/database';
import { migrateUp } from '../../src/store/migrate';
import { loadMigrations, migrationFiles } from '../../src/store/migrations';
import { openPglite } from './pglite';
import { announce, type TestServer } from './run';
import { addressOf, createEmpty, dropAll, templateOf } from './serverDatabases';

const A_DAY_MS = 86_400_000;
const CACHE = join(__dirname, '..', '..', 'node_modules', '.cache', 'golden-thread');

export default async function globalSetup(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) await prepareServer({ url, prefix: `golden_thread_${process.pid}_` });
  else announce({ snapshot: await migratedSnapshot() });
}

async function prepareServer(server: TestServer): Promise<void> {
  announce({ server });
  await dropAll(server);
  await createEmpty(server, 'template');
  await migrated({ url: addressOf(server, templateOf(server)) });
}

/** Migrating an embedded database takes seconds, so its files are kept until a migration changes. */
async function migratedSnapshot(): Promise<string> {
  const file = join(CACHE, `${fingerprint()}.tar`);
  if (existsSync(file)) return file;
  const pglite = await openPglite();
  await migrated({ pglite });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(CACHE, { recursive: true });
  dropOldSnapshots();
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** Another run may still be reading a recent one. */
function dropOldSnapshots(): void {
  for (const file of readdirSync(CACHE).map((name) => join(CACHE, name))) {
    if (Date.now() - statSync(file).mtimeMs > A_DAY_MS) rmSync(file, { force: true });
  }
}

async function migrated(target: Pick<DatabaseOptions, 'url' | 'pglite'>): Promise<void> {
  const database = await openDatabase({ ...target, entities: [], migrations: loadMigrations() });
  await migrateUp(database);
  await database.close();
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const pglite = join(__dirname, '..', '..', 'node_modules', '@electric-sql', 'pglite', 'package.json');
  for (const file of [pglite, ...migrationFiles()]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}
