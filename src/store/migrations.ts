import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Class } from './database';

const FOLDER = join(__dirname, '..', '..', 'migrations');
const MIGRATION_FILE = /^\d{13}-[a-z0-9-]+\.(js|ts)$/;

const load = createRequire(__filename);

/** The files of a migrations folder, oldest first. Anything not named `<milliseconds>-what-it-does` is left alone. */
export const migrationFiles = (folder = FOLDER): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => MIGRATION_FILE.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** TypeORM's own pattern matching would also load type declarations and source maps. */
export const loadMigrations = (folder = FOLDER): Class[] => migrationFiles(folder).map(migrationIn);

function migrationIn(file: string): Class {
  const classes = Object.values(load(file) as Record<string, unknown>).filter(
    (value): value is Class => typeof value === 'function',
  );
  const [migration] = classes;
  if (!migration || classes.length > 1) throw new Error(`${file} must export exactly one migration class`);
  return migration;
}
