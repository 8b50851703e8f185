import {
  actionMoves,
  isOverdue,
  requireComplete,
  requireEmbeddable,
  requireGoesOn,
  requireOrigin,
  requireOtherDate,
  requireOtherLead,
} from '../../src/actions/action.rules';
import type { ActionStatus } from '../../src/actions/action.enums';
import { type Refusal } from '../../src/kernel/errors';
import { mayMove, requireMove } from '../../src/kernel/machine';

const legal: readonly string[] = [
  'DRAFT PROPOSED',
  'PROPOSED APPROVED',
  'APPROVED IN_PROGRESS',
  'APPROVED STOPPED',
  'APPROVED SUPERSEDED',
  'IN_PROGRESS COMPLETE_AWAITING_SIGN_OFF',
  'IN_PROGRESS ON_HOLD',
  'IN_PROGRESS STOPPED',
  'IN_PROGRESS SUPERSEDED',
  'ON_HOLD IN_PROGRESS',
  'ON_HOLD STOPPED',
  'ON_HOLD SUPERSEDED',
  'COMPLETE_AWAITING_SIGN_OFF SIGNED_OFF',
  'COMPLETE_AWAITING_SIGN_OFF IN_PROGRESS',
  'SIGNED_OFF EMBEDDED',
  'SIGNED_OFF REOPENED',
  'EMBEDDED REOPENED',
  'REOPENED IN_PROGRESS',
];
const statuses = Object.keys(actionMoves) as ActionStatus[];
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

function ruleOf(act: () => void): string | undefined {
  try {
    act();
  } catch (error) {
    return (error as Refusal).details.rule;
  }
  return undefined;
}

test.each(pairs)('%s to %s is as the life cycle says', (from, to) => {
  const isLegal = legal.includes(`${from} ${to}`);
  expect(mayMove(actionMoves, from, to)).toBe(isLegal);
  expect(ruleOf(() => requireMove(actionMoves, 'action', from, to))).toBe(isLegal ? undefined : 'action.transition');
});

test.each([
  ['APPROVED', '2026-09-14', true],
  ['IN_PROGRESS', '2026-09-14', true],
  ['ON_HOLD', '2026-09-14', true],
  ['REOPENED', '2026-09-14', true],
  ['IN_PROGRESS', '2026-09-15', false],
  ['IN_PROGRESS', null, false],
  ['DRAFT', '2026-09-14', false],
  ['COMPLETE_AWAITING_SIGN_OFF', '2026-09-14', false],
  ['SIGNED_OFF', '2026-09-14', false],
  ['STOPPED', '2026-09-14', false],
] as const)('%s and due on %s on 15 September is overdue: %s', (status, dueOn, expected) => {
  expect(isOverdue({ status, dueOn }, '2026-09-15')).toBe(expected);
});

test('approval names everything that is missing, at once', () => {
  const empty = {
    leadAgencyId: null,
    leadRole: null,
    leadMemberId: null,
    dueOn: null,
    intendedOutcome: null,
    noMeasureReason: null,
  };
  try {
    requireComplete(empty, 0);
    throw new Error('It was approved.');
  } catch (error) {
    const { details } = error as Refusal;
    expect(details.rule).toBe('action.incomplete');
    expect(details.fields?.map(({ field }) => field)).toEqual([
      'leadAgencyId',
      'leadRole',
      'dueOn',
      'intendedOutcome',
      'measureIds',
    ]);
  }
});

test.each([
  ['a measure and no reason', 1, null, undefined],
  ['no measure but a reason', 0, 'Counted by hand', undefined],
  ['neither', 0, null, 'action.incomplete'],
])('success needs a measure or the reason why there is none: %s', (_, measures, noMeasureReason, rule) => {
  const action = {
    leadAgencyId: 'a',
    leadRole: 'post',
    leadMemberId: null,
    dueOn: '2026-12-31',
    intendedOutcome: 'x',
    noMeasureReason,
  };
  expect(ruleOf(() => requireComplete(action, measures))).toBe(rule);
});

test.each([
  ['FINDING', null, 1, undefined],
  ['FINDING', null, 0, 'action.orphan'],
  ['FINDING', 'a reason does not help', 0, 'action.orphan'],
  ['PLANNED_PRIORITY', 'The chief officers asked for it', 0, undefined],
  ['PLANNED_PRIORITY', '  ', 0, 'action.orphan'],
  ['PLANNED_PRIORITY', null, 3, 'action.orphan'],
])('origin %s with reason %s and %s findings', (origin, originReason, findings, rule) => {
  expect(ruleOf(() => requireOrigin({ origin, originReason }, findings))).toBe(rule);
});

test.each([
  ['TASK', [3], [], undefined],
  ['TASK', [1, 2], [], 'action.impact'],
  ['TASK', [], [], 'action.impact'],
  ['TEST_OF_CHANGE', [4], ['IMPLEMENTING'], undefined],
  ['TEST_OF_CHANGE', [4], ['TESTING', 'ABANDONED'], 'action.adopted'],
] as const)('embedding a %s with impact %j and ideas %j', (changeType, levels, ideas, rule) => {
  expect(ruleOf(() => requireEmbeddable(changeType, levels, ideas))).toBe(rule);
});

test.each(statuses)('an action that is %s goes on for another only when it is approved and not over', (status) => {
  const goesOn = ['APPROVED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED', 'COMPLETE_AWAITING_SIGN_OFF'].includes(status);
  const rule = ruleOf(() => requireGoesOn({ ref: 'A1', status }, 'input.supersededById'));
  expect(rule).toBe(goesOn ? undefined : 'action.successor');
});

test.each([
  ['2026-12-31', '2026-09-15', 'action.sameDueDate'],
  ['2026-09-14', '2026-09-15', 'action.dueBeforeStart'],
  ['2026-09-15', '2026-09-15', undefined],
  ['2026-01-01', null, undefined],
])('a new due date of %s for what started on %s: %s', (wantedOn, startedOn, expected) => {
  expect(ruleOf(() => requireOtherDate({ dueOn: '2026-12-31', startedOn }, wantedOn))).toBe(expected);
});

const led = { leadAgencyId: 'a', leadMemberId: null, leadRole: 'Inspector' };
test.each([
  ['the same post', led, 'action.sameLead'],
  ['another post', { ...led, leadRole: 'Sergeant' }, undefined],
  ['another agency', { ...led, leadAgencyId: 'b' }, undefined],
  ['a member', { ...led, leadMemberId: 'm', leadRole: null }, undefined],
] as const)('given to %s', (_, after, expected) => {
  expect(ruleOf(() => requireOtherLead(led, after, { leadRole: after.leadRole }))).toBe(expected);
});
