import type { Asker, Permission } from '../../src/access/policy';
import { whyNot } from '../../src/access/policy';
import type { Role } from '../../src/access/roles';
import { actionPolicy, mayApproveDates } from '../../src/actions/action.policy';
import { redateRequestPolicy } from '../../src/actions/redateRequest.policy';
import { cyclePolicy } from '../../src/cycles/cycle.policy';
import { agendaPolicy, escalationPolicy } from '../../src/decisions/decision.policy';
import { findingPolicy } from '../../src/findings/finding.policy';
import { memberPolicy } from '../../src/members/member.policy';
import { meetingPolicy, subgroupPolicy } from '../../src/meetings/meeting.policy';
import { planPolicy } from '../../src/plans/plan.policy';
import { recommendationPolicy } from '../../src/recommendations/recommendation.policy';
import { sourcePolicy } from '../../src/sources/source.policy';

/** The rule by which a permission refuses someone of the right role; undefined when it does not. */
function ruleOf(permission: Permission, row: object, asker: Partial<Asker>): string | undefined {
  const whole: Asker = {
    ...{ kind: 'PERSON', id: 'me', committeeId: 'ours', role: 'CHAIR', today: '2026-09-15' },
    ...{ memberIds: ['me'], agencyId: null, subgroupsDecide: false, chairedSubgroupIds: [] },
    ...asker,
  };
  return whyNot(permission, row, whole)?.details.rule;
}

const done = { status: 'COMPLETE_AWAITING_SIGN_OFF', leadMemberId: 'you', completedById: 'you', dueOn: '2026-12-31' };
const open = { status: 'IN_PROGRESS', dueOn: '2026-12-31' };
const former = { memberIds: ['me', 'me before'] };
const lead: { role: Role } = { role: 'ACTION_LEAD' };
const subgroup: { role: Role } = { role: 'SUBGROUP_CHAIR' };

test.each<[string, Permission, object, Partial<Asker>, string | undefined]>([
  ['a chair signs off what others lead', actionPolicy.signOffAction, done, {}, undefined],
  ['nobody signs off an action they lead', actionPolicy.signOffAction, { ...done, leadMemberId: 'me' }, {}, 'action.signOffOwn'],
  [
    'nor one they lead by an earlier membership',
    actionPolicy.signOffAction,
    { ...done, leadMemberId: 'me before' },
    former,
    'action.signOffOwn',
  ],
  [
    'nor what they said was done',
    actionPolicy.signOffAction,
    { ...done, completedById: 'me before' },
    former,
    'action.signOffOwnWord',
  ],
  ['an action without a lead is signed off', actionPolicy.signOffAction, { ...done, leadMemberId: null }, {}, undefined],
  [
    'nor do they embed it',
    actionPolicy.embedAction,
    { ...done, status: 'SIGNED_OFF', leadMemberId: 'me' },
    {},
    'action.signOffOwn',
  ],
  ['a subgroup chair where it is not delegated', actionPolicy.askForEvidence, done, subgroup, 'action.notDelegated'],
  ['a subgroup chair where it is', actionPolicy.askForEvidence, done, { ...subgroup, subgroupsDecide: true }, undefined],
  ['a subgroup chair for a meeting, which says what was delegated', actionPolicy.signOffAction, done, subgroup, undefined],
  ['an open action is not signed off', actionPolicy.signOffAction, { ...done, status: 'IN_PROGRESS' }, {}, 'action.transition'],
  ['a lead starts their own', actionPolicy.startAction, { status: 'APPROVED', leadMemberId: 'me' }, lead, undefined],
  [
    'a lead does not start another’s',
    actionPolicy.startAction,
    { status: 'APPROVED', leadMemberId: 'you' },
    lead,
    'action.notYours',
  ],
  ['nor one without a lead', actionPolicy.startAction, { status: 'APPROVED', leadMemberId: null }, lead, 'action.notYours'],
  [
    'nor one that was theirs by an earlier membership',
    actionPolicy.startAction,
    { status: 'APPROVED', leadMemberId: 'me before' },
    { ...lead, ...former },
    'action.notYours',
  ],
  ['the lead officer starts any', actionPolicy.startAction, { status: 'APPROVED' }, { role: 'LEAD_OFFICER' }, undefined],
  [
    'a completed action is not started again',
    actionPolicy.startAction,
    { ...done, leadMemberId: 'me' },
    lead,
    'action.transition',
  ],
  ['evidence is asked of what awaits sign-off', actionPolicy.askForEvidence, done, {}, undefined],
  ['and of nothing else', actionPolicy.askForEvidence, { status: 'ON_HOLD' }, {}, 'action.transition'],
  ['an approved action is not rewritten', actionPolicy.reviseAction, { status: 'APPROVED' }, {}, 'action.settled'],
  [
    'nobody re-dates an action they lead',
    actionPolicy.redateAction,
    { ...open, leadMemberId: 'me before' },
    former,
    'action.redateOwn',
  ],
  ['a chair re-dates what others lead', actionPolicy.redateAction, { ...open, leadMemberId: 'you' }, {}, undefined],
  ['and what nobody leads', actionPolicy.redateAction, { ...open, leadMemberId: null }, {}, undefined],
  ['a closed action is not re-dated', actionPolicy.redateAction, { status: 'STOPPED', dueOn: '2026-12-31' }, {}, 'action.redate'],
])('actions: %s', (_, permission, row, asker, rule) => {
  expect(ruleOf(permission, row, asker)).toBe(rule);
});

