import { makeSchema } from '../../src/graphql/schema';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { everyList } from '../support/everyField';
import { makeApprovedAction, makeFinding, moveAction } from '../support/make';
import { meetingStory } from '../support/meetingStory';
import { RandomVerbs, randomly } from '../support/randomVerbs';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-02-02T09:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const asAt = (moment: Date | string, document: string): string =>
  `query @asAt(moment: "${typeof moment === 'string' ? moment : moment.toISOString()}") ${document}`;

const later = (days: number): Date => (api.clock.now = new Date(api.clock.now.getTime() + days * 86_400_000));

describe('the directive', () => {
  test('lists, filters, totals, states and what is overdue are as they were', async () => {
    const action = await makeApprovedAction(committee, { dueOn: '2026-03-01' });
    const ask = `{ statusSummary { total overdue asAtOn } actions(filter: {isOverdue: true}) { totalCount nodes { id status version } } findings { totalCount } }`;
    const before = later(1);
    const first = await answered(committee.as('MEMBER')(ask));
    const overdue = later(60);
    const second = await answered(committee.as('MEMBER')(ask));
    expect(second.actions.nodes).toEqual([{ id: action.id, status: 'APPROVED', version: action.version }]);
    later(1);
    await moveAction(committee, 'startAction', action);
    await makeFinding(committee);
    later(1);
    expect(await answered(committee.as('MEMBER')(asAt(before, ask)))).toEqual(first);
    expect(await answered(committee.as('MEMBER')(asAt(overdue, ask)))).toEqual(second);
    expect(await answered(committee.as('MEMBER')(ask))).not.toEqual(second);
  });

  test('a row that came later is not there by id either, and a variable may give the moment', async () => {
    const moment = later(1).toISOString();
    later(1);
    const { id } = await makeFinding(committee);
    later(1);
    const document = 'query($id: ID!, $moment: DateTimeISO!) @asAt(moment: $moment) { node(id: $id) { id } }';
    expect(await answered(committee.as('MEMBER')(document, { id, moment }))).toEqual({ node: null });
    expect(await answered(committee.as('MEMBER')(document, { id, moment: api.clock.now.toISOString() }))).toEqual({
      node: { id },
    });
  });

  test('a moment to come, and one before the record, are refused with their rules', async () => {
    const ask = (moment: string) => refusal(committee.as('MEMBER')(asAt(moment, '{ actions { totalCount } }')));
    expect(await ask('2026-02-02T09:00:00.001Z')).toMatchObject({
      code: 'BAD_USER_INPUT',
      rule: 'asAt.future',
      field: 'asAt.moment',
    });
    for (const moment of ['1999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z']) {
      expect(await ask(moment)).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'asAt.beforeRecord', field: 'asAt.moment' });
    }
    expect(await ask('yesterday')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('nothing can be changed in the past', async () => {
    const document = `mutation @asAt(moment: "2026-02-01T00:00:00Z") { recordLearningSource(input: {kind: PROCESS_REVIEW, title: "A review"}) { source { id } } }`;
    expect(await refusal(committee.as('LEAD_OFFICER')(document))).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('another committee’s past is as closed as its present', async () => {
    const { id } = await makeFinding(committee);
    later(1);
    const other = await api.newCommittee();
    const document = asAt(api.clock.now, `{ findings { totalCount } node(id: "${id}") { id } }`);
    expect(await answered(other.as('MEMBER')(document))).toEqual({ findings: { totalCount: 0 }, node: null });
  });

  test('it takes one statement more, however many rows there are', async () => {
    const ask = '{ actions { totalCount nodes { id findings { nodes { id source { ref } } } } } }';
    await makeApprovedAction(committee);
    later(1);
    // The first question of a day lets publications out that are due.
    await committee.as('MEMBER')(ask);
    const now = await committee.as('MEMBER')(ask);
    const then = await committee.as('MEMBER')(asAt(api.clock.now, ask));
    expect(then.data).toEqual(now.data);
    expect(then.statements.length).toBe(now.statements.length + 1);
  });
});

interface Kept {
  readonly moment: Date;
  readonly document: string;
  readonly answer: string;
}

const AGENDA = 'agenda { isKept keptAt counts { kind count } entries { kind why sinceOn subjectVersion subject { id } } }';
const meetingDocuments = [
  '{ statusSummary(groupBy: RATING_CATEGORY) { groups { key count overdue } } actions(filter: { ratings: [RED, AMBER] }) { nodes { ref rating { now { colour sentence } againstOriginal { colour } category } } } }',
  '{ closureLedger { closures onAssertion reopened byImpactLevel { level closures } byEvidenceKind { kind closures } } }',
  `{ nextMeeting { id ${AGENDA} } meetings(first: 3, orderBy: { field: RECORDED_AT, direction: DESC }) { nodes { id status ${AGENDA} decisions(first: 5) { nodes { kind reason } } } } }`,
];
const wholeStory = ['holdMeeting', 'ACCEPT_COMPLETION', 'REVISE_DATE', 'answerEscalation', 'REOPEN'];
const SEED = 20260916;
const VERBS = 230;
const LATE_VERBS = 30;

/** Says verbs until so many were accepted; what is refused leaves nothing. Gives the names of those that were. */
async function live(verbs: RandomVerbs, accepted: number, each: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  await verbs.look();
  while (said.length < accepted) {
    const { verb, errors } = await verbs.say();
    if (errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')) throw new Error(JSON.stringify(errors));
    if (errors.length > 0) continue;
    said.push(verb);
    await each();
    later(verbs.random.next() * 3);
    await verbs.look();
  }
  return said;
}

/** Asked by a role whose rights no verb changes, since rights are today’s in the past too. */
test('after a random history of hundreds of verbs, and late facts, each moment answers byte for byte as it did', async () => {
  // Later than any other test: ideas that other committees share are seen here too, and time must not run backwards.
  api.clock.now = new Date('2031-01-06T09:00:00Z');
  const schema = await makeSchema();
  const verbs = new RandomVerbs(api, schema, committee, randomly(SEED));
  const aboutMeetings = [
    ...meetingDocuments,
    '{ escalations { nodes { status question answer } } redateRequests { nodes { status reason } } }',
  ];
  const documents = [
    // Who may read and do what is settled by today, so an auditor asks, whose membership may have ended; and who reads leaves a line
    // in the log of reads.
    ...everyList(schema, ['effectiveVisibility', 'practice', 'viewerCan']).filter(
      (document) => !document.includes('restrictedReads') && !document.includes('agencyActions'),
    ),
    '{ statusSummary(groupBy: THEME) { total overdue groups { key count overdue } } viewer { role } }',
    ...meetingDocuments,
  ];
  const kept: Kept[] = [];
  const keep = async (document: string) => {
    const answer = JSON.stringify(await answered(committee.as('AUDITOR')(document)));
    kept.push({ moment: api.clock.now, document, answer });
  };
  const story = meetingStory(committee, () => api.clock.now);
  const told: string[] = [];
  const tellOn = async () => {
    later(verbs.random.next());
    told.push((await story.next()).value);
    later(verbs.random.next());
    await keep(verbs.random.one(aboutMeetings));
  };
  const said = await live(verbs, VERBS, async () => {
    await keep(verbs.random.one(documents));
    if (verbs.random.next() <= 0.2) await tellOn();
  });
  expect(new Set(said).size).toBeGreaterThan(30);
  // Chance may begin the story anew too often; it is told until all of it has been.
  for (let more = 0; more < 60 && !wholeStory.every((part) => told.includes(part)); more += 1) await tellOn();
  expect(told).toEqual(expect.arrayContaining(wholeStory));
  await live(verbs, LATE_VERBS, () => Promise.resolve());
  for (const { moment, document, answer } of kept) {
    const then = JSON.stringify(await answered(committee.as('AUDITOR')(asAt(moment, document))));
    // Only when they differ are the answers taken apart, to show where.
    if (then !== answer) expect([moment, document, JSON.parse(then)]).toEqual([moment, document, JSON.parse(answer)]);
    expect(then === answer).toBe(true);
  }
  const latest = await Promise.all(documents.map((document) => committee.as('AUDITOR')(document)));
  expect(latest.filter(({ data }) => kept.some(({ answer }) => answer === JSON.stringify(data))).length).toBeLessThan(
    documents.length,
  );
}, 300_000);
