import type { Action } from '../../src/actions/action.entity';
import type { ProposeActionInput } from '../../src/actions/action.input';
import { completeAction, redateAction, startAction } from '../../src/actions/actionProgress.service';
import { Milestone } from '../../src/actions/actionRecord.entity';
import { addEvidence, reachMilestone, updateAction } from '../../src/actions/actionRecord.service';
import { approveAction, proposeAction } from '../../src/actions/action.service';
import { addressFinding, agreeFindingResponse, assureFinding } from '../../src/actions/findingResponse.service';
import { signOffAction } from '../../src/decisions/decision.service';
import { Finding } from '../../src/findings/finding.entity';
import { activatePlan, approvePlan, draftPlan, ratifyPlan, submitPlan } from '../../src/plans/plan.service';
import { Outcome } from '../../src/plans/plan.entity';
import type { Scribe } from '../scribe';
import type { Meetings } from './meetings';
import type { Learning } from './sources';

export const SOCIAL_WORK = 'Strathfinella Council Social Work';
const HEALTH = 'NHS Strathfinella';
const EDUCATION = 'Strathfinella Council Education';
const POLICE = 'Police Scotland, Strathfinella Division';

/** The plan in force, with one outcome for each line of work. @returns the global ids of its outcomes */
export async function makePlan(scribe: Scribe): Promise<string[]> {
  const { plan } = await scribe.say('LEAD_OFFICER', '2025-01-14', draftPlan, {
    title: 'Improvement plan 2025 to 2027',
    startsOn: '2025-04-01',
    endsOn: '2027-03-31',
    outcomes: [
      'Children’s plans start in time, with everyone who delivers them',
      'Harm that builds up over time is seen',
      'Staff challenge each other’s decisions, and children know what happens next',
      'The partnership can show what difference it makes',
    ],
  });
  const at = { id: plan.globalId };
  await scribe.say('LEAD_OFFICER', '2025-02-11', submitPlan, { ...at, version: 1 });
  await scribe.say('CHAIR', '2025-02-18', approvePlan, { ...at, version: 2 });
  await scribe.say('CHIEF_OFFICER', '2025-03-04', ratifyPlan, { ...at, version: 3 });
  await scribe.say('CHAIR', '2025-04-01', activatePlan, { ...at, version: 4 });
  const outcomes = await scribe.read((store) => store.children(Outcome, 'planId', plan.id, ['position']));
  return outcomes.map(({ globalId }) => globalId);
}

interface Thread {
  readonly learning: Learning;
  readonly outcomeIds: readonly string[];
  readonly measureIds: readonly string[];
  readonly changeIdeaId: string;
  readonly meetings: Meetings;
}

/** The actions that answer the findings, each as far as it has come. */
export async function takeActions(scribe: Scribe, thread: Thread): Promise<void> {
  const { learning, outcomeIds, measureIds, changeIdeaId, meetings } = thread;
  const [inTime, seen, challenge, difference] = outcomeIds;
  await Promise.all([
    coreGroups(scribe, { learning, outcomeId: inTime, measureIds, changeIdeaId }),
    chronologies(scribe, { finding: learning.chronologies, outcomeId: seen, meetings }),
    telling(scribe, learning.telling, challenge).then((action) => meetings.escalate(action)),
    speakingUp(scribe, learning.challenge, challenge),
    outcomesReport(scribe, learning.outcomes, difference),
  ]);
}

