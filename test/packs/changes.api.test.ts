import { makeSchema } from '../../src/graphql/schema';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeApprovedAction, makeHeldMeeting, makePlannedMeeting, moveAction } from '../support/make';
import { RandomVerbs, randomly } from '../support/randomVerbs';
import { makeSeries, risen, steady, fallen } from '../chartViews/chartMaking';
import { addEvidence, done } from '../decisions/decisionMaking';
import { mutation } from '../measures/measureMaking';
import { sealed } from './packMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const later = (days: number): Date => (api.clock.now = new Date(api.clock.now.getTime() + days * 86_400_000));

const SINCE = `query($moment: DateTimeISO, $meetingId: ID) { changesSince(moment: $moment, meetingId: $meetingId) {
  fromSeq toSeq fromMoment toMoment items { kind happenedOn sentence subject { ref title } from to reason approvedBy eventSeqs }
} }`;

const since = async (variables: object): Promise<Shown> =>
  (await answered(committee.as('MEMBER')(SINCE, { ...variables }))).changesSince;

const seqsBetween = async (from: number, to: number): Promise<number[]> => {
  const sql = 'select seq from event where committee_id = $1 and seq > $2 and seq <= $3 order by seq';
  return (await api.sql(sql, [committee.id, from, to])).map(({ seq }) => Number(seq));
};

const seqsOf = (items: readonly { eventSeqs: readonly number[] }[]): number[] =>
  [...new Set(items.flatMap(({ eventSeqs }) => eventSeqs))].sort((one, other) => one - other);

test('the changes of a pack are exactly the events between its head and that of the pack before it, whatever was done', async () => {
  const first = await makePlannedMeeting(committee);
  await makeApprovedAction(committee);
  const one = await sealed(committee, first);
  const verbs = new RandomVerbs(api, await makeSchema(), committee, randomly(20261208), ['sealPack']);
  const said = new Set<string>();
  await verbs.look();
  for (let accepted = 0; accepted < 90;) {
    const { verb, errors } = await verbs.say();
    if (errors.length > 0) continue;
    accepted += 1;
    said.add(verb);
    later(0.3);
    await verbs.look();
  }
  expect(said.size).toBeGreaterThan(15);
  const two = await sealed(committee, await makePlannedMeeting(committee, { meetsOn: '2028-12-14' }));
  const { packId, seq } = two.content.since;
  const expected = await seqsBetween(seq, two.headSeq);
  expect([packId, seq]).toEqual([one.id, one.headSeq]);
  expect(expected.length).toBeGreaterThan(75);
  expect(seqsOf(two.changes)).toEqual(expected);
  for (const { sentence, eventSeqs, kind } of two.changes) {
    expect([kind, sentence.length > 10, kind === 'NEW_SIGNAL' || eventSeqs.length > 0]).toEqual([kind, true, true]);
  }
}, 120_000);

test('each kind of change is told as what it is, with both dates, the reason and who approved', async () => {
  const meeting = await makeHeldMeeting(committee);
  later(1);
  const action = await makeApprovedAction(committee, { dueOn: '2026-10-31' });
  const started = await moveAction(committee, 'startAction', action);
  const due = { id: started.id, version: started.version, dueOn: '2026-12-31', reason: 'The lead changed posts' };
  await done(committee, 'CHAIR', 'redateAction', due);
  await addEvidence(committee, action.id, 2);
  later(1);
  const { items, fromSeq, toSeq } = await since({ meetingId: meeting.id });
  expect(seqsOf(items)).toEqual(await seqsBetween(fromSeq, toSeq));
  const about = items.filter(({ subject }: Shown) => subject?.title === 'Book the core group at the planning meeting');
  const ref = about[0].subject.ref as string;
  expect(
    about.map(({ kind, sentence, from, to, reason, approvedBy }: Shown) => ({ kind, sentence, from, to, reason, approvedBy })),
  ).toEqual([
    { ...nothing, kind: 'NEW', sentence: `Action ${ref} was recorded.` },
    { ...nothing, kind: 'MOVED', sentence: expect.any(String), from: 'PROPOSED', to: 'APPROVED' },
    {
      ...nothing,
      kind: 'MOVED',
      sentence: `Action ${ref} went from approved to in progress.`,
      from: 'APPROVED',
      to: 'IN_PROGRESS',
    },
    {
      ...{ kind: 'REDATED', from: '2026-10-31', to: '2026-12-31', reason: 'The lead changed posts', approvedBy: 'CHAIR' },
      sentence: `Action ${ref} was re-dated from 31 October 2026 to 31 December 2026, approved by the chair, because: “The lead changed posts”.`,
    },
    {
      ...nothing,
      kind: 'EVIDENCE_ADDED',
      sentence: `Evidence was added to action ${ref}: “Re-audit of 20 core groups”; audit; of 1 September 2026; impact level 2.`,
    },
  ]);
});

