import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import {
  makeApprovedAction,
  makeCompletedAction,
  makeFinding,
  makeHeldMeeting,
  makePlannedMeeting,
  makeStartedAction,
  moveAction,
  type Made,
} from '../support/make';
import { makeSeries, risen, steady } from '../chartViews/chartMaking';
import { addEvidence, done, memberOf, say } from './decisionMaking';

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

const document = `query($id: ID!) { node(id: $id) { ... on Meeting { status agenda { isKept keptAt counts { kind count }
  entries { kind why sinceOn subjectVersion subject { id __typename } item { id addedBy { role } deferredFrom { id } }
    deferredTo { why meeting { id } } decisions { kind } } } } } }`;

interface Entry {
  readonly kind: string;
  readonly why: string;
  readonly sinceOn: string | null;
  readonly subjectVersion: number | null;
  readonly subject: { readonly id: string; readonly __typename: string } | null;
  readonly item: { readonly id: string } | null;
  readonly deferredTo: { readonly why: string; readonly meeting: { readonly id: string } } | null;
  readonly decisions: readonly { readonly kind: string }[];
}

const agenda = async ({ id }: { id: string }, from: TestCommittee = committee): Promise<Shown> =>
  (await answered(from.as('MEMBER')(document, { id }))).node.agenda;

const entries = async (meeting: { id: string }): Promise<Entry[]> => (await agenda(meeting)).entries as Entry[];

const later = (days: number): Date => (api.clock.now = new Date(api.clock.now.getTime() + days * 86_400_000));

/** One exception of every kind that is worked out; gives what each is about. */
async function exceptions(): Promise<Record<string, string>> {
  const done1 = await makeCompletedAction(committee, { dueOn: '2027-12-31' });
  const wished = await makeStartedAction(committee, { dueOn: '2027-12-31' });
  const request = await done(committee, 'LEAD_OFFICER', 'requestRedate', {
    ...{ id: wished.id, version: wished.version, dueOn: '2028-01-31', reason: 'Staff' },
  });
  const escalated = await makeStartedAction(committee, { dueOn: '2027-12-31' });
  const earlier = await makeHeldMeeting(committee, { meetsOn: '2026-09-01' });
  const facts = {
    ...{ id: escalated.id, version: escalated.version, meetingId: earlier.id },
    kind: 'ESCALATE_TO_COG',
    minuteRef: '3',
  };
  const { escalation } = await done(committee, 'CHAIR', 'recordDecision', { ...facts, reason: 'Who pays?' });
  const overdue = await makeStartedAction(committee, { dueOn: '2026-09-14' });
  const red = await makeStartedAction(committee, { dueOn: '2027-12-31', milestones: [{ title: 'In use', dueOn: '2028-03-31' }] });
  const amber = await makeApprovedAction(committee, { dueOn: '2026-10-01' });
  const held = await makeStartedAction(committee, { dueOn: '2027-12-31' });
  await done(committee, 'LEAD_OFFICER', 'holdAction', {
    id: held.id,
    version: held.version,
    reason: 'Court',
    reviewOn: '2026-09-14',
  });
  let often: Made = await makeStartedAction(committee, { dueOn: '2027-01-31' });
  for (const dueOn of ['2027-02-28', '2027-12-31']) {
    later(1 / 1440);
    often = (await done(committee, 'CHAIR', 'redateAction', { id: often.id, version: often.version, dueOn, reason: 'Staff' }))
      .action as Made;
  }
  const finding = await makeFinding(committee);
  await done(committee, 'CHAIR', 'respondToFinding', { id: finding.id, version: finding.version, answer: 'ACCEPTED' });
  const measure = await makeSeries(committee, [...steady, ...risen]);
  return {
    ...{
      AWAITING_SIGN_OFF: done1.id,
      DATE_CHANGE_REQUESTED: request.redateRequest.id,
      ESCALATED: escalation.id,
      OVERDUE: overdue.id,
    },
    ...{
      RATED_RED: red.id,
      RATED_AMBER: amber.id,
      HOLD_REVIEW_PASSED: held.id,
      REDATED_OFTEN: often.id,
      NO_RESPONSE: finding.id,
    },
    SIGNAL: measure.id,
  };
}