async function coreGroups(
  scribe: Scribe,
  { learning, outcomeId, measureIds, changeIdeaId }: Omit<Thread, 'outcomeIds' | 'meetings'> & { outcomeId: string | undefined },
): Promise<void> {
  const action = await approved(scribe, '2025-01-14', {
    title: 'Hold initial core groups within 15 working days',
    changeType: 'TEST_OF_CHANGE',
    findingIds: [learning.coreGroups.globalId],
    recommendationIds: [learning.coreGroupsAdvice.globalId],
    outcomeId,
    intendedOutcome: 'Nine in ten children have their core group within 15 working days',
    leadAgencyId: scribe.agency(SOCIAL_WORK),
    leadMemberId: scribe.member('ACTION_LEAD'),
    dueOn: '2026-09-30',
    measureIds: [...measureIds],
    changeIdeaIds: [changeIdeaId],
    contributions: [
      { agencyId: scribe.agency(HEALTH), part: 'Free named nurses for core groups' },
      { agencyId: scribe.agency(EDUCATION), part: 'Name a deputy for school holidays' },
    ],
    milestones: [
      { title: 'Tested by one chair', dueOn: '2025-03-31' },
      { title: 'Tested in two localities', dueOn: '2025-12-31' },
      { title: 'In use everywhere', dueOn: '2026-06-30' },
    ],
  });
  const started = await start(scribe, '2025-02-04', action);
  await agree(scribe, '2025-02-18', learning.coreGroups);
  const [first, second, third] = await scribe.read((store) => store.children(Milestone, 'actionId', action.id, ['position']));
  await reached(scribe, '2025-03-04', first);
  await report(scribe, '2025-07-08', action, { text: 'Works for three chairs; two localities are next.', confidence: 'GREEN' });
  await reached(scribe, '2025-12-02', second);
  const redated = await scribe.say('CHAIR', '2026-01-20', redateAction, {
    ...based(started),
    dueOn: '2027-03-31',
    reason: 'Holiday cover has to be tested before it goes everywhere.',
  });
  await reached(scribe, '2026-06-30', third);
  await report(scribe, '2026-07-07', redated.action, { text: 'In use everywhere since February.', confidence: 'GREEN' });
  await evidence(scribe, '2026-07-07', redated.action, {
    kind: 'MEASURE',
    description: 'Core groups in time: seven months above the old median',
    impactLevel: 3,
  });
}

async function chronologies(
  scribe: Scribe,
  { finding, outcomeId, meetings }: Pick<Thread, 'meetings'> & { finding: Finding; outcomeId: string | undefined },
): Promise<void> {
  const action = await approved(scribe, '2025-04-08', {
    visibility: 'PARTNERSHIP',
    title: 'Agree and introduce one chronology template for all services',
    changeType: 'POLICY_PROCEDURE',
    findingIds: [finding.globalId],
    outcomeId,
    intendedOutcome: 'Every file about neglect has a shared chronology that is less than three months old',
    leadAgencyId: scribe.agency(SOCIAL_WORK),
    leadRole: 'Team manager, practice standards',
    dueOn: '2025-12-31',
    noMeasureReason: 'The audit is repeated in 2026',
  });
  await agree(scribe, '2025-04-15', finding);
  const started = await start(scribe, '2025-04-22', action);
  await evidence(scribe, '2025-11-25', started, {
    kind: 'DOCUMENT',
    description: 'The template was issued to all teams',
    impactLevel: 1,
  });
  const done = await scribe.say('LEAD_OFFICER', '2025-12-02', completeAction, based(started));
  const decision = { ...based(done.action), meetingId: await meetings.december, minuteRef: 'Item 6' };
  const signed = await scribe.say('CHAIR', '2025-12-09', signOffAction, decision);
  const reaudit = { kind: 'AUDIT', description: 'Re-audit of 40 files: a current chronology in 33', impactLevel: 3 } as const;
  await evidence(scribe, '2026-06-02', signed.action, reaudit);
  await assure(scribe, finding, await meetings.june);
}

async function telling(scribe: Scribe, finding: Finding, outcomeId: string | undefined): Promise<Action> {
  const action = await approved(scribe, '2025-10-07', {
    visibility: 'PARTNERSHIP',
    title: 'Give every child a one-page note of what happens next',
    changeType: 'TASK',
    findingIds: [finding.globalId],
    outcomeId,
    intendedOutcome: 'Children say that they know what happens next',
    leadAgencyId: scribe.agency(EDUCATION),
    leadRole: 'Participation officer',
    dueOn: '2026-03-31',
    noMeasureReason: 'Asked again in the yearly feedback',
  });
  await agree(scribe, '2025-10-14', finding);
  const started = await start(scribe, '2025-10-21', action);
  await report(scribe, '2026-05-12', started, {
    text: 'The note is drafted; young people are still to comment on it.',
    confidence: 'AMBER',
    blockedBy: 'No date with the young people’s group yet',
  });
  return started;
}

