import type { Role } from '../../src/access/roles';
import { toGlobalId } from '../../src/kernel/globalId';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import {
  makeAction,
  makeApprovedAction,
  makeCompletedAction,
  makeFinding,
  makeHeldMeeting,
  makeStartedAction,
  moveAction,
  type Made,
} from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const act = (
  verb: string,
  type: string,
) => `mutation($input: ${type}!) { ${verb}(input: $input) { action { id ref version status dueOn
  originalDueOn startedOn completedOn reviewOn statusReason isOverdue redateCount } } }`;

const evidence = { kind: 'AUDIT', description: 'Re-audit of 20 core groups', datedOn: '2026-09-01', impactLevel: 3 };

const memberId = (role: Role): string => toGlobalId('Member', committee.actor(role).id);

async function addEvidence(action: Made, facts: object = evidence): Promise<void> {
  const document = 'mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { evidenceItem { impactLevel } } }';
  await answered(committee.as('MEMBER')(document, { input: { actionId: action.id, ...facts } }));
}

test('an action goes from proposal to ordinary work, each step by the right person', async () => {
  const action = await makeCompletedAction(committee);
  await addEvidence(action);
  await makeHeldMeeting(committee);
  const signOff = { id: action.id, version: action.version, meetingOn: '2026-09-14', minuteRef: 'Item 4' };
  const signed = (await answered(committee.as('CHAIR')(act('signOffAction', 'SignOffActionInput'), { input: signOff })))
    .signOffAction.action;
  expect(signed).toMatchObject({ status: 'SIGNED_OFF', startedOn: '2026-09-14', completedOn: '2026-09-14' });
  const input = { id: action.id, version: signed.version };
  const embedded = await answered(committee.as('CHAIR')(act('embedAction', 'MoveActionInput'), { input }));
  expect(embedded.embedAction.action.status).toBe('EMBEDDED');
  const { node } = await answered(
    committee.as('AUDITOR')(
      `query($id: ID!) { node(id: $id) { ... on Action { signOffs { meetingOn minuteRef actionVersion signedOffBy { role } } evidence { nodes { kind impactLevel } } } } }`,
      { id: action.id },
    ),
  );
  expect(node.signOffs).toEqual([
    { meetingOn: '2026-09-14', minuteRef: 'Item 4', actionVersion: action.version, signedOffBy: { role: 'CHAIR' } },
  ]);
  expect(node.evidence.nodes).toEqual([{ kind: 'AUDIT', impactLevel: 3 }]);
});

test('an action hangs directly on a finding with no recommendation between', async () => {
  const finding = await makeFinding(committee);
  const action = await makeApprovedAction(committee, { findingIds: [finding.id] });
  const { node } = await answered(
    committee.as('MEMBER')(
      'query($id: ID!) { node(id: $id) { ... on Action { ref findings { nodes { id } } recommendations { totalCount } } } }',
      { id: action.id },
    ),
  );
  expect(node).toEqual({
    ref: `${finding.ref}/A1`,
    findings: { nodes: [{ id: finding.id }] },
    recommendations: { totalCount: 0 },
  });
});

test('an action that answers nothing is refused, and nothing is recorded', async () => {
  const input = { title: 'Something', changeType: 'TASK' };
  const propose = act('proposeAction', 'ProposeActionInput');
  expect(await refusal(committee.as('LEAD_OFFICER')(propose, { input }))).toMatchObject({
    code: 'RULE_BROKEN',
    rule: 'action.orphan',
  });
  const priority = { ...input, origin: 'PLANNED_PRIORITY' };
  expect(await refusal(committee.as('LEAD_OFFICER')(propose, { input: priority }))).toMatchObject({
    rule: 'action.orphan',
    field: 'input.originReason',
  });
  expect((await answered(committee.as('MEMBER')('{ actions { totalCount } }'))).actions.totalCount).toBe(0);
});

test('an unfinished proposal cannot be approved, and every gap is named', async () => {
  const action = await makeAction(committee, { intendedOutcome: null, leadRole: null, dueOn: null });
  const input = { id: action.id, version: action.version };
  const { errors } = await committee.as('CHAIR')(act('approveAction', 'MoveActionInput'), { input });
  expect(errors[0]?.extensions).toMatchObject({ code: 'RULE_BROKEN', rule: 'action.incomplete' });
  expect((errors[0]?.extensions.fields as { field: string }[]).map(({ field }) => field)).toEqual([
    'leadRole',
    'dueOn',
    'intendedOutcome',
  ]);
});

