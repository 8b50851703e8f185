import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { loadReferenceData } from '../../seeds/reference';
import { roles } from '../access/roles';
import { issueToken } from '../access/tokens';
import { readConfig } from '../config';
import { systemClock } from '../kernel/clock';
import { StartError } from '../kernel/startError';
import { findSubjects } from '../store/actors';
import { foundCommittee, type Founding } from '../store/founding';
import { migrateUp } from '../store/migrate';
import { exitOnFailure } from './exitOnFailure';
import { tell } from './log';
import { openAsOwner } from './open';
import { tokenSecretFor } from './tokenSecret';

const NINETY_DAYS = 90 * 24 * 60 * 60;

/** `npm run found -- committee.json`: makes a committee with its people, and a token for each. */
async function main(): Promise<void> {
  const founding = readFounding(process.argv[2]);
  const config = readConfig();
  const database = await openAsOwner(config);
  try {
    await migrateUp(database);
    await loadReferenceData(database.dataSource);
    await foundCommittee(database.dataSource, founding, systemClock());
    const subjects = await findSubjects(database.dataSource, founding.name);
    tell(`${founding.name} is founded. Tokens, valid for 90 days; hand each to its person only:`);
    for (const [role, subject] of subjects) {
      tell(`${role}  ${await issueToken(tokenSecretFor(config), subject, systemClock(), NINETY_DAYS)}`);
    }
  } finally {
    await database.close();
  }
}

function readFounding(file: string | undefined): Founding {
  if (!file) throw new StartError('Say which file describes the committee: npm run found -- committee.json');
  const founding = parse(file);
  const missing = lists.filter((name) => !Array.isArray(founding[name]));
  if (typeof founding.name !== 'string' || missing.length > 0) {
    throw new StartError(`${file} needs a name and the lists ${lists.join(', ')}; see examples/committee.json.`);
  }
  const unknown = [...(founding.members ?? []), ...(founding.serviceAccounts ?? [])].find(({ role }) => !(role in roles));
  if (unknown) throw new StartError(`${file} names a role that there is not: ${unknown.role}.`);
  return { kind: 'CHILD_PROTECTION', chiefOfficersBody: 'Chief Officers Group', isInvented: false, ...founding } as Founding;
}

const lists = ['councilCodes', 'agencies', 'members', 'serviceAccounts'] as const;

function parse(file: string): Partial<Founding> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Founding>;
  } catch (error) {
    throw new StartError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}

exitOnFailure(main());
