import type { ActionStatus, ConfidenceBasis } from '../../src/actions/action.enums';
import type { RatingCategory, RatingColour, RatingReason } from '../../src/actions/rating.enums';
import { categoryOf, rate, ratingRules, type LegendRules, type RatedFacts } from '../../src/actions/rating.rules';
import { ratingSentence } from '../../src/actions/ratingSentence.rules';

const TODAY = '2026-09-15';
const legend: LegendRules = { blueFrom: 'SIGNED_OFF', amberDays: 28, quietDays: 42, graceDays: 0 };
const facts = (status: ActionStatus, more: Partial<RatedFacts> = {}): RatedFacts => ({
  ...{ status, completedOn: null, reviewOn: null, lastProgressOn: '2026-09-01', isBlocked: false },
  ...{ openMilestones: [], waitsUntilOn: null, ...more },
});

interface Row {
  readonly status: ActionStatus;
  readonly date: string | null;
  readonly colour: RatingColour;
  readonly reason: RatingReason;
  readonly facts?: Partial<RatedFacts>;
  readonly legend?: Partial<LegendRules>;
  readonly basis?: ConfidenceBasis;
}

const FAR = '2026-12-31';
const NEAR = '2026-10-13';
const NOT_NEAR = '2026-10-14';
const PAST = '2026-09-14';
const FORECAST = 'FORECAST_TO_DUE_DATE';

const table: readonly Row[] = [
  { status: 'DRAFT', date: null, colour: 'GREY', reason: 'NOT_APPROVED' },
  { status: 'PROPOSED', date: PAST, colour: 'GREY', reason: 'NOT_APPROVED' },
  { status: 'STOPPED', date: PAST, colour: 'GREY', reason: 'STOPPED' },
  { status: 'SUPERSEDED', date: PAST, colour: 'GREY', reason: 'SUPERSEDED' },
  { status: 'EMBEDDED', date: PAST, colour: 'BLUE', reason: 'EMBEDDED', legend: { blueFrom: 'EMBEDDED' } },
  { status: 'SIGNED_OFF', date: PAST, colour: 'BLUE', reason: 'SIGNED_OFF' },
  { status: 'SIGNED_OFF', date: PAST, colour: 'GREEN', reason: 'SIGNED_OFF_NOT_EMBEDDED', legend: { blueFrom: 'EMBEDDED' } },
  {
    ...{ status: 'COMPLETE_AWAITING_SIGN_OFF', date: PAST, colour: 'BLUE', reason: 'SAID_TO_BE_DONE' },
    legend: { blueFrom: 'COMPLETE_AWAITING_SIGN_OFF' },
  },
  {
    ...{ status: 'COMPLETE_AWAITING_SIGN_OFF', date: PAST, colour: 'AMBER', reason: 'DONE_LATE' },
    facts: { completedOn: TODAY },
  },
  { status: 'COMPLETE_AWAITING_SIGN_OFF', date: PAST, colour: 'GREEN', reason: 'DONE_IN_TIME', facts: { completedOn: PAST } },
  { status: 'IN_PROGRESS', date: PAST, colour: 'RED', reason: 'OVERDUE' },
  { status: 'APPROVED', date: PAST, colour: 'RED', reason: 'OVERDUE' },
  { status: 'ON_HOLD', date: PAST, colour: 'RED', reason: 'OVERDUE', facts: { reviewOn: FAR } },
  { status: 'IN_PROGRESS', date: PAST, colour: 'AMBER', reason: 'JUST_OVERDUE', legend: { graceDays: 1 } },
  { status: 'IN_PROGRESS', date: '2026-09-13', colour: 'RED', reason: 'OVERDUE', legend: { graceDays: 1 } },
  { status: 'ON_HOLD', date: FAR, colour: 'AMBER', reason: 'HOLD_REVIEW_PASSED', facts: { reviewOn: PAST } },
  { status: 'ON_HOLD', date: FAR, colour: 'GREY', reason: 'ON_HOLD', facts: { reviewOn: TODAY } },
  { status: 'ON_HOLD', date: FAR, colour: 'RED', reason: 'HELD_PAST_DATE', facts: { reviewOn: FAR }, basis: FORECAST },
  { status: 'ON_HOLD', date: FAR, colour: 'GREY', reason: 'ON_HOLD', facts: { reviewOn: NEAR }, basis: FORECAST },
  { status: 'REOPENED', date: FAR, colour: 'AMBER', reason: 'REOPENED' },
  { status: 'APPROVED', date: NEAR, colour: 'AMBER', reason: 'NOT_STARTED_NEAR_DATE' },
  { status: 'APPROVED', date: NOT_NEAR, colour: 'GREY', reason: 'NOT_STARTED' },
  { status: 'APPROVED', date: NOT_NEAR, colour: 'AMBER', reason: 'NOT_STARTED_NEAR_DATE', legend: { amberDays: 29 } },
  { status: 'IN_PROGRESS', date: FAR, colour: 'AMBER', reason: 'BLOCKED', facts: { isBlocked: true } },
  { status: 'IN_PROGRESS', date: FAR, colour: 'AMBER', reason: 'MILESTONE_LATE', facts: { openMilestones: [FAR, PAST] } },
  { status: 'IN_PROGRESS', date: FAR, colour: 'GREEN', reason: 'ON_TRACK', facts: { openMilestones: ['2027-01-31'] } },
  {
    ...{ status: 'IN_PROGRESS', date: FAR, colour: 'RED', reason: 'MILESTONE_PAST_DATE', basis: FORECAST },
    facts: { openMilestones: ['2027-01-31'] },
  },
  { status: 'IN_PROGRESS', date: FAR, colour: 'GREEN', reason: 'ON_TRACK', facts: { waitsUntilOn: '2027-01-31' } },
  {
    ...{ status: 'IN_PROGRESS', date: FAR, colour: 'RED', reason: 'WAITS_PAST_DATE', basis: FORECAST },
    facts: { waitsUntilOn: '2027-01-31' },
  },
  { status: 'IN_PROGRESS', date: FAR, colour: 'GREEN', reason: 'ON_TRACK', facts: { waitsUntilOn: FAR }, basis: FORECAST },
  { status: 'IN_PROGRESS', date: NEAR, colour: 'AMBER', reason: 'QUIET_NEAR_DATE', facts: { lastProgressOn: '2026-08-03' } },
  { status: 'IN_PROGRESS', date: NEAR, colour: 'AMBER', reason: 'QUIET_NEAR_DATE', facts: { lastProgressOn: null } },
  { status: 'IN_PROGRESS', date: NEAR, colour: 'GREEN', reason: 'ON_TRACK', facts: { lastProgressOn: '2026-08-04' } },
  { status: 'IN_PROGRESS', date: NOT_NEAR, colour: 'GREEN', reason: 'ON_TRACK', facts: { lastProgressOn: null } },
  { status: 'IN_PROGRESS', date: TODAY, colour: 'GREEN', reason: 'ON_TRACK' },
];

