import { answered, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeStrathfinella } from '../support/strathfinella';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  api.clock.now = new Date('2024-09-02T10:00:00Z');
  committee = await makeStrathfinella(api);
  api.clock.now = new Date('2026-11-25T10:00:00Z');
});
afterAll(() => api.close());

test('each meeting that its story tells has a pack, sealed a week before it, and each tells what changed since the one before', async () => {
  const ask = `{ packs { nodes { number asAt headSeq canonicalText isWhole meeting { meetsOn status } since { number headSeq } changes { eventSeqs } } }
  }`;
  const { packs } = await answered(committee.as('MEMBER')(ask));
  expect(packs.nodes.map(({ meeting }: Shown) => meeting.meetsOn)).toEqual(['2025-12-09', '2026-06-09', '2026-09-08']);
  for (const { number, asAt, headSeq, isWhole, meeting, since, changes } of packs.nodes as Shown[]) {
    const papersOn = new Date(Date.parse(meeting.meetsOn) - 7 * 86_400_000).toISOString().slice(0, 10);
    expect([number, asAt.slice(0, 10), meeting.status, isWhole]).toEqual([number, papersOn, 'HELD', true]);
    // The first tells what changed since a meeting that had no pack.
    const told = new Set((changes as Shown[]).flatMap(({ eventSeqs }) => eventSeqs as number[]));
    expect(since === null ? told.size > 0 : told.size === headSeq - since.headSeq).toBe(true);
  }
});