test.each<[Role, boolean, boolean]>([
  ['CHAIR', false, true],
  ['VICE_CHAIR', false, true],
  ['SUBGROUP_CHAIR', false, false],
  ['SUBGROUP_CHAIR', true, true],
  ['LEAD_OFFICER', true, false],
])('a new due date is approved by a %s (delegated: %s): %s', (role, subgroupsDecide, allowed) => {
  expect(mayApproveDates(role, subgroupsDecide)).toBe(allowed);
});

const forTwo = { status: 'PROPOSED', scope: 'SINGLE_AGENCY', addresseeAgencyId: 'police' };
const police: Partial<Asker> = { role: 'MEMBER', agencyId: 'police' };

test.each<[string, object, Partial<Asker>, string | undefined]>([
  ['the member of the agency it is addressed to answers', forTwo, police, undefined],
  ['the member of another does not', forTwo, { ...police, agencyId: 'health' }, 'recommendation.otherAgency'],
  ['a member of no agency does not', { ...forTwo, addresseeAgencyId: null }, { role: 'MEMBER' }, 'recommendation.otherAgency'],
  ['what is for several is the chair’s', { ...forTwo, scope: 'MULTI_AGENCY' }, police, 'recommendation.otherAgency'],
  ['the chair answers to any', forTwo, { role: 'CHAIR' }, undefined],
  ['nobody answers twice', { ...forTwo, status: 'ACCEPTED' }, police, 'recommendation.transition'],
])('recommendations: %s', (_, row, asker, rule) => {
  expect(ruleOf(recommendationPolicy.respondToRecommendation, row, asker)).toBe(rule);
});

test.each<[string, Permission, object, Partial<Asker>, string | undefined]>([
  ['the lead officer replaces a draft', findingPolicy.supersedeFinding, { status: 'DRAFT' }, { role: 'LEAD_OFFICER' }, undefined],
  [
    'what the committee has accepted only its chair replaces',
    findingPolicy.supersedeFinding,
    { status: 'ACCEPTED' },
    { role: 'LEAD_OFFICER' },
    'finding.answered',
  ],
  ['the chair does', findingPolicy.supersedeFinding, { status: 'ACCEPTED' }, {}, undefined],
  ['nothing follows a replaced finding', findingPolicy.supersedeFinding, { status: 'SUPERSEDED' }, {}, 'finding.transition'],
  ['a draft has no answer', findingPolicy.respondToFinding, { status: 'DRAFT' }, {}, 'finding.transition'],
  ['a plan in force is not revised', planPolicy.revisePlan, { status: 'ACTIVE' }, {}, 'plan.settled'],
  ['a ratified plan comes into force', planPolicy.activatePlan, { status: 'RATIFIED_BY_COG' }, {}, undefined],
  ['a reviewed one is renewed, not activated', planPolicy.activatePlan, { status: 'UNDER_REVIEW' }, {}, 'plan.transition'],
  ['a cycle under way keeps its plan', cyclePolicy.reviseCyclePlan, { status: 'DOING' }, {}, 'cycle.frozen'],
  ['observations belong to Do', cyclePolicy.recordObservation, { status: 'STUDYING' }, {}, 'cycle.notDoing'],
  ['a planned cycle has no addenda', cyclePolicy.addAddendum, { status: 'PLANNING' }, {}, 'cycle.stillPlanned'],
  ['officers gather information', sourcePolicy.takeSourceStep, { status: 'NOTIFIED' }, { role: 'LEAD_OFFICER' }, undefined],
  ['the chair does not', sourcePolicy.takeSourceStep, { status: 'NOTIFIED' }, {}, 'source.step'],
  ['the chair decides', sourcePolicy.takeSourceStep, { status: 'RECOMMENDED' }, {}, undefined],
  ['only chief officers say what they considered', sourcePolicy.takeSourceStep, { status: 'ACCEPTED_BY_CPC' }, {}, 'source.step'],
  ['nothing follows a closed source', sourcePolicy.takeSourceStep, { status: 'CLOSED' }, {}, 'source.transition'],
  ['nobody ends their own membership', memberPolicy.endMembership, { id: 'me', endedOn: null }, {}, 'access.own'],
  ['nor an earlier one', memberPolicy.linkIdentity, { id: 'me before', endedOn: null }, former, 'access.own'],
  [
    'nobody is linked to a membership that has ended',
    memberPolicy.linkIdentity,
    { id: 'you', endedOn: '2026-09-14' },
    {},
    'membership.ended',
  ],
])('%s', (_, permission, row, asker, rule) => {
  expect(ruleOf(permission, row, asker)).toBe(rule);
});