test('re-dating keeps the original date and records reason and approver', async () => {
  const action = await makeStartedAction(committee);
  const redate = act('redateAction', 'RedateActionInput');
  const input = { id: action.id, version: action.version, dueOn: '2027-03-31', reason: 'The form has to be reprinted' };
  expect(await refusal(committee.as('LEAD_OFFICER')(redate, { input }))).toMatchObject({ rule: 'action.approver' });
  const { redateAction } = await answered(committee.as('CHAIR')(redate, { input }));
  expect(redateAction.action).toMatchObject({ originalDueOn: '2026-12-31', dueOn: '2027-03-31', redateCount: 1 });
  const { node } = await answered(
    committee.as('MEMBER')(
      'query($id: ID!) { node(id: $id) { ... on Action { dueDateChanges { nodes { fromOn toOn reason approvedBy { role } } } } } }',
      { id: action.id },
    ),
  );
  expect(node.dueDateChanges.nodes).toEqual([
    { fromOn: '2026-12-31', toOn: '2027-03-31', reason: 'The form has to be reprinted', approvedBy: { role: 'CHAIR' } },
  ]);
});

test('sign-off needs evidence, and is refused to the lead of the action', async () => {
  const leadMemberId = memberId('CHAIR');
  const action = await makeCompletedAction(committee, { leadMemberId });
  await makeHeldMeeting(committee, { chairId: memberId('VICE_CHAIR') });
  const input = { id: action.id, version: action.version, meetingOn: '2026-09-14', minuteRef: 'Item 4' };
  const signOff = act('signOffAction', 'SignOffActionInput');
  expect(await refusal(committee.as('VICE_CHAIR')(signOff, { input }))).toMatchObject({
    rule: 'action.evidence',
    field: 'input.id',
  });
  await addEvidence(action);
  expect(await refusal(committee.as('CHAIR')(signOff, { input }))).toMatchObject({ rule: 'action.signOffOwn' });
  const { signOffAction } = await answered(committee.as('VICE_CHAIR')(signOff, { input }));
  expect(signOffAction.action.status).toBe('SIGNED_OFF');
});

test('an action lead moves only the actions they lead', async () => {
  const others = await makeApprovedAction(committee);
  const leadMemberId = memberId('ACTION_LEAD');
  const own = await makeApprovedAction(committee, { leadMemberId });
  const start = act('startAction', 'StartActionInput');
  const asLead = committee.as('ACTION_LEAD');
  expect((await refusal(asLead(start, { input: { id: others.id, version: others.version } }))).code).toBe('FORBIDDEN');
  const { startAction } = await answered(asLead(start, { input: { id: own.id, version: own.version } }));
  expect(startAction.action.status).toBe('IN_PROGRESS');
});

test('an action on hold says why and until when, and is overdue all the same', async () => {
  const action = await makeStartedAction(committee, { dueOn: '2026-09-14' });
  const input = { id: action.id, version: action.version, reason: 'Waits for the court', reviewOn: '2026-11-01' };
  const { holdAction } = await answered(committee.as('LEAD_OFFICER')(act('holdAction', 'HoldActionInput'), { input }));
  expect(holdAction.action).toMatchObject({
    status: 'ON_HOLD',
    statusReason: 'Waits for the court',
    reviewOn: '2026-11-01',
    isOverdue: true,
  });
});

test('an action is replaced only by one that goes on', async () => {
  const [action, proposed, heir] = [
    await makeStartedAction(committee),
    await makeAction(committee),
    await makeApprovedAction(committee),
  ];
  const replace = (by: Made) =>
    committee.as('CHAIR')(act('supersedeAction', 'SupersedeActionInput'), {
      input: { id: action.id, version: action.version, supersededById: by.id },
    });
  expect(await refusal(replace(proposed))).toMatchObject({ rule: 'action.successor', field: 'input.supersededById' });
  expect((await answered(replace(heir))).supersedeAction.action.status).toBe('SUPERSEDED');
});

test('a move that the life cycle does not know is refused by name and changes nothing', async () => {
  const action = await makeAction(committee);
  const input = { id: action.id, version: action.version };
  const start = committee.as('LEAD_OFFICER')(act('startAction', 'StartActionInput'), { input });
  expect(await refusal(start)).toEqual({
    code: 'RULE_BROKEN',
    rule: 'action.transition',
    field: 'input.id',
    message: 'This action is PROPOSED and cannot become IN_PROGRESS. From there it can become APPROVED.',
  });
  const again = await moveAction(committee, 'approveAction', action);
  expect(again.version).toBe(action.version + 1);
});