test('the agenda of a planned meeting names every exception, decisions first, each with the row and why', async () => {
  const wanted = await exceptions();
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-09-22' });
  const { isKept, keptAt, counts, entries: all } = await agenda(meeting);
  expect([isKept, keptAt]).toEqual([false, null]);
  expect(all.map(({ kind, subject }: Entry) => [kind, subject?.id])).toEqual(Object.entries(wanted));
  expect(counts).toEqual(Object.keys(wanted).map((kind) => ({ kind, count: 1 })));
  const by = (kind: string): Entry => all.find((entry: Entry) => entry.kind === kind);
  expect(by('OVERDUE')).toMatchObject({
    why: 'Due on 14 September 2026, a day ago.',
    sinceOn: '2026-09-14',
    subjectVersion: 3,
    item: null,
  });
  expect(by('DATE_CHANGE_REQUESTED').why).toMatch(/is due on 31 December 2027; 31 January 2028 is asked for\.$/);
  expect(by('ESCALATED').why).toBe('Waits for an answer.');
  expect(by('SIGNAL').why).toMatch(/a signal of change for the better/);
});

test('once it was held the agenda never changes, whatever happens to what was on it', async () => {
  const wanted = await exceptions();
  const planned = await makePlannedMeeting(committee, { meetsOn: '2026-09-15' });
  await done(committee, 'MEMBER', 'addAgendaItem', { meetingId: planned.id, text: 'The move of the office' });
  later(1);
  const before = await entries(planned);
  await done(committee, 'CHAIR', 'holdMeeting', planned);
  const kept = await agenda(planned);
  const bare = (all: readonly Entry[]) =>
    all.map(({ kind, why, sinceOn, subjectVersion, subject }) => ({ kind, why, sinceOn, subjectVersion, subject }));
  expect(bare(kept.entries)).toEqual(bare(before));
  expect(kept.isKept).toBe(true);
  later(1);
  const moved = { id: wanted.OVERDUE ?? '', ref: '', version: 3 };
  await moveAction(committee, 'completeAction', moved, { completedOn: '2026-09-15' });
  await addEvidence(committee, moved.id);
  await done(committee, 'CHAIR', 'recordDecision', {
    ...{ id: moved.id, version: 4, meetingId: planned.id },
    kind: 'ACCEPT_COMPLETION',
    minuteRef: '4',
  });
  await makeStartedAction(committee, { dueOn: '2026-09-10' });
  later(30);
  const afterwards = await agenda(planned);
  expect(bare(afterwards.entries)).toEqual(bare(kept.entries));
  const overdue = (afterwards.entries as Entry[]).find(({ kind }) => kind === 'OVERDUE');
  expect(overdue).toMatchObject({ subjectVersion: 3, decisions: [{ kind: 'ACCEPT_COMPLETION' }] });
  for (const sql of [`update agenda_item set why = 'x'`, 'delete from agenda_item']) {
    await expect(api.sql(`${sql} where committee_id = $1`, [committee.id])).rejects.toThrow('stays as it was');
  }
  const then = `query @asAt(moment: "${kept.keptAt}") { node(id: "${moved.id}") { ... on Action { version status } } }`;
  expect((await answered(committee.as('MEMBER')(then))).node).toEqual({ version: 3, status: 'IN_PROGRESS' });
});

test('a planned meeting is as it stood, in a query as at a moment', async () => {
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-12-01' });
  const action = await makeStartedAction(committee, { dueOn: '2026-09-20' });
  const moment = later(10).toISOString();
  const first = await agenda(meeting);
  expect(first.entries).toMatchObject([
    { kind: 'OVERDUE', why: 'Due on 20 September 2026, 5 days ago.', subject: { id: action.id } },
  ]);
  later(10);
  await moveAction(committee, 'completeAction', action);
  const asAt = document.replace('query(', 'query Then(').replace(') {', `) @asAt(moment: "${moment}") {`);
  expect((await answered(committee.as('MEMBER')(asAt, { id: meeting.id }))).node.agenda).toEqual(first);
  expect(await agenda(meeting)).not.toEqual(first);
});