const ofCommittee = { subgroupId: null, chairId: 'you', status: 'PLANNED' };
const ofQuality = { subgroupId: 'quality', chairId: 'you', status: 'HELD' };
const chairsQuality: Partial<Asker> = { ...subgroup, chairedSubgroupIds: ['quality'] };
const waiting = { status: 'WAITING', requestedById: 'you' };

test.each<[string, Permission, object, Partial<Asker>, string | undefined]>([
  ['the chair holds any', meetingPolicy.holdMeeting, ofCommittee, {}, undefined],
  ['a subgroup chair holds none of the committee', meetingPolicy.holdMeeting, ofCommittee, chairsQuality, 'meeting.notTheirs'],
  ['nor one of it that they chair', meetingPolicy.holdMeeting, { ...ofCommittee, chairId: 'me' }, subgroup, 'meeting.notTheirs'],
  ['a subgroup chair decides at their subgroup’s', agendaPolicy.recordDecision, ofQuality, chairsQuality, undefined],
  ['and at another’s that they chair', agendaPolicy.recordDecision, { ...ofQuality, chairId: 'me' }, subgroup, undefined],
  ['and at no other', agendaPolicy.recordDecision, ofQuality, subgroup, 'meeting.notTheirs'],
  ['nothing is decided before', agendaPolicy.recordDecision, { ...ofQuality, status: 'PLANNED' }, {}, 'meeting.notHeld'],
  ['nor where there was none', agendaPolicy.recordDecision, { ...ofQuality, status: 'CANCELLED' }, {}, 'meeting.notHeld'],
  ['nor after', agendaPolicy.recordDecision, { ...ofQuality, status: 'MINUTES_AGREED' }, {}, 'meeting.minutesAgreed'],
  ['what was held stays as it was', meetingPolicy.replanMeeting, ofQuality, {}, 'meeting.planned'],
  ['and its agenda', agendaPolicy.addAgendaItem, ofQuality, {}, 'agenda.kept'],
  ['what was agreed is not deferred', agendaPolicy.deferAgendaItem, { status: 'MINUTES_AGREED' }, {}, 'agenda.settled'],
  ['nobody is added to what was cancelled', meetingPolicy.recordAttendance, { status: 'CANCELLED' }, {}, 'attendance.settled'],
  ['minutes are of a meeting', meetingPolicy.agreeMinutes, ofCommittee, {}, 'meeting.transition'],
  ['nothing is delegated to what is no more', subgroupPolicy.delegateToSubgroup, { endedOn: '2026-01-31' }, {}, 'subgroup.ended'],
  ['an escalation is answered once', escalationPolicy.answerEscalation, { status: 'ANSWERED' }, {}, 'escalation.answered'],
  ['a request is withdrawn by who made it', redateRequestPolicy.withdrawRedate, waiting, { memberIds: ['me', 'you'] }, undefined],
  ['or by the lead officer', redateRequestPolicy.withdrawRedate, waiting, { role: 'LEAD_OFFICER' }, undefined],
  ['and by nobody else', redateRequestPolicy.withdrawRedate, waiting, lead, 'redateRequest.notYours'],
  ['and settled once', redateRequestPolicy.refuseRedate, { status: 'GRANTED' }, {}, 'redateRequest.settled'],
  ['by a subgroup chair where delegated', redateRequestPolicy.refuseRedate, waiting, subgroup, 'action.notDelegated'],
])('meetings: %s', (_, permission, row, asker, rule) => {
  expect(ruleOf(permission, row, asker)).toBe(rule);
});
