import { readFileSync } from 'node:fs';
import { loadDemonstrationData } from '../../seeds/demonstration';
import { strathfinella } from '../../seeds/strathfinella/founding';
import type { Role } from '../access/roles';
import { issueToken, type Subject } from '../access/tokens';
import type { Clock } from '../kernel/clock';
import { findSubjects } from '../store/actors';
import type { Database } from '../store/database';
import { maintain } from '../store/maintenance';
import { projectFile } from './projectFile';

export interface DemonstrationParts {
  readonly dataSource: Database['dataSource'];
  readonly tokenSecret: string;
  readonly clock: Clock;
}

/** The lines to print once the address is known. */
export type Greeting = (address: string) => readonly string[];

const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Loads the demonstration data at a first start and makes tokens to try it with; called outside production only. */
export async function demonstrate({ dataSource, tokenSecret, clock }: DemonstrationParts): Promise<Greeting> {
  const [known] = await maintain(dataSource, (manager) => manager.query<object[]>('select 1 from committee limit 1'));
  if (!known) await loadDemonstrationData(dataSource, clock());
  const subjects = await findSubjects(dataSource, strathfinella.name);
  const tokenOf = (role: Role): Promise<string> | undefined => {
    const subject: Subject | undefined = subjects.get(role);
    return subject && issueToken(tokenSecret, subject, clock(), THIRTY_DAYS);
  };
  const [officer, adviser, dashboard] = await Promise.all([
    tokenOf('LEAD_OFFICER'),
    tokenOf('IMPROVEMENT_ADVISER'),
    tokenOf('PARTNER_VIEWER'),
  ]);
  return (address) => [
    ...addresses(address),
    ...(officer && adviser && dashboard ? tokens({ officer, adviser, dashboard }) : []),
    ...(officer ? firstQuery(address, officer) : []),
  ];
}

const addresses = (address: string): string[] => ['', `The API:       ${address}/graphql`, `Its explorer:  ${address}/explorer`];

const tokens = (made: { officer: string; adviser: string; dashboard: string }): string[] => [
  '',
  `Tokens for ${strathfinella.name} (invented), valid for 30 days:`,
  '',
  `Lead officer:         ${made.officer}`,
  `Improvement adviser:  ${made.adviser}`,
  `Dashboard reader:     ${made.dashboard}`,
];

/** One line that works when it is pasted into a shell: it follows a published finding to the data. */
function firstQuery(address: string, token: string): string[] {
  const body = JSON.stringify({ query: threadQuery() });
  return [
    '',
    'Follow a published finding to the data:',
    '',
    `curl -s ${address}/graphql -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}'`,
    '',
  ];
}

/** The example query in one line, without its comment. */
function threadQuery(): string {
  return readFileSync(projectFile('examples', 'thread.graphql'), 'utf8').replace(/^#.*$/gm, '').replace(/\s+/g, ' ').trim();
}