const rated = ({ status, date, facts: more, legend: rules, basis = 'NOW' }: Omit<Row, 'colour' | 'reason'>) =>
  rate(facts(status, more), date, { today: TODAY, basis, legend: { ...legend, ...rules } });

test.each(table.map((row) => [row.status, row.date ?? 'no date', row.reason, row] as const))(
  '%s, due %s: %s',
  (_status, _date, _reason, row) => {
    expect(rated(row)).toMatchObject({ colour: row.colour, reason: row.reason });
  },
);

test('every rule has a case of its own, and a sentence', () => {
  expect([...new Set(table.map(({ reason }) => reason))].sort()).toEqual([...ratingRules.map(({ reason }) => reason)].sort());
  for (const row of table) expect(ratingSentence(rated(row))).toMatch(/^[A-Z].*\.$/);
});

test('how long is said in days', () => {
  const sentence = (status: ActionStatus, date: string) => ratingSentence(rated({ status, date }));
  expect(sentence('IN_PROGRESS', PAST)).toBe('It is a day overdue.');
  expect(sentence('IN_PROGRESS', '2026-08-15')).toBe('It is 31 days overdue.');
  expect(sentence('APPROVED', TODAY)).toBe('It is not started, and this is the day.');
  expect(sentence('APPROVED', '2026-09-16')).toBe('It is not started, and a day is left.');
});

const categories: readonly [ActionStatus, string, string, RatingCategory][] = [
  ['SIGNED_OFF', FAR, PAST, 'COMPLETE'],
  ['IN_PROGRESS', FAR, FAR, 'ON_TRACK'],
  ['IN_PROGRESS', FAR, PAST, 'GREEN_BY_REDATING'],
  ['APPROVED', NEAR, PAST, 'AT_RISK'],
  ['IN_PROGRESS', PAST, '2026-06-30', 'OFF_TRACK'],
  ['APPROVED', FAR, PAST, 'GREY_BY_REDATING'],
  ['APPROVED', FAR, NEAR, 'GREY_BY_REDATING'],
  ['APPROVED', FAR, NOT_NEAR, 'WAITING'],
  ['ON_HOLD', FAR, PAST, 'GREY_BY_REDATING'],
  ['IN_PROGRESS', NEAR, PAST, 'GREEN_BY_REDATING'],
  ['PROPOSED', FAR, FAR, 'WAITING'],
  ['STOPPED', PAST, PAST, 'GIVEN_UP'],
  ['SUPERSEDED', PAST, PAST, 'GIVEN_UP'],
];

test.each(categories)('%s, due %s, originally %s: %s', (status, due, original, category) => {
  expect(categoryOf(rated({ status, date: due }), rated({ status, date: original }))).toBe(category);
});

test('green against the original is no green by re-dating, also where the date was brought forward', () => {
  expect(categoryOf(rated({ status: 'IN_PROGRESS', date: NEAR }), rated({ status: 'IN_PROGRESS', date: FAR }))).toBe('ON_TRACK');
});
