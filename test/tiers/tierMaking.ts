import type { Role } from '../../src/access/roles';
import { toGlobalId } from '../../src/kernel/globalId';
import { answered, type Answer, type Shown, type TestCommittee } from '../support/api';

export const memberOf = (committee: TestCommittee, role: Role): string => toGlobalId('Member', committee.actor(role).id);

/** Says a verb whose input type is named after it, unless another is given. */
export function say(
  committee: TestCommittee,
  role: Role,
  verb: string,
  input: object,
  fields = 'clientMutationId',
): Promise<Answer> {
  const type = verb.startsWith('classify') ? 'ClassifyInput' : `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return committee.as(role)(`mutation Say($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input });
}

/** A group of the members in these roles; its global id. */
export async function makeGroup(committee: TestCommittee, name: string, ...members: readonly Role[]): Promise<string> {
  const input = { name, purpose: 'To look at what is particular', memberIds: members.map((role) => memberOf(committee, role)) };
  return (await answered(say(committee, 'LEAD_OFFICER', 'foundRestrictedGroup', input, 'group { id }'))).foundRestrictedGroup
    .group.id as string;
}

const node =
  'query Look($id: ID!) { node(id: $id) { id ... on Tiered { effectiveVisibility version withheld { reason fields sentence } } SHOWN } }';

/** What someone sees of a thing. */
export async function look(committee: TestCommittee, role: Role, id: string, shown = ''): Promise<Shown> {
  return (await answered(committee.as(role)(node.replace('SHOWN', shown), { id }))).node;
}
