import { sentenceOf, type ReadField } from '../../src/history/sentence.rules';
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
