import { readFileSync } from 'node:fs';
import { roles } from '../access/roles';
import type { Config } from '../config';
import { StartError } from '../kernel/startError';
import type { Founding } from '../store/founding';

const lists = ['councilCodes', 'agencies', 'members', 'serviceAccounts'] as const;

/** The committee that a file describes; see examples/committee.json. */
export function readFounding(file: string | undefined, config: Pick<Config, 'issuers' | 'production'>): Founding {
  if (!file) throw new StartError('Say which file describes the committee: npm run found -- committee.json');
  const founding = parse(file);
  const missing = lists.filter((name) => !Array.isArray(founding[name]));
  if (typeof founding.name !== 'string' || missing.length > 0) {
    throw new StartError(`${file} needs a name and the lists ${lists.join(', ')}; see examples/committee.json.`);
  }
  const unknown = [...(founding.members ?? []), ...(founding.serviceAccounts ?? [])].find(({ role }) => !(role in roles));
  if (unknown) throw new StartError(`${file} names a role that there is not: ${unknown.role}.`);
  requireIdentities(file, founding.members ?? [], config);
  return { kind: 'CHILD_PROTECTION', chiefOfficersBody: 'Chief Officers Group', isInvented: false, ...founding } as Founding;
}

/** Without development tokens somebody has to be able to sign in, to let the others in. */
function requireIdentities(
  file: string,
  members: Founding['members'],
  { issuers, production }: Pick<Config, 'issuers' | 'production'>,
): void {
  const identities = members.flatMap(({ identity }) => (identity ? [identity] : []));
  const isKnown = (issuer: string): boolean => issuers.length === 0 || issuers.some((known) => known.issuer === issuer);
  if (identities.some(({ issuer, subject }) => !issuer || !subject || !isKnown(issuer)))
    throw new StartError(`${file} links an account of an issuer that is not configured, or without a subject.`);
  const hasAdministrator = members.some(({ role, identity }) => role === 'ADMIN' && identity !== undefined);
  if (production && issuers.length > 0 && !hasAdministrator) {
    throw new StartError(
      `${file} needs a member in the role ADMIN with an identity (issuer and subject), who lets the others in.`,
    );
  }
}

function parse(file: string): Partial<Founding> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Founding>;
  } catch (error) {
    throw new StartError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
