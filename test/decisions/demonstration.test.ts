import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeStrathfinella } from '../support/strathfinella';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  api.clock.now = new Date('2024-09-02T10:00:00Z');
  committee = await makeStrathfinella(api);
  api.clock.now = new Date('2026-11-25T10:00:00Z');
}, 120_000);
afterAll(() => api.close());

test('an action is green by re-dating only, and one was closed on assertion', async () => {
  const ask = `{ actions(filter: {ratingCategories: [GREEN_BY_REDATING]}) { nodes { title rating { againstOriginal { colour } } } }
    closureLedger { closures onAssertion } signOffs(filter: {isOnAssertion: true}) { nodes { action { title } meeting { meetsOn } highestImpactLevelSince } } }`;
  expect(await answered(committee.as('MEMBER')(ask))).toEqual({
    actions: {
      nodes: [{ title: 'Hold initial core groups within 15 working days', rating: { againstOriginal: { colour: 'RED' } } }],
    },
    closureLedger: { closures: 2, onAssertion: 1 },
    signOffs: {
      nodes: [
        {
          action: { title: 'Agree and introduce one chronology template for all services' },
          ...{ meeting: { meetsOn: '2025-12-09' }, highestImpactLevelSince: 3 },
        },
      ],
    },
  });
});

test('four meetings were held, each with the agenda of its day, and the next has a real one', async () => {
  const ask = `{ meetings { nodes { meetsOn heldAt status agenda { counts { kind count } } decisions { nodes { kind escalation { status } } } } }
    nextMeeting { meetsOn agenda { isKept entries { kind subject { __typename } } } } }`;
  const { meetings, nextMeeting } = await answered(committee.as('MEMBER')(ask));
  const [, december, june, september] = meetings.nodes;
  expect(meetings.nodes.map(({ meetsOn, status }: { meetsOn: string; status: string }) => `${meetsOn} ${status}`)).toEqual([
    ...['2025-03-04 HELD', '2025-12-09 HELD', '2026-06-09 HELD', '2026-09-08 HELD', '2026-12-08 PLANNED', '2027-03-09 PLANNED'],
  ]);
  expect(String(december.heldAt)).toMatch(/^2025-12-09T10:00:00/);
  expect(december.agenda.counts).toContainEqual({ kind: 'AWAITING_SIGN_OFF', count: 1 });
  expect(december.decisions.nodes).toEqual([{ kind: 'ACCEPT_COMPLETION', escalation: null }]);
  expect(june.agenda.counts).toContainEqual({ kind: 'OVERDUE', count: 1 });
  expect(september.decisions.nodes).toEqual([{ kind: 'ESCALATE_TO_COG', escalation: { status: 'ANSWERED' } }]);
  expect(nextMeeting).toMatchObject({ meetsOn: '2026-12-08', agenda: { isKept: false } });
  const kinds = nextMeeting.agenda.entries.map(({ kind }: { kind: string }) => kind) as string[];
  expect([...new Set(kinds)]).toEqual(
    expect.arrayContaining([
      'AWAITING_SIGN_OFF',
      'DATE_CHANGE_REQUESTED',
      'ESCALATED',
      'OVERDUE',
      'NO_RESPONSE',
      'STALLED',
      'SIGNAL',
      'ADDED',
    ]),
  );
});
