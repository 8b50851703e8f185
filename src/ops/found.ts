import 'reflect-metadata';
import { loadReferenceData } from '../../seeds/reference';
import { hashOfKey, newServiceKey, type PresentedKey } from '../access/serviceKey';
import { issueToken } from '../access/tokens';
import { type Config, readConfig } from '../config';
import { systemClock } from '../kernel/clock';
import { addDays, dateAt } from '../kernel/localDate';
import { findSubjects } from '../store/actors';
import type { Database } from '../store/database';
import { foundCommittee, type Founding } from '../store/founding';
import { migrateUp } from '../store/migrate';
import { exitOnFailure } from './exitOnFailure';
import { readFounding } from './foundingFile';
import { tell } from './log';
import { openAsOwner } from './open';
import { tokenSecretFor } from './tokenSecret';

const NINETY = 90;
const NINETY_DAYS = NINETY * 24 * 60 * 60;

/** `npm run found -- committee.json`: makes a committee with its people, and says how each signs in. */
async function main(): Promise<void> {
  const config = readConfig();
  const founding = readFounding(process.argv[2], config);
  const database = await openAsOwner(config);
  try {
    await migrateUp(database);
    await loadReferenceData(database.dataSource);
    const keys = founding.serviceAccounts.map(() => newServiceKey());
    await foundCommittee(database.dataSource, withKeys(founding, keys), systemClock());
    tell(`${founding.name} is founded.`);
    tellAccounts(founding);
    tellKeys(founding, keys);
    if (!config.production) await tellTokens(database, config, founding);
  } finally {
    await database.close();
  }
}

/** The first keys last as long as the tokens did; those who manage access issue the next. */
function withKeys(founding: Founding, keys: readonly PresentedKey[]): Founding {
  const expiresOn = addDays(dateAt(systemClock()), NINETY);
  const serviceAccounts = founding.serviceAccounts.map((account, index) => {
    const { keyId, key } = keys[index] ?? newServiceKey();
    return { ...account, firstKey: { keyId, keyHash: hashOfKey(key), expiresOn } };
  });
  return { ...founding, serviceAccounts };
}

function tellKeys({ serviceAccounts }: Founding, keys: readonly PresentedKey[]): void {
  if (keys.length > 0) tell(`Keys, valid for ${NINETY} days and shown this once:`);
  serviceAccounts.forEach(({ displayName, role }, index) => tell(`${role}  ${displayName}  ${keys[index]?.key}`));
}

function tellAccounts({ members }: Founding): void {
  for (const { displayName, role, identity } of members) {
    if (identity) tell(`${role}  ${displayName} signs in with an account of ${identity.issuer}`);
  }
}

async function tellTokens({ dataSource }: Database, config: Config, { name }: Founding): Promise<void> {
  tell('Development tokens, valid for 90 days; hand each to its person only:');
  for (const [role, subject] of await findSubjects(dataSource, name)) {
    tell(`${role}  ${await issueToken(tokenSecretFor(config), subject, systemClock(), NINETY_DAYS)}`);
  }
}

exitOnFailure(main());
