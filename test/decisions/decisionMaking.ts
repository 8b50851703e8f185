import type { Role } from '../../src/access/roles';
import { toGlobalId } from '../../src/kernel/globalId';
import { answered, type Answer, type Shown, type TestCommittee } from '../support/api';

const typeOf = (verb: string): string => `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;

const decision = `id kind subjectVersion minuteRef reason newDueOn recordedBy { role } meeting { id }
  subject { id version ... on Action { status dueOn leadRole lead { role } leadAgency { id } supersededBy { id } }  }`;
const escalation = 'id version status question answer answeredOn answeredBy { role }';

const shown: Readonly<Record<string, string>> = {
  recordDecision: `decision { ${decision} } escalation { ${escalation} }`,
  signOffAction: 'action { id version status }',
  answerEscalation: `escalation { ${escalation} }`,
  addEvidence: 'action { id }',
  requestRedate: 'redateRequest { id version }',
  formSubgroup: 'subgroup { id version }',
  delegateToSubgroup: 'subgroup { id version }',
  holdAction: 'action { id version }',
  redateAction: 'action { id version }',
  respondToFinding: 'finding { id version }',
};

/** Says a verb in a role. */
export const say = (committee: TestCommittee, role: Role, verb: string, input: object): Promise<Answer> => {
  const fields = shown[verb] ?? 'meeting { id version }';
  return committee.as(role)(`mutation($input: ${typeOf(verb)}!) { ${verb}(input: $input) { ${fields} } }`, { input });
};

export const done = async (committee: TestCommittee, role: Role, verb: string, input: object): Promise<Shown> =>
  (await answered(say(committee, role, verb, input)))[verb];

export const memberOf = (committee: TestCommittee, role: Role): string => toGlobalId('Member', committee.actor(role).id);

export async function addEvidence(committee: TestCommittee, actionId: string, impactLevel = 3, kind = 'AUDIT'): Promise<void> {
  const facts = { kind, description: 'Re-audit of 20 core groups', datedOn: '2026-09-01', impactLevel };
  await done(committee, 'LEAD_OFFICER', 'addEvidence', { actionId, ...facts });
}
