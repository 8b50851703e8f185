import 'reflect-metadata';
import { readConfig } from '../config';
import { StartError } from '../kernel/startError';
import type { Database } from '../store/database';
import { migrateDown, migrateUp, migrationStatus } from '../store/migrate';
import { exitOnFailure } from './exitOnFailure';
import { tell } from './log';
import { openAsOwner } from './open';

type Command = (database: Database) => Promise<readonly string[]>;

const up: Command = async (database) => {
  const applied = await migrateUp(database);
  return applied.length > 0 ? applied.map((name) => `applied  ${name}`) : ['Nothing to apply.'];
};

const down: Command = async (database) => {
  const undone = await migrateDown(database);
  return undone.length > 0 ? undone.map((name) => `undone   ${name}`) : ['Nothing to undo.'];
};

const status: Command = async (database) => {
  const { applied, pending } = await migrationStatus(database);
  return [...applied.toReversed().map((name) => `applied  ${name}`), ...pending.map((name) => `pending  ${name}`)];
};

const commands = new Map([
  ['up', up],
  ['down', down],
  ['status', status],
]);

/** `npm run migrate -- up|down|status`, on the database that DATABASE_URL or DATA_DIR names. */
async function main(): Promise<void> {
  const command = commands.get(process.argv[2] ?? '');
  if (!command) throw new StartError('Say what to do: npm run migrate -- up, down (undoes the newest one) or status.');
  const database = await openAsOwner(readConfig());
  try {
    (await command(database)).forEach(tell);
  } finally {
    await database.close();
  }
}

exitOnFailure(main());
