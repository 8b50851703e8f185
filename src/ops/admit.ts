import 'reflect-metadata';
import { readConfig } from '../config';
import { systemClock } from '../kernel/clock';
import { StartError } from '../kernel/startError';
import { admitAdministrator } from '../store/founding';
import { migrateUp } from '../store/migrate';
import { exitOnFailure } from './exitOnFailure';
import { tell } from './log';
import { openAsOwner } from './open';

/**
 * `npm run admit -- COMMITTEE ISSUER SUBJECT`: a first administrator for a committee that was founded before there were
 * issuers, or another for one that has lost its last. It takes the database's own password, so only the operator can.
 */
async function main(): Promise<void> {
  const [committee, issuer, subject] = process.argv.slice(2);
  if (!committee || !issuer || !subject) throw new StartError('Say whom to let in: npm run admit -- COMMITTEE ISSUER SUBJECT');
  const config = readConfig();
  if (config.issuers.length > 0 && !config.issuers.some((known) => known.issuer === issuer)) {
    throw new StartError(`${issuer} is no issuer that is configured.`);
  }
  const database = await openAsOwner(config);
  try {
    await migrateUp(database);
    const isIn = await admitAdministrator(database.dataSource, committee, { issuer, subject }, systemClock());
    if (!isIn) throw new StartError(`There is no committee called "${committee}", or this account signs in there already.`);
    tell(`This account is an administrator of ${committee} now.`);
  } finally {
    await database.close();
  }
}

exitOnFailure(main());