test('things are put on an agenda by hand, about something recorded or in words', async () => {
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-10-01' });
  const action = await makeStartedAction(committee);
  const add = (more: object) =>
    say(committee, 'MEMBER', 'addAgendaItem', { meetingId: meeting.id, text: 'Talk about it', ...more });
  await answered(add({}));
  await answered(add({ subjectId: action.id }));
  const found = await entries(meeting);
  expect(found.map(({ kind, why, subject, item }) => [kind, why, subject?.id, item])).toEqual([
    ['ADDED', 'Talk about it', undefined, expect.objectContaining({ addedBy: { role: 'MEMBER' } })],
    ['ADDED', 'Talk about it', action.id, expect.objectContaining({ addedBy: { role: 'MEMBER' } })],
  ]);
  const foreign = await makeStartedAction(await api.newCommittee());
  expect(await refusal(add({ subjectId: foreign.id }))).toMatchObject({ code: 'NOT_FOUND', field: 'input.subjectId' });
  expect(await refusal(add({ subjectId: committee.agencyIds[0] }))).toMatchObject({
    code: 'NOT_FOUND',
    field: 'input.subjectId',
  });
  expect(await refusal(add({ text: 'Born on 03/04/2015' }))).toMatchObject({ code: 'BAD_USER_INPUT' });
  const held = await makeHeldMeeting(committee);
  expect(await refusal(add({ meetingId: held.id }))).toMatchObject({ rule: 'agenda.kept', field: 'input.meetingId' });
});

test('what was not reached is deferred, with the reason, and stands on both agendas', async () => {
  const action = await makeStartedAction(committee, { dueOn: '2026-09-01' });
  const planned = await makePlannedMeeting(committee, { meetsOn: '2026-09-15' });
  await done(committee, 'CHAIR', 'addAgendaItem', { meetingId: planned.id, text: 'The move of the office' });
  await done(committee, 'CHAIR', 'holdMeeting', planned);
  const defer = (more: object) =>
    say(committee, 'CHAIR', 'deferAgendaItem', { meetingId: planned.id, reason: 'No time', ...more });
  expect(await refusal(defer({ subjectId: action.id }))).toMatchObject({ rule: 'agenda.later', field: 'input.toMeetingId' });
  const next = await makePlannedMeeting(committee, { meetsOn: '2026-10-13' });
  const words = (await entries(planned)).find(({ kind }) => kind === 'ADDED');
  await answered(defer({ subjectId: action.id }));
  await answered(defer({ itemId: words?.item?.id, toMeetingId: next.id }));
  expect((await entries(planned)).map(({ kind, deferredTo }) => [kind, deferredTo])).toEqual([
    ['OVERDUE', { why: 'No time', meeting: { id: next.id } }],
    ['ADDED', { why: 'No time', meeting: { id: next.id } }],
  ]);
  const taken = (await entries(next)).filter(({ kind }) => kind === 'DEFERRED');
  expect(taken.map(({ subject, item }) => [subject?.id, item])).toEqual([
    [action.id, expect.objectContaining({ deferredFrom: { id: planned.id } })],
    [undefined, expect.objectContaining({ deferredFrom: { id: planned.id } })],
  ]);
  const later = await makePlannedMeeting(committee, { meetsOn: '2026-12-08' });
  const message = 'This was deferred from this meeting already, to that of 13 October 2026.';
  for (const toMeetingId of [next.id, later.id]) {
    expect(await refusal(defer({ subjectId: action.id, toMeetingId }))).toMatchObject({
      ...{ rule: 'agenda.deferred', field: 'input.subjectId', message },
    });
  }
  expect(await refusal(defer({ itemId: words?.item?.id }))).toMatchObject({ rule: 'agenda.deferred', field: 'input.itemId' });
  const other = await makeStartedAction(committee);
  expect(await refusal(defer({ subjectId: other.id }))).toMatchObject({ rule: 'agenda.notOnIt', field: 'input.subjectId' });
  expect(await refusal(defer({}))).toMatchObject({ rule: 'agenda.what', field: 'input.subjectId' });
  expect(await refusal(defer({ subjectId: action.id, toMeetingId: planned.id }))).toMatchObject({ rule: 'agenda.kept' });
  await done(committee, 'CHAIR', 'cancelMeeting', { ...next, reason: 'Snow' });
  await answered(defer({ subjectId: action.id }));
  expect((await entries(later)).filter(({ kind }) => kind === 'DEFERRED').map(({ subject }) => subject?.id)).toEqual([action.id]);
});