const nothing = { from: null, to: null, reason: null, approvedBy: null };

test('a signal is new when the chart did not give it at the earlier moment, and is told with the figures behind it', async () => {
  const measure = await makeSeries(committee, [...steady], { name: 'Core groups in time' });
  const before = later(1);
  later(1);
  for (const [index, value] of risen.entries()) {
    const start = new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 10);
    const end = new Date(Date.UTC(2025, index + 1, 0)).toISOString().slice(0, 10);
    const points = [{ periodStartsOn: start, periodEndsOn: end, value }];
    await answered(
      committee.as('DATA_ANALYST')(
        'mutation($input: RecordDataPointsInput!) { recordDataPoints(input: $input) { clientMutationId } }',
        { input: { measureId: measure.id, points } },
      ),
    );
  }
  later(1);
  const { items } = await since({ moment: before });
  const figures = items.filter(({ kind }: Shown) => kind === 'FIGURES_ADDED');
  expect(figures).toHaveLength(1);
  expect(figures[0].eventSeqs).toHaveLength(risen.length);
  const signals = items.filter(({ kind }: Shown) => kind === 'NEW_SIGNAL');
  expect(signals).toMatchObject([{ to: 'BETTER', subject: { title: 'Core groups in time' }, eventSeqs: figures[0].eventSeqs }]);
  const middle = api.clock.now;
  later(1);
  expect((await since({ moment: middle })).items).toEqual([]);
});

test('another date for an action that is only proposed is no re-dating', async () => {
  const action = await makeAction(committee, { dueOn: '2026-10-31' });
  const before = later(1);
  later(1);
  await answered(
    committee.as('LEAD_OFFICER')(mutation('reviseAction', 'action { redateCount originalDueOn }'), {
      input: { id: action.id, version: action.version, dueOn: '2026-12-31' },
    }),
  );
  later(1);
  expect((await since({ moment: before })).items).toMatchObject([{ kind: 'CHANGED', from: null, to: null, approvedBy: null }]);
});

test('a signal that a mark on the chart brings out is told with the event of the mark, and with no decision', async () => {
  const measure = await makeSeries(committee, [...fallen, ...steady, ...risen]);
  const held = await makeHeldMeeting(committee);
  const before = later(1);
  later(1);
  const { version } = (await answered(committee.as('CHAIR')(`{ node(id: "${measure.id}") { ... on Versioned { version } } }`)))
    .node;
  const noted = { id: measure.id, version, kind: 'NOTE', minuteRef: 'Item 3', meetingId: held.id };
  await done(committee, 'CHAIR', 'recordDecision', noted);
  const mark = { measureId: measure.id, kind: 'PHASE', markedOn: '2025-09-01', text: 'A new form' };
  await answered(committee.as('DATA_ANALYST')(mutation('markChart', 'mark { id }'), { input: mark }));
  const marked = Number((await api.sql('select max(seq) as seq from event where committee_id = $1', [committee.id]))[0]?.seq);
  later(1);
  const { items } = await since({ moment: before });
  const { ref } = items.find(({ kind }: Shown) => kind === 'DECIDED').subject;
  expect(items.filter(({ kind }: Shown) => kind === 'NEW_SIGNAL')).toMatchObject([
    { eventSeqs: [marked], sentence: expect.stringMatching(`^Measure ${ref as string}: 20 points in a row`) as string },
  ]);
});

test('is asked since a moment or a meeting, and since nothing that is to come', async () => {
  const meeting = await makePlannedMeeting(committee);
  const ask = (variables: object) => refusal(committee.as('MEMBER')(SINCE, { ...variables }));
  expect(await ask({})).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'changes.since' });
  expect(await ask({ meetingId: meeting.id })).toMatchObject({ code: 'RULE_BROKEN', rule: 'meeting.notHeld' });
  expect(await ask({ moment: '2027-01-01T00:00:00Z' })).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'changes.since' });
  expect(await ask({ moment: '1999-01-01T00:00:00Z' })).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'asAt.beforeRecord' });
});
