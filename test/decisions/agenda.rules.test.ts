import type { ActionStatus } from '../../src/actions/action.enums';
import type { Rating } from '../../src/actions/rating.rules';
import { AgendaKind } from '../../src/decisions/agenda.enums';
import { agendaOrder, isForBody, whyAction, type ActionOnAgenda } from '../../src/decisions/agenda.rules';

const TODAY = '2026-09-15';
const green: Rating = { colour: 'GREEN', reason: 'ON_TRACK', daysPast: -100 };
const amber: Rating = { colour: 'AMBER', reason: 'BLOCKED', daysPast: -100 };
const grey: Rating = { colour: 'GREY', reason: 'NOT_STARTED', daysPast: -100 };
const overdue: Rating = { colour: 'RED', reason: 'OVERDUE', daysPast: 77 };
const original = 'Against the original date: It is 77 days overdue.';
const red: Rating = { colour: 'RED', reason: 'HELD_PAST_DATE', daysPast: -100 };

const action = (status: ActionStatus, more: Partial<ActionOnAgenda> = {}): ActionOnAgenda => ({
  ...{ status, dueOn: '2026-12-31', originalDueOn: '2026-12-31', completedOn: null, reviewOn: null },
  ...{ redateCount: 0, impactLevels: [], now: green, againstOriginal: green, forecast: green, confidence: null },
  ...more,
});

const late = { dueOn: '2026-09-14', originalDueOn: '2026-06-30' };

const cases: readonly [string, ActionOnAgenda, readonly (readonly [AgendaKind, string])[]][] = [
  ['on track', action('IN_PROGRESS'), []],
  ['a draft that is late', action('DRAFT', late), []],
  [
    'said to be done, without evidence',
    action('COMPLETE_AWAITING_SIGN_OFF', { completedOn: '2026-09-01', now: amber }),
    [['AWAITING_SIGN_OFF', 'Said to be done on 1 September 2026; no evidence yet.']],
  ],
  [
    'said to be done, with evidence',
    action('COMPLETE_AWAITING_SIGN_OFF', { impactLevels: [1, 3, 2] }),
    [['AWAITING_SIGN_OFF', 'Said to be done; 3 pieces of evidence, the highest of impact level 3.']],
  ],
  ['overdue', action('APPROVED', { ...late, originalDueOn: late.dueOn }), [['OVERDUE', 'Due on 14 September 2026, a day ago.']]],
  [
    'overdue after re-dating',
    action('IN_PROGRESS', { ...late, redateCount: 1, now: amber }),
    [['OVERDUE', 'Due on 14 September 2026, a day ago; originally due on 30 June 2026.']],
  ],
  [
    'at risk',
    action('IN_PROGRESS', { now: amber }),
    [['RATED_AMBER', 'The latest report says that something stands in the way.']],
  ],
  ['not to be delivered', action('ON_HOLD', { forecast: red }), [['RATED_RED', 'It is on hold until this date or later.']]],
  [
    'reported with red confidence, and amber',
    action('IN_PROGRESS', { now: amber, confidence: { colour: 'RED', asAtOn: '2026-09-01' } }),
    [['CONFIDENCE_RED', 'Confidence was reported as red on 1 September 2026.']],
  ],
  ['reported with amber confidence', action('IN_PROGRESS', { confidence: { colour: 'AMBER', asAtOn: '2026-09-01' } }), []],
  ['red confidence in what is signed off', action('SIGNED_OFF', { confidence: { colour: 'RED', asAtOn: '2026-09-01' } }), []],
  [
    'red, also as reported',
    action('IN_PROGRESS', { forecast: red, confidence: { colour: 'RED', asAtOn: '2026-09-01' } }),
    [['RATED_RED', 'It is on hold until this date or later.']],
  ],
  [
    'red and amber',
    action('IN_PROGRESS', { now: amber, forecast: red }),
    [['RATED_RED', 'It is on hold until this date or later.']],
  ],
  [
    'on hold past the day to look again',
    action('ON_HOLD', { reviewOn: '2026-09-14', now: amber }),
    [['HOLD_REVIEW_PASSED', 'On hold; to be looked at again on 14 September 2026.']],
  ],
  ['on hold until today', action('ON_HOLD', { reviewOn: TODAY }), []],
  ['re-dated once, and no better for it', action('IN_PROGRESS', { redateCount: 1 }), []],
  [
    'green only because re-dated once',
    action('IN_PROGRESS', { redateCount: 1, originalDueOn: '2026-06-30', againstOriginal: overdue }),
    [['BETTER_BY_REDATING', `Re-dated from 30 June 2026 to 31 December 2026. ${original}`]],
  ],
  [
    'grey only because re-dated once',
    action('APPROVED', { redateCount: 1, originalDueOn: '2026-06-30', now: grey, againstOriginal: overdue }),
    [['BETTER_BY_REDATING', `Re-dated from 30 June 2026 to 31 December 2026. ${original}`]],
  ],
  [
    'amber, and red against the original date',
    action('IN_PROGRESS', { redateCount: 1, originalDueOn: '2026-06-30', now: amber, againstOriginal: overdue }),
    [
      ['RATED_AMBER', 'The latest report says that something stands in the way.'],
      ['BETTER_BY_REDATING', `Re-dated from 30 June 2026 to 31 December 2026. ${original}`],
    ],
  ],
  [
    're-dated twice',
    action('IN_PROGRESS', { redateCount: 2, originalDueOn: '2026-06-30' }),
    [['REDATED_OFTEN', 'Re-dated 2 times, from 30 June 2026 to 31 December 2026.']],
  ],
  [
    're-dated twice and said to be done',
    action('COMPLETE_AWAITING_SIGN_OFF', { redateCount: 2, originalDueOn: '2026-06-30', againstOriginal: overdue }),
    [
      ['AWAITING_SIGN_OFF', 'Said to be done; no evidence yet.'],
      ['REDATED_OFTEN', 'Re-dated 2 times, from 30 June 2026 to 31 December 2026.'],
    ],
  ],
  ['re-dated twice and signed off', action('SIGNED_OFF', { redateCount: 2 }), []],
];

test.each(cases)('%s', (_, each, expected) => {
  expect(whyAction(each, TODAY).map(({ kind, why }) => [kind, why])).toEqual(expected);
});

test('a subgroup is shown what it may decide, and all that only needs an eye', () => {
  const signsOff = { delegated: ['ACCEPT_COMPLETION' as const] };
  const shown = (subgroup: Parameters<typeof isForBody>[1]) => agendaOrder.filter((kind) => !isForBody(kind, subgroup));
  expect(shown(null)).toEqual([]);
  expect(shown({ delegated: [] })).toEqual(['AWAITING_SIGN_OFF', 'DATE_CHANGE_REQUESTED', 'ESCALATED']);
  expect(shown(signsOff)).toEqual(['DATE_CHANGE_REQUESTED', 'ESCALATED']);
});

test('every kind has its place', () => {
  expect([...agendaOrder].sort()).toEqual(Object.keys(AgendaKind).sort());
});