test('a signal that was on the last agenda, and an answer that was, are not on the next', async () => {
  const wanted = await exceptions();
  const first = await makeHeldMeeting(committee, { meetsOn: '2026-09-15' });
  expect((await entries(first)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['SIGNAL', 'ESCALATED']));
  const next = await makePlannedMeeting(committee, { meetsOn: '2026-10-13' });
  const kinds = async () => (await entries(next)).map(({ kind }) => kind);
  expect(await kinds()).not.toContain('SIGNAL');
  expect(await kinds()).toContain('ESCALATED');
  later(2);
  await done(committee, 'CHIEF_OFFICER', 'answerEscalation', {
    ...{ id: wanted.ESCALATED, version: 1 },
    text: 'We do',
    answeredOn: '2026-09-17',
  });
  expect((await entries(next)).find(({ kind }) => kind === 'ESCALATED')?.why).toBe('Answered on 17 September 2026.');
  later(30);
  await done(committee, 'CHAIR', 'holdMeeting', next);
  const third = await makePlannedMeeting(committee, { meetsOn: '2026-11-10' });
  expect((await entries(third)).map(({ kind }) => kind)).not.toContain('ESCALATED');
});

test('an answer that is entered late is on the next agenda, and then on no other', async () => {
  const wanted = await exceptions();
  await makeHeldMeeting(committee, { meetsOn: '2026-09-15' });
  later(2);
  const answer = { id: wanted.ESCALATED, version: 1, text: 'We do', answeredOn: '2026-09-10' };
  await done(committee, 'CHIEF_OFFICER', 'answerEscalation', answer);
  const seen: string[][] = [];
  for (const meetsOn of ['2026-10-13', '2026-11-10', '2026-12-08']) {
    const meeting = await makePlannedMeeting(committee, { meetsOn });
    seen.push((await entries(meeting)).filter(({ kind }) => kind === 'ESCALATED').map(({ why }) => why));
    later(30);
    await done(committee, 'CHAIR', 'holdMeeting', meeting);
  }
  expect(seen).toEqual([['Answered on 10 September 2026.'], [], []]);
});

test('no date slips quietly: what is rated better only by one re-dating is on the agenda, started or not', async () => {
  const made = [
    await makeApprovedAction(committee, { dueOn: '2026-09-30' }),
    await makeStartedAction(committee, { dueOn: '2026-09-30' }),
    await makeStartedAction(committee, { dueOn: '2027-12-31' }),
  ];
  for (const { id, version } of made) {
    await done(committee, 'CHAIR', 'redateAction', { id, version, dueOn: '2028-03-31', reason: 'Staff' });
  }
  later(30);
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-11-10' });
  const why = 'Re-dated from 30 September 2026 to 31 March 2028. Against the original date: It is 15 days overdue.';
  const slipped = made.slice(0, 2).map(({ id }) => id);
  const found = await entries(meeting);
  expect(found.map((each) => [each.kind, each.why, each.sinceOn])).toEqual(
    slipped.map(() => ['BETTER_BY_REDATING', why, '2026-09-30']),
  );
  expect(found.map(({ subject }) => subject?.id).sort()).toEqual([...slipped].sort());
  const byCategory = '{ actions(filter: {ratingCategories: [GREY_BY_REDATING]}) { nodes { id } } }';
  expect((await answered(committee.as('MEMBER')(byCategory))).actions.nodes).toEqual([{ id: slipped[0] }]);
});

