import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import type { Role } from '../../src/access/roles';
import { toGlobalId } from '../../src/kernel/globalId';
import { verifyHistory } from '../../src/store/verifyHistory';
import { makeApprovedAction, makeFinding, makePlannedMeeting, makeSource } from '../support/make';
import { makeGroup, say } from '../tiers/tierMaking';
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

const PACK =
  'query($id: ID!) { node(id: $id) { ... on Pack { sha256 isWhole canonicalText page changes { sentence subject { title } } } } }';
const packOf = async (id: string, role: Role = 'MEMBER'): Promise<Shown> =>
  (await answered(committee.as(role)(PACK, { id }))).node;

/** With quotation marks and a line break, as a text in JSON is written otherwise than in the database. */
const NEVER = 'A “pattern” nobody may read:\n"the family" moved \\ away';

/** A pack in which a text stands in several places: as a text, as the title of what changed, in an agenda. */
async function packWith(statement: string): Promise<{ finding: { id: string }; pack: Shown }> {
  await sealed(committee, await makePlannedMeeting(committee, { meetsOn: '2026-09-20' }));
  later(1);
  const finding = await makeFinding(committee, { statement });
  const responded = { id: finding.id, version: finding.version, answer: 'ACCEPTED' };
  await answered(say(committee, 'CHAIR', 'respondToFinding', responded, 'finding { id }'));
  later(1);
  return { finding, pack: await sealed(committee, await makePlannedMeeting(committee, { meetsOn: '2026-12-14' })) };
}

const quarantine = async (id: string): Promise<Shown> =>
  (
    await answered(
      say(
        committee,
        'PRIVACY_STEWARD',
        'quarantineText',
        { id, fieldName: 'statement', reason: 'CHILD' },
        'quarantine { id version }',
      ),
    )
  ).quarantineText.quarantine;

test('a text that a steward withholds does not come out of an old pack, which says so and keeps its hash', async () => {
  const { finding, pack } = await packWith(NEVER);
  expect(pack.canonicalText.split('nobody may read').length).toBeGreaterThan(3);
  later(1);
  const held = await quarantine(finding.id);
  const now = await packOf(pack.id);
  expect(now).toMatchObject({ sha256: pack.sha256, isWhole: false });
  expect(now.canonicalText).not.toContain('nobody may read');
  expect(JSON.stringify(now.changes)).not.toContain('nobody may read');
  expect(now.page).not.toContain('nobody may read');
  expect(now.page).toContain('Texts were withheld or erased since this pack was sealed.');
  expect(JSON.parse(now.canonicalText).findings[0].statement).toBe('[withheld]');
  await answered(
    say(committee, 'PRIVACY_STEWARD', 'releaseText', { id: held.id, version: held.version, note: 'Nobody is meant' }),
  );
  expect(await packOf(pack.id)).toMatchObject({ isWhole: true, canonicalText: pack.canonicalText });
});

test('a text that is erased is erased from old packs for good, and the chain of events still holds', async () => {
  const { finding, pack } = await packWith(NEVER);
  later(1);
  const held = await quarantine(finding.id);
  const asking = { id: held.id, version: held.version, ground: 'NEVER_ALLOWED' };
  const asked = (await answered(say(committee, 'PRIVACY_STEWARD', 'askErasure', asking, 'quarantine { id version }'))).askErasure
    .quarantine;
  await answered(say(committee, 'CHAIR', 'confirmErasure', { id: asked.id, version: asked.version }, 'quarantine { id }'));
  expect(await packOf(pack.id)).toMatchObject({ isWhole: false, sha256: pack.sha256 });
  const [stored] = await api.sql(
    `select count(*)::int as count from pack_text where committee_id = $1 and canonical_text like '%nobody may read%'`,
    [committee.id],
  );
  expect(stored).toEqual({ count: 0 });
  expect(JSON.parse((await packOf(pack.id)).canonicalText).findings[0].statement).toBe('[erased]');
  expect((await verifyHistory(api.database, { committeeId: committee.id })).problems).toEqual([]);
});

test('a short text is withheld where it is the whole of a value, and takes nothing else with it', async () => {
  const { finding, pack } = await packWith('Late');
  await makeFinding(committee, { statement: 'Late again, as before' });
  await quarantine(finding.id);
  const { findings } = JSON.parse((await packOf(pack.id)).canonicalText);
  expect(findings[0].statement).toBe('[withheld]');
});

test('what is restricted to a group is not in a pack, whoever seals it, and is said to be withheld', async () => {
  const group = await makeGroup(committee, 'The review', 'LEAD_OFFICER', 'CHAIR');
  const source = await makeSource(committee, { title: 'A review of something particular' });
  const finding = await makeFinding(committee, { sourceId: source.id, statement: 'Only the group may read this' });
  const input = { id: source.id, version: source.version, visibility: 'RESTRICTED', restrictedGroupId: group };
  await answered(say(committee, 'LEAD_OFFICER', 'classifySource', input));
  await makeApprovedAction(committee, { findingIds: [finding.id], title: 'Nor this title' });
  const { content, canonicalText } = await sealed(committee, await makePlannedMeeting(committee));
  for (const text of ['something particular', 'Only the group', 'Nor this title']) expect(canonicalText).not.toContain(text);
  expect(content.findings[0]).toMatchObject({ statement: null, withheld: { sentence: expect.any(String) as string } });
});

describe('where the committee keeps small numbers from some of its roles', () => {
  const keepSmallFrom = async (role: 'MEMBER' | 'CHIEF_OFFICER') => {
    const [settings] = await api.sql('select id, version from committee_settings where committee_id = $1', [committee.id]);
    const input = {
      id: toGlobalId('CommitteeSettings', String(settings?.id)),
      version: settings?.version,
      protectedRoles: [role],
    };
    await answered(say(committee, 'CHAIR', 'keepSmallNumbers', input));
  };

  test('a pack is sealed without them, whoever seals it, and read by all', async () => {
    await packWith('A finding that all may read');
    await keepSmallFrom('CHIEF_OFFICER');
    later(1);
    const pack = await sealed(committee, await makePlannedMeeting(committee, { meetsOn: '2027-03-01' }));
    expect(pack.content.smallestCountShown).toBe(5);
    expect(pack.content.sources.map(({ response }: Shown) => response)).toEqual([null]);
    expect((await packOf(pack.id, 'CHIEF_OFFICER')).canonicalText).toBe(pack.canonicalText);
    const draft = `{ packDraft(meetingId: "${pack.content.about.meeting.id as string}") { canonicalText } changesSince(moment: "2026-09-15T12:00:00Z") { items { sentence } } }`;
    const { packDraft } = await answered(committee.as('CHIEF_OFFICER')(draft));
    expect(JSON.parse(packDraft.canonicalText).smallestCountShown).toBe(5);
  });

  test('a pack that was sealed with them before is refused to those roles', async () => {
    const { pack } = await packWith('A finding that all may read');
    await keepSmallFrom('CHIEF_OFFICER');
    expect(
      await refusal(committee.as('CHIEF_OFFICER')('query($id: ID!) { node(id: $id) { ... on Pack { page } } }', { id: pack.id })),
    ).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('sealed before small numbers were kept from your role') as string,
    });
    expect((await packOf(pack.id, 'MEMBER')).isWhole).toBe(true);
  });
});
