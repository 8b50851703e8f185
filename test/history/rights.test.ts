import { readSession } from '../../src/store/session';
import { share, withdraw } from '../spread/spreadMaking';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';

/* What may be seen of the past is settled by what may be seen now: consent that was withdrawn is withdrawn for the past too. */
let api: TestApi;
let sharing: TestCommittee;
let other: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  [sharing, other] = [await api.newCommittee(), await api.newCommittee()];
});
afterAll(() => api.close());

const at = (moment: string): string => `@asAt(moment: "${moment}")`;

test('a shared idea that was withdrawn is shown to others at no moment; to its own committee at each', async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  const idea = await share(sharing);
  const kept = await share(sharing);
  api.clock.now = new Date('2026-10-15T10:00:00Z');
  await withdraw(sharing, idea);
  api.clock.now = new Date('2026-10-16T10:00:00Z');
  const ask = (when: string) =>
    `query ${when} { node(id: "${idea.id}") { id } kept: node(id: "${kept.id}") { id } sharedIdeas(first: 200) { nodes { id lineage { id } } } }`;
  for (const when of ['', at('2026-09-20T10:00:00Z'), at('2026-10-15T09:00:00Z')]) {
    const seen = await answered(other.as('MEMBER')(ask(when)));
    expect([when, seen.node, seen.kept]).toEqual([when, null, { id: kept.id }]);
    expect(seen.sharedIdeas.nodes.map(({ id }: { id: string }) => id)).not.toContain(idea.id);
  }
  const own = await answered(sharing.as('MEMBER')(ask(at('2026-09-20T10:00:00Z'))));
  expect(own.node).toEqual({ id: idea.id });
});

test('each lock by itself keeps the past of a withdrawn idea: row security without the service’s filter', async () => {
  const session = readSession(api.database.dataSource, { ...other.actor('MEMBER'), asAt: new Date('2026-09-20T10:00:00Z') });
  const rows = await session.query('select committee_id, withdrawn_on from shared_idea where committee_id = $1', [sharing.id]);
  const uptakes = await session.query('select distinct shared_idea_id from idea_uptake where committee_id = $1', [sharing.id]);
  await session.end('COMMIT');
  expect(rows).toHaveLength(1);
  expect(uptakes).toHaveLength(1);
});

test('practice that is shared no more is withheld, whatever moment is asked for; what is shared now is shown of before', async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  const globalIdOf = async (role: 'MEMBER' | 'CHAIR'): Promise<string> =>
    (await answered(sharing.as(role)('{ viewer { member { id } } }'))).viewer.member.id;
  const [member, chair] = [await globalIdOf('MEMBER'), await globalIdOf('CHAIR')];
  const seen = async (when: string) =>
    (await answered(sharing.as('CHAIR')(`query ${when} { node(id: "${member}") { ... on Member { practice { isWithheld } } } }`)))
      .node.practice.isWithheld;
  const share = `mutation($id: ID!) { sharePractice(input: {memberId: $id}) { sharing { id version } } }`;
  const { sharePractice } = await answered(sharing.as('MEMBER')(share, { id: chair }));
  api.clock.now = new Date('2026-10-15T10:00:00Z');
  expect([await seen(''), await seen(at('2026-09-20T10:00:00Z')), await seen(at('2026-09-01T10:00:00Z'))]).toEqual([
    ...[false, false, false],
  ]);
  const end = `mutation($input: WithdrawPracticeInput!) { withdrawPractice(input: $input) { sharing { version } } }`;
  await answered(sharing.as('MEMBER')(end, { input: sharePractice.sharing }));
  api.clock.now = new Date('2026-10-16T10:00:00Z');
  expect([await seen(''), await seen(at('2026-09-20T10:00:00Z')), await seen(at('2026-10-15T09:00:00Z'))]).toEqual([
    ...[true, true, true],
  ]);
});