test('red confidence in the latest report is on the agenda until a later one says otherwise', async () => {
  const action = await makeStartedAction(committee, { dueOn: '2027-12-31' });
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-10-13' });
  const update = 'mutation($input: UpdateActionInput!) { updateAction(input: $input) { action { id } } }';
  const report = async (facts: object) => {
    later(1);
    const input = { actionId: action.id, text: 'As it is', ...facts };
    await answered(committee.as('LEAD_OFFICER')(update, { input }));
    return (await entries(meeting)).map(({ kind, why, subject }) => [kind, why, subject?.id]);
  };
  const red = [['CONFIDENCE_RED', 'Confidence was reported as red on 16 September 2026.', action.id]];
  expect(await report({ confidence: 'RED', basis: 'NOW' })).toEqual(red);
  expect(await report({})).toEqual(red);
  expect(await report({ confidence: 'AMBER', basis: 'NOW' })).toEqual([]);
});

test('the agenda of a meeting that is recorded as held late is that of the moment of recording, as it says', async () => {
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-09-15' });
  const action = await makeStartedAction(committee, { dueOn: '2026-09-18' });
  later(7);
  await done(committee, 'CHAIR', 'holdMeeting', meeting);
  const { keptAt, entries: kept } = await agenda(meeting);
  expect(String(keptAt).slice(0, 10)).toBe('2026-09-22');
  expect(kept).toMatchObject([{ kind: 'OVERDUE', sinceOn: '2026-09-18', subject: { id: action.id } }]);
});

test('the agenda of a subgroup leaves out what is not for it to decide', async () => {
  await makeCompletedAction(committee);
  const chairId = memberOf(committee, 'SUBGROUP_CHAIR');
  const { subgroup } = await done(committee, 'CHAIR', 'formSubgroup', { name: 'Quality assurance', remit: 'Audits', chairId });
  const meeting = await makePlannedMeeting(committee, { subgroupId: subgroup.id, meetsOn: '2026-10-01' });
  expect(await entries(meeting)).toEqual([]);
  await done(committee, 'CHAIR', 'delegateToSubgroup', { ...subgroup, delegated: ['ACCEPT_COMPLETION'] });
  expect((await entries(meeting)).map(({ kind }) => kind)).toEqual(['AWAITING_SIGN_OFF']);
});

test('an agenda is for its committee alone, and takes as many statements for many exceptions as for one of each', async () => {
  await exceptions();
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-10-01' });
  const one = await committee.as('MEMBER')(document, { id: meeting.id });
  await exceptions2();
  const two = await committee.as('MEMBER')(document, { id: meeting.id });
  expect([one.errors, two.errors]).toEqual([[], []]);
  expect(two.data.node.agenda.entries.length).toBeGreaterThan(Number(one.data.node.agenda.entries.length) + 3);
  expect(two.statements.length).toBe(one.statements.length);
  const other = await api.newCommittee();
  expect((await answered(other.as('CHAIR')(document, { id: meeting.id }))).node).toBeNull();
  const theirs = await makePlannedMeeting(other, { meetsOn: '2026-10-01' });
  expect((await agenda(theirs, other)).entries).toEqual([]);
});

async function exceptions2(): Promise<void> {
  for (let step = 0; step < 3; step += 1) {
    await makeCompletedAction(committee, { dueOn: '2027-12-31' });
    await makeStartedAction(committee, { dueOn: '2026-09-14' });
    const finding = await makeFinding(committee);
    await done(committee, 'CHAIR', 'respondToFinding', { id: finding.id, version: finding.version, answer: 'ACCEPTED' });
  }
}
