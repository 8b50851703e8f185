import { sentenceOf } from '../../src/history/sentence.rules';
import type { ReadChange, ReadField } from '../../src/history/sentenceFacts.rules';
import { verbs } from '../../src/verbs';

/** The first word of each verb, as it is told; a new one has to be looked at here. */
const told = `abandoned, accepted, activated, added, addressed, admitted, agreed, answered, approved, asked, assessed, assured, cancelled,
  carried, chose, classified, closed, completed, confirmed, declined, deferred, defined, delegated, drafted, embedded, ended, finished,
  formed, founded, held, implemented, issued, kept, left, linked, logged, made, marked, noted, placed, planned, proposed, put,
  quarantined, rated, ratified, re-dated, reached, recorded, redefined, refused, released, renewed, reopened, replanned, reported,
  requested, responded, retired, returned, reviewed, revised, revoked, sealed, served, shared, signed, spread, started, stated, stepped,
  stopped, studied, submitted, superseded, sustained, tied, took, unlinked, updated, validated, withdrew, wound`;

test('what each verb did is told in good English', () => {
  const words = verbs.map(({ name }) => sentenceOf({ verb: name, actor: 'X', changes: [] }).split(/[ .]/)[1]);
  expect([...new Set(words)].sort().join(', ')).toBe(told.replace(/\s+/g, ' '));
});

const changed = (verb: string, typeName: string, ...fields: readonly ReadField[]): string =>
  sentenceOf({ verb, actor: 'The chair', changes: [{ typeName, name: 'Audits', how: 'CHANGED', fields }] });

test.each([
  [changed('holdMeeting', 'Meeting'), 'The chair held the meeting Audits.'],
  [changed('holdAction', 'Action'), 'The chair put on hold the action Audits.'],
  [changed('windUpSubgroup', 'Subgroup'), 'The chair wound up the subgroup Audits.'],
  [changed('admitToRestrictedGroup', 'RestrictedGroup'), 'The chair admitted somebody to the restricted group Audits.'],
  [
    changed('delegateToSubgroup', 'Subgroup', { field: 'delegated', before: '[]', after: '["ACCEPT_COMPLETION","STOP"]' }),
    'The chair delegated to the subgroup Audits (delegated from nothing to accept completion, stop).',
  ],
  [
    changed('reviseSubgroup', 'Subgroup', { field: 'name', before: '["A"]x', after: 'B' }),
    'The chair revised the subgroup Audits (name from “["A"]x” to “B”).',
  ],
])('%s', (sentence, expected) => {
  expect(sentence).toBe(expected);
});

const field = (name: string, after: string, before: string | null = null): ReadField => ({ field: name, before, after });

const row = (how: ReadChange['how'], typeName: string, name: string | null, ...fields: readonly ReadField[]): ReadChange => ({
  ...{ how, typeName, name, fields },
});

const check = row('MADE', 'TextCheck', 'of the member Lead officer', field('memberId', 'Lead officer'));

