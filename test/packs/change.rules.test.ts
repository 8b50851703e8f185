import { buildSchema, isEnumType } from 'graphql';
import { readFileSync } from 'node:fs';
import { changesIn } from '../../src/packs/change.rules';
import type { ToldEvent } from '../../src/packs/changeFacts.rules';
import { endStates, openStates } from '../../src/packs/endStates.rules';

type RowChange = ToldEvent['changes'][number];

const row = (typeName: string, more: object = {}) => ({
  id: typeName,
  __typename: typeName,
  ref: 'R1',
  title: 'A title',
  ...more,
});

const moved = (typeName: string, before: string, after: string): RowChange => ({
  ...{ typeName, kind: 'CHANGED', row: row(typeName), fields: [{ field: 'status', before, after }] },
});

const made = (typeName: string, more: object = {}): RowChange => ({
  typeName,
  kind: 'MADE',
  row: row(typeName, more),
  fields: [],
});

const event = (seq: number, ...changes: RowChange[]): ToldEvent => ({
  ...{ seq, moment: '2026-09-15T10:00:00Z', sentence: 'Somebody did something with 3 children.', changes },
});

const action = row('Action', { id: 'action' });

test.each<[string, RowChange, object]>([
  ['a finding', made('Finding'), { kind: 'NEW', sentence: 'Finding R1 was recorded.' }],
  ['an action that went on', moved('Action', 'APPROVED', 'IN_PROGRESS'), { kind: 'MOVED' }],
  ['an action that was signed off', moved('Action', 'COMPLETE_AWAITING_SIGN_OFF', 'SIGNED_OFF'), { kind: 'CLOSED' }],
  ['an action that was embedded after that', moved('Action', 'SIGNED_OFF', 'EMBEDDED'), { kind: 'CLOSED' }],
  ['an action that was opened again', moved('Action', 'SIGNED_OFF', 'REOPENED'), { kind: 'REOPENED' }],
  ['a plan that a superseded one replaced', moved('Plan', 'ACTIVE', 'CLOSED'), { kind: 'CLOSED' }],
  ['a finding that was addressed and is open again', moved('Finding', 'ADDRESSED', 'REOPENED'), { kind: 'REOPENED' }],
  [
    'a meeting that was held',
    { ...moved('Meeting', 'PLANNED', 'HELD'), row: { id: 'm', __typename: 'Meeting', day: '2026-09-14' } },
    { kind: 'MOVED', sentence: 'Meeting of 14 September 2026 went from planned to held.' },
  ],
  [
    'a meeting of a subgroup',
    { ...made('Meeting'), row: { id: 'm', __typename: 'Meeting', day: '2026-09-14', subgroup: { name: 'Quality' } } },
    { kind: 'NEW', sentence: 'Meeting of 14 September 2026 of the subgroup “Quality” was recorded.' },
  ],
  [
    'a request for a new due date',
    {
      ...made('RedateRequest', { ref: undefined, asksFor: { id: 'a', __typename: 'Action', ref: 'A1' } }),
      fields: [{ field: 'wantedOn', before: null, after: '2026-12-31' }],
    },
    { kind: 'NEW', sentence: 'Request for a new due date of action A1 was recorded: 31 December 2026.' },
  ],
  [
    'an escalation',
    made('Escalation', { ref: undefined, decided: { subject: { id: 'a', __typename: 'Action', ref: 'A1' } } }),
    { kind: 'NEW', sentence: 'Escalation of action A1 was recorded.' },
  ],
  ['an escalation that was answered', moved('Escalation', 'OPEN', 'ANSWERED'), { kind: 'DECIDED' }],
  ['a piece of evidence', made('EvidenceItem', { action }), { kind: 'EVIDENCE_ADDED', subject: { id: 'action' } }],
  [
    'a piece of evidence of which nothing may be told',
    made('EvidenceItem', { action }),
    { sentence: 'Evidence was added to action R1.' },
  ],
  ['a decision', made('MeetingDecision', { subject: action }), { kind: 'DECIDED', subject: { id: 'action' } }],
  ['a report of progress', made('ProgressUpdate', { action }), { kind: 'CHANGED', subject: { id: 'action' } }],
  [
    'a tie that nothing is shown of',
    { typeName: 'ActionFinding', kind: 'MADE', row: null, fields: [] },
    { kind: 'CHANGED', subject: null },
  ],
  [
    'a first due date',
    { ...made('Action'), kind: 'CHANGED', fields: [{ field: 'dueOn', before: null, after: '2026-10-01' }] },
    { kind: 'CHANGED' },
  ],
  [
    'another date for an action that is only proposed, which nobody has to approve',
    {
      ...made('Action'),
      kind: 'CHANGED',
      fields: [
        { field: 'dueOn', before: '2026-10-01', after: '2026-11-01' },
        { field: 'originalDueOn', before: '2026-10-01', after: '2026-11-01' },
      ],
    },
    { kind: 'CHANGED', from: null, to: null },
  ],
])('%s', (_, change, expected) => {
  expect(changesIn([event(7, change)])).toMatchObject([{ ...expected, happenedOn: '2026-09-15', eventSeqs: [7] }]);
});

test('an event that did several things is told as each of them', () => {
  const items = changesIn([
    event(1, made('SignOff', { action }), moved('Action', 'COMPLETE_AWAITING_SIGN_OFF', 'SIGNED_OFF'), made('Finding')),
  ]);
  expect(items.map(({ kind, eventSeqs }) => [kind, eventSeqs])).toEqual([
    ['CLOSED', [1]],
    ['NEW', [1]],
  ]);
});

test('the figures of a measure are one item with all its events, and what came first stands first', () => {
  const figures = (id: string) => made('DataPoint', { measure: row('Measure', { id }) });
  const items = changesIn([event(1, figures('a')), event(2, made('Finding')), event(3, figures('a'), figures('b'))]);
  expect(items.map(({ kind, subject, eventSeqs }) => [kind, subject?.id, eventSeqs])).toEqual([
    ['FIGURES_ADDED', 'a', [1, 3]],
    ['NEW', 'Finding', [2]],
    ['FIGURES_ADDED', 'b', [3]],
  ]);
});

test('where small numbers are kept from readers, no sentence of an event is told', () => {
  const [item] = changesIn([event(1, made('ProgressUpdate', { action }))], { hidesNumbers: true });
  expect(item?.sentence).toBe('Action R1 was changed or decided on.');
});

test('every state that is named as an end or as open is one that there is', () => {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  const statesOf = (typeName: string): string[] => {
    const type = schema.getType(
      `${typeName === 'LearningSource' ? 'Source' : typeName === 'PdsaCycle' ? 'Cycle' : typeName}Status`,
    );
    return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  };
  for (const [typeName, states] of Object.entries(endStates))
    expect(statesOf(typeName)).toEqual(expect.arrayContaining([...(states ?? [])]));
  const ends = endStates.Action ?? [];
  expect([...ends, ...openStates, 'DRAFT', 'PROPOSED'].sort()).toEqual(statesOf('Action').sort());
});
