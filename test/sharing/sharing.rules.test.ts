import {
  agreementMoves,
  firstDayOf,
  lastDayOf,
  requireTerms,
  stateOf,
  type AgreementDays,
} from '../../src/sharing/sharing.rules';

const today = '2026-09-15';
const none: AgreementDays = { startsOn: '2026-09-01', endsOn: null, agreedOn: null, endedOn: null, revokedAt: null };
const agreed = { agreedOn: '2026-09-01' };

test.each<[string, Partial<AgreementDays>, string]>([
  ['is a proposal until both sides agree', {}, 'PROPOSED'],
  ['is in force from its first day on', { ...agreed, startsOn: today }, 'IN_FORCE'],
  ['is agreed the day before', { ...agreed, startsOn: '2026-09-16' }, 'AGREED'],
  ['is in force on the day it is agreed, whatever day it was meant from', { agreedOn: today }, 'IN_FORCE'],
  ['is in force on its last day', { ...agreed, endsOn: today }, 'IN_FORCE'],
  ['has ended the day after', { ...agreed, endsOn: '2026-09-14' }, 'ENDED'],
  ['is in force on the day it is ended after', { ...agreed, endedOn: today, endsOn: '2026-12-31' }, 'IN_FORCE'],
  ['has ended where one side ended it earlier', { ...agreed, endedOn: '2026-09-14', endsOn: '2026-12-31' }, 'ENDED'],
  ['has ended where nobody agreed in its time', { endsOn: '2026-09-14' }, 'ENDED'],
  [
    'has ended where another took its place before it began',
    { ...agreed, startsOn: '2026-10-01', endedOn: '2026-09-30' },
    'ENDED',
  ],
  ['is revoked whatever its days', { ...agreed, revokedAt: new Date() }, 'REVOKED'],
  ['is revoked as a proposal too', { revokedAt: new Date() }, 'REVOKED'],
])('an agreement %s', (_, days, state) => {
  expect(stateOf({ ...none, ...days }, today)).toBe(state);
});

test('nothing follows an end or a revocation', () => {
  expect([agreementMoves.ENDED, agreementMoves.REVOKED]).toEqual([[], []]);
});

test.each([
  [null, null, null],
  ['2026-10-01', null, '2026-10-01'],
  [null, '2026-10-02', '2026-10-02'],
  ['2026-10-01', '2026-10-02', '2026-10-01'],
  ['2026-10-03', '2026-10-02', '2026-10-02'],
])('of a last day meant (%s) and one it was ended after (%s) the earlier one counts', (endsOn, endedOn, last) => {
  expect(lastDayOf({ endsOn, endedOn })).toBe(last);
});

test('it counts from the later of the first day and the day both sides agreed', () => {
  expect(firstDayOf({ startsOn: '2026-09-01', agreedOn: null })).toBe('2026-09-01');
  expect(firstDayOf({ startsOn: '2026-09-01', agreedOn: '2026-09-03' })).toBe('2026-09-03');
  expect(firstDayOf({ startsOn: '2026-09-05', agreedOn: '2026-09-03' })).toBe('2026-09-05');
});

const terms = { coversLed: true, coversContributed: false, startsOn: today, endsOn: '2027-09-15' };

test.each([
  ['nothing is covered', { coversLed: false }, 'agreement.scope'],
  ['it begins in the past', { startsOn: '2026-09-14' }, 'agreement.start'],
  ['it ends before it begins', { endsOn: '2026-09-14' }, 'agreement.dates'],
  ['it would stand for ever unlooked at', { endsOn: null }, 'agreement.review'],
  ['its review is not ahead', { endsOn: null, reviewOn: today }, 'agreement.reviewDay'],
])('terms are refused where %s', (_, more, rule) => {
  expect(() => requireTerms({ ...terms, ...more }, today)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ rule }) as unknown }),
  );
});

test('a standing agreement with a review and one with a last day are both right', () => {
  expect(() => requireTerms(terms, today)).not.toThrow();
  expect(() => requireTerms({ ...terms, endsOn: null, reviewOn: '2027-01-01' }, today)).not.toThrow();
});