test.each<[string, readonly ReadChange[], string]>([
  [
    'recordDataPoint',
    [row('MADE', 'DataPoint', 'of the measure M-1 for March 2026')],
    'recorded the data point of the measure M-1 for March 2026',
  ],
  [
    'recordDataPoints',
    [1, 2].map((at) => row('MADE', 'DataPoint', `of the measure M-1 for ${at}`, field('measureId', 'M-1'))),
    'recorded 2 data points of the measure M-1',
  ],
  [
    'finishDoing',
    [row('CHANGED', 'PdsaCycle', '1a of the change idea C1')],
    'finished the Do stage of the PDSA cycle 1a of the change idea C1',
  ],
  [
    'respondToFinding',
    [row('CHANGED', 'Finding', 'F1', field('status', 'ACCEPTED', 'RECORDED'))],
    'responded to the finding F1 (status from recorded to accepted)',
  ],
  [
    'requestRedate',
    [
      row(
        'MADE',
        'RedateRequest',
        'of the action A1',
        field('actionId', 'A1'),
        field('reason', 'Staff'),
        field('wantedOn', '2026-12-31'),
      ),
    ],
    'requested a new due date for the action A1: 31 December 2026, because: “Staff”',
  ],
  [
    'addAgendaItem',
    [
      row(
        'MADE',
        'AgendaItem',
        null,
        field('addedById', 'Lead officer'),
        field('meetingId', 'of 1 May 2026'),
        field('actionId', 'A1'),
      ),
    ],
    'put the action A1 on the agenda of the meeting of 1 May 2026',
  ],
  [
    'markChart',
    [
      row(
        'MADE',
        'ChartMark',
        null,
        field('authorId', 'Analyst'),
        field('kind', 'PHASE'),
        field('markedOn', '2026-05-01'),
        field('measureId', 'M-1'),
      ),
    ],
    'marked the chart of the measure M-1 at 1 May 2026 (phase)',
  ],
  [
    'confirmErasure',
    [row('MADE', 'Erasure', null, field('askedById', 'Privacy steward')), row('CHANGED', 'Quarantine', 'of the finding F1')],
    'confirmed the erasure of a text of the finding F1',
  ],
  [
    'quarantineText',
    [row('MADE', 'Quarantine', 'of the finding F1', field('rowId', 'F1'))],
    'quarantined a text of the finding F1',
  ],
  ['updateAction', [check, row('MADE', 'ProgressUpdate', 'of the action A1')], 'updated the action A1'],
  [
    'addAddendum',
    [row('MADE', 'CycleAddendum', null, field('authorId', 'X'), field('cycleId', '1a'))],
    'added the cycle addendum of the PDSA cycle 1a',
  ],
  [
    'holdMeeting',
    [row('CHANGED', 'Meeting', 'of 1 May 2026', field('heldAt', '2026-11-26T23:42:36.666+00:00'))],
    'held the meeting of 1 May 2026 (held on is now 26 November 2026)',
  ],
  [
    'reviseAim',
    [row('CHANGED', 'Aim', 'A', ...['a', 'b', 'c', 'd'].map((name) => field(name, '1')))],
    'revised the aim A (a is now 1; b is now 1; c is now 1; d is now 1)',
  ],
  [
    'redateAction',
    [
      row('CHANGED', 'Action', 'A1', field('dueOn', '2026-12-31', '2026-10-31')),
      row('MADE', 'DueDateChange', null, field('approvedById', 'Ann'), field('reason', 'Staff')),
    ],
    're-dated the action A1 from 31 October 2026 to 31 December 2026, approved by Ann, because: “Staff”',
  ],
])('%s is told as people say it', (verb, changes, expected) => {
  expect(sentenceOf({ verb, actor: 'X', changes })).toBe(`X ${expected}.`);
});

const decided = (kind: string, ...fields: readonly ReadField[]): string =>
  sentenceOf({
    verb: 'recordDecision',
    actor: 'X',
    changes: [
      row(
        'MADE',
        'MeetingDecision',
        null,
        field('actionId', 'A1'),
        field('kind', kind),
        field('meetingId', 'of 1 May 2026'),
        field('minuteRef', '4'),
      ),
      row('CHANGED', 'Action', 'A1', ...fields),
    ],
  }).replace('X recorded the decision of the meeting of 1 May 2026 on the action A1: ', '');

test.each([
  [
    decided('REVISE_DATE', field('dueOn', '2026-12-31', '2026-10-31')),
    'given a new due date, from 31 October 2026 to 31 December 2026 (minute 4).',
  ],
  [
    decided('REASSIGN', field('leadRole', 'Team manager'), field('leadAgencyId', 'NHS')),
    'given to another lead, Team manager, NHS (minute 4).',
  ],
  [decided('MERGE', field('supersededById', 'A2')), 'replaced by another, which goes on for both, the action A2 (minute 4).'],
  [decided('STOP'), 'stopped (minute 4).'],
])('a decision says what follows from it: %s', (sentence, expected) => {
  expect(sentence).toBe(expected);
});