async function speakingUp(scribe: Scribe, finding: Finding, outcomeId: string | undefined): Promise<void> {
  const action = await approved(scribe, '2025-08-12', {
    visibility: 'PARTNERSHIP',
    title: 'Train all teams in the escalation protocol',
    changeType: 'TRAINING',
    findingIds: [finding.globalId],
    outcomeId,
    intendedOutcome: 'Staff say that they challenge decisions when they need to',
    leadAgencyId: scribe.agency(POLICE),
    leadRole: 'Public protection inspector',
    dueOn: '2026-10-31',
    noMeasureReason: 'Asked again in the staff survey of 2027',
  });
  await agree(scribe, '2025-08-19', finding);
  const started = await start(scribe, '2025-09-02', action);
  await evidence(scribe, '2026-06-09', started, {
    kind: 'ATTENDANCE',
    description: '310 of 540 staff have been trained',
    impactLevel: 2,
  });
  await scribe.say('LEAD_OFFICER', '2026-11-03', completeAction, based(started));
}

async function outcomesReport(scribe: Scribe, found: () => Promise<Finding>, outcomeId: string | undefined): Promise<void> {
  const finding = await found();
  await scribe.say('LEAD_OFFICER', '2026-10-13', proposeAction, {
    visibility: 'PARTNERSHIP',
    title: 'Report on difference made, not on work done, at every meeting',
    changeType: 'GOVERNANCE',
    findingIds: [finding.globalId],
    outcomeId,
    intendedOutcome: 'Each item before the committee says what changed for children',
    leadAgencyId: scribe.agency(HEALTH),
    leadRole: 'Lead nurse, child protection',
    dueOn: '2027-06-30',
    noMeasureReason: 'Judged by the next progress review',
  });
}

export async function approved(scribe: Scribe, day: string, input: ProposeActionInput): Promise<Action> {
  const { action } = await scribe.say('LEAD_OFFICER', day, proposeAction, input);
  return (await scribe.say('CHAIR', day, approveAction, based(action))).action;
}

export const start = async (scribe: Scribe, day: string, action: Action): Promise<Action> =>
  (await scribe.say('LEAD_OFFICER', day, startAction, based(action))).action;

export const based = ({ globalId, version }: Pick<Action, 'globalId' | 'version'>): { id: string; version: number } => ({
  id: globalId,
  version,
});

async function reached(scribe: Scribe, day: string, milestone: Milestone | undefined): Promise<void> {
  if (!milestone) throw new Error('This action has fewer milestones.');
  await scribe.say('LEAD_OFFICER', day, reachMilestone, { id: milestone.globalId, version: milestone.version });
}

type Report = { text: string; confidence: 'GREEN' | 'AMBER' | 'RED'; blockedBy?: string };

const report = (scribe: Scribe, day: string, action: Action, facts: Report): Promise<unknown> =>
  scribe.say('LEAD_OFFICER', day, updateAction, { actionId: action.globalId, ...facts, basis: 'FORECAST_TO_DUE_DATE' });

type Evidence = { kind: 'MEASURE' | 'DOCUMENT' | 'ATTENDANCE' | 'AUDIT'; description: string; impactLevel: number };

export const evidence = (scribe: Scribe, day: string, action: Action, facts: Evidence): Promise<unknown> =>
  scribe.say('LEAD_OFFICER', day, addEvidence, { actionId: action.globalId, ...facts, datedOn: day });

/** A meeting finds, on the evidence of the re-audit, that the finding was answered. */
async function assure(scribe: Scribe, { id, globalId }: Finding, meetingId: string): Promise<void> {
  const agreed = await scribe.read((store) => store.find(Finding, id));
  const { finding } = await scribe.say('CHAIR', '2026-06-09', addressFinding, { id: globalId, version: agreed?.version ?? 0 });
  const decision = { id: globalId, version: finding.version, meetingId, minuteRef: 'Item 3' };
  await scribe.say('CHAIR', '2026-06-09', assureFinding, decision);
}

export const agree = async (scribe: Scribe, day: string, finding: Finding): Promise<Finding> =>
  (await scribe.say('CHAIR', day, agreeFindingResponse, based(finding))).finding;
