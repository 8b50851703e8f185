import { answered, type Ask, type TestCommittee } from './api';

/*
 * Things made through the API, as a committee would make them; each takes what the test cares about and fills in the rest.
 */
export interface Made {
  id: string;
  ref: string;
  version: number;
}

async function say(ask: Ask, verb: string, type: string, input: object): Promise<Record<string, unknown>> {
  const document = `mutation Make($input: ${type}!) { ${verb}(input: $input) { ${fieldsOf[verb] ?? ''} } }`;
  return (await answered(ask(document, { input })))[verb] as Record<string, unknown>;
}

const made = 'id ref version';
const fieldsOf: Readonly<Record<string, string>> = {
  recordLearningSource: `source { ${made} }`,
  recordFinding: `finding { ${made} }`,
  recordRecommendation: `recommendation { ${made} }`,
  draftPlan: `plan { ${made} outcomes { id } }`,
  proposeAction: `action { ${made} }`,
  approveAction: `action { ${made} }`,
  startAction: `action { ${made} }`,
  completeAction: `action { ${made} }`,
  addEvidence: `action { ${made} }`,
  planMeeting: 'meeting { id version }',
  holdMeeting: 'meeting { id version }',
};

export async function makeSource(committee: TestCommittee, facts: object = {}): Promise<Made> {
  const input = { kind: 'MULTI_AGENCY_AUDIT', title: 'Audit of initial core groups', ...facts };
  return (await say(committee.as('LEAD_OFFICER'), 'recordLearningSource', 'RecordLearningSourceInput', input)).source as Made;
}

export async function makeFinding(
  committee: TestCommittee,
  facts: { sourceId?: string; [field: string]: unknown } = {},
): Promise<Made> {
  const sourceId = facts.sourceId ?? (await makeSource(committee)).id;
  const input = { polarity: 'CONCERN', statement: 'Core groups are often late', ...facts, sourceId };
  return (await say(committee.as('LEAD_OFFICER'), 'recordFinding', 'RecordFindingInput', input)).finding as Made;
}

export async function makeRecommendation(
  committee: TestCommittee,
  facts: { sourceId?: string; [field: string]: unknown } = {},
): Promise<Made> {
  const sourceId = facts.sourceId ?? (await makeSource(committee)).id;
  const input = { text: 'Hold core groups in time', ...facts, sourceId };
  const answer = await say(committee.as('LEAD_OFFICER'), 'recordRecommendation', 'RecordRecommendationInput', input);
  return answer.recommendation as Made;
}

export async function makePlan(committee: TestCommittee): Promise<Made & { outcomes: { id: string }[] }> {
  const input = {
    title: 'Improvement plan',
    startsOn: '2026-04-01',
    endsOn: '2028-03-31',
    outcomes: ['Children are seen in time'],
  };
  return (await say(committee.as('LEAD_OFFICER'), 'draftPlan', 'DraftPlanInput', input)).plan as Made & {
    outcomes: { id: string }[];
  };
}

/** A proposed action with all that approval needs. */
export async function makeAction(
  committee: TestCommittee,
  facts: { findingIds?: string[]; [field: string]: unknown } = {},
): Promise<Made> {
  const findingIds = facts.findingIds ?? [(await makeFinding(committee)).id];
  const input = {
    title: 'Book the core group at the planning meeting',
    changeType: 'TASK',
    intendedOutcome: 'Core groups meet within 15 working days',
    leadAgencyId: committee.agencyIds[0],
    leadRole: 'Service manager',
    dueOn: '2026-12-31',
    noMeasureReason: 'Counted by hand for now',
    ...facts,
    findingIds,
  };
  return (await say(committee.as('LEAD_OFFICER'), 'proposeAction', 'ProposeActionInput', input)).action as Made;
}

/** Says one verb of an action and gives the action as it then is. */
export async function moveAction(committee: TestCommittee, verb: string, action: Made, more: object = {}): Promise<Made> {
  const role = verb === 'approveAction' ? 'CHAIR' : 'LEAD_OFFICER';
  const type = inputOf[verb] ?? 'MoveActionInput';
  return (await say(committee.as(role), verb, type, { id: action.id, version: action.version, ...more })).action as Made;
}

const inputOf: Readonly<Record<string, string>> = { startAction: 'StartActionInput', completeAction: 'CompleteActionInput' };

export async function makeApprovedAction(
  committee: TestCommittee,
  facts: { findingIds?: string[]; [field: string]: unknown } = {},
): Promise<Made> {
  return moveAction(committee, 'approveAction', await makeAction(committee, facts));
}

export async function makeStartedAction(
  committee: TestCommittee,
  facts: { findingIds?: string[]; [field: string]: unknown } = {},
): Promise<Made> {
  return moveAction(committee, 'startAction', await makeApprovedAction(committee, facts));
}

/** Done on the day of the usual meeting, which can therefore sign it off. */
export async function makeCompletedAction(
  committee: TestCommittee,
  facts: { findingIds?: string[]; [field: string]: unknown } = {},
  day = '2026-09-14',
): Promise<Made> {
  const started = await moveAction(committee, 'startAction', await makeApprovedAction(committee, facts), { startedOn: day });
  return moveAction(committee, 'completeAction', started, { completedOn: day });
}

export interface MadeMeeting {
  id: string;
  version: number;
}

export async function makePlannedMeeting(committee: TestCommittee, facts: object = {}): Promise<MadeMeeting> {
  const input = { meetsOn: '2026-09-14', ...facts };
  return (await say(committee.as('CHAIR'), 'planMeeting', 'PlanMeetingInput', input)).meeting as MadeMeeting;
}

/** A meeting of the committee, chaired by its chair, that decisions can be recorded of. */
export async function makeHeldMeeting(committee: TestCommittee, facts: object = {}): Promise<MadeMeeting> {
  const { id, version } = await makePlannedMeeting(committee, facts);
  return (await say(committee.as('CHAIR'), 'holdMeeting', 'HoldMeetingInput', { id, version })).meeting as MadeMeeting;
}
