import { createHash } from 'node:crypto';
import type { Page } from '../../src/packs/packThread.rules';
import { listQueries, meetingQuery } from '../../src/packs/packQueries';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeApprovedAction, makeFinding, makeHeldMeeting, makePlannedMeeting, makeSource } from '../support/make';
import { makeStrathfinella } from '../support/strathfinella';
import { done } from '../decisions/decisionMaking';
import { meetingOn, seal, sealed } from './packMaking';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const later = (days: number): Date => (api.clock.now = new Date(api.clock.now.getTime() + days * 86_400_000));

describe('the pack of a meeting of the demonstration', () => {
  let committee: TestCommittee;
  let pack: Shown;

  beforeAll(async () => {
    api.clock.now = new Date('2024-09-02T10:00:00Z');
    committee = await makeStrathfinella(api);
    api.clock.now = new Date('2026-11-25T10:00:00Z');
    pack = await sealed(committee, await meetingOn(committee, '2026-12-08'));
    later(1);
  });

  test('has a hash that recomputes from its text, also when the text was written anew by somebody else', () => {
    expect(createHash('sha256').update(pack.canonicalText).digest('hex')).toBe(pack.sha256);
    const anew = JSON.stringify(JSON.parse(JSON.stringify(pack.content, null, 2)), inOrder);
    expect(createHash('sha256').update(anew).digest('hex')).toBe(pack.sha256);
    expect(pack).toMatchObject({
      asAt: '2026-11-25T10:00:00.000Z',
      format: 'golden-thread-pack-1',
      marking: 'OFFICIAL_SENSITIVE',
    });
  });

  /** Somebody who reads by the API what the pack says, within the limits of the API. */
  const asked = async (document: string, variables: object): Promise<Shown> => {
    const atMoment = document.replace(/^(query \w+\(.*?\)) \{/, `$1 @asAt(moment: "${pack.asAt as string}") {`);
    return answered(committee.as('DATA_ANALYST')(atMoment, { ...variables }));
  };

  test.each(Object.entries(listQueries))(
    'says of %s what the API answers as at its moment, page by page',
    async (name, document) => {
      const found: unknown[] = [];
      let after: string | null | undefined;
      do {
        const { nodes, pageInfo } = (await asked(document, { first: 3, after })).list as Page<unknown>;
        found.push(...nodes);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      expect(found.length).toBeGreaterThan(3);
      expect(pack.content[name]).toEqual(found);
    },
  );

  test('says of the committee, the meeting and its agenda what the API answers as at its moment', async () => {
    const answer = await asked(meetingQuery, { meetingId: pack.content.about.meeting.id });
    expect(answer.meeting.agenda.entries.length).toBeGreaterThan(5);
    expect(pack.content.about).toEqual(answer);
  });

  test('names the last event that it knows of, and is told by the next one', async () => {
    const [event] = await api.sql('select hash from event where committee_id = $1 and seq = $2', [committee.id, pack.headSeq]);
    expect(event?.hash).toBe(pack.headHash);
    expect(pack.content.head).toEqual({ seq: pack.headSeq, hash: pack.headHash });
    const [own] = await api.sql('select verb from event where committee_id = $1 and seq = $2', [
      committee.id,
      Number(pack.headSeq) + 1,
    ]);
    expect(own?.verb).toBe('sealPack');
  });

  test('says that texts which only some may read are withheld, and nothing of them', () => {
    const finding = pack.content.findings.find((each: Shown) => each.withheld !== null);
    expect(finding).toMatchObject({
      statement: null,
      withheld: { sentence: expect.stringContaining('not what it says') as string },
    });
  });

  test('is a draft before it is sealed, which says the same', async () => {
    const meeting = await meetingOn(committee, '2026-12-08');
    const ask = `query($id: ID!) @asAt(moment: "${pack.asAt as string}") { packDraft(meetingId: $id) { asAt canonicalText page changes { kind } } }`;
    const { packDraft } = await answered(committee.as('MEMBER')(ask, { id: meeting.id }));
    const { number: _number, previousSha256: _previous, ...content } = pack.content;
    const draft = JSON.parse(packDraft.canonicalText);
    const known = draft.changes.filter(({ eventSeqs }: Shown) => eventSeqs.every((seq: number) => seq <= pack.headSeq));
    // As at the very moment of the seal the sealing is known too.
    expect({ ...draft, changes: known, head: content.head }).toEqual({ ...content, number: null, previousSha256: null });
    expect(packDraft.page).toContain('DRAFT. Not sealed');
    const { packDraft: live } = await answered(committee.as('MEMBER')(ask.replace(/@asAt\(.*?\)/, ''), { id: meeting.id }));
    expect(live.asAt).toBe('2026-11-26T10:00:00.000Z');
  });
});

const inOrder = (_key: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const DRAFT = 'query($id: ID!) { packDraft(meetingId: $id) { canonicalText page } }';

describe('sealing', () => {
  let committee: TestCommittee;

  beforeEach(async () => {
    api.clock.now = new Date('2026-09-15T10:00:00Z');
    committee = await api.newCommittee();
  });

  test('makes a chain: each pack has the hash of the one before it, and tells what changed since the last of its body', async () => {
    const [first, second] = [await makePlannedMeeting(committee), await makePlannedMeeting(committee, { meetsOn: '2026-12-14' })];
    const one = await sealed(committee, first);
    later(1);
    const again = await sealed(committee, first);
    later(1);
    await makeFinding(committee);
    const two = await sealed(committee, second);
    expect([one.number, again.number, two.number]).toEqual([1, 2, 3]);
    expect([one, again, two].map(({ content }) => content.previousSha256)).toEqual([null, one.sha256, again.sha256]);
    expect([one.since, again.since, two.since]).toEqual([null, null, { id: again.id }]);
    expect(two.content.since).toMatchObject({ packId: again.id, sha256: again.sha256, seq: again.headSeq, moment: again.asAt });
    expect(two.changes.map(({ kind, sentence }: Shown) => [kind, sentence])).toEqual([
      ['CHANGED', expect.stringContaining('sealed the pack')],
      ['NEW', expect.stringMatching(/^Source .* was recorded\.$/)],
      ['NEW', expect.stringMatching(/^Finding .* was recorded\.$/)],
    ]);
  });

  test('of a meeting that was held is as at when it was held, and once', async () => {
    await makeFinding(committee);
    const held = await makeHeldMeeting(committee);
    later(3);
    await makeFinding(committee);
    const pack = await sealed(committee, held);
    expect(pack.content.findings).toHaveLength(1);
    expect(pack.content.about.meeting).toMatchObject({ status: 'HELD', heldAt: pack.asAt, agenda: { isKept: true } });
    expect(await refusal(seal(committee, held))).toMatchObject({ code: 'RULE_BROKEN', rule: 'pack.sealed', field: 'input.id' });
  });

  test('is refused for a cancelled meeting, a stale version, another committee and a role that may not', async () => {
    const meeting = await makePlannedMeeting(committee);
    const other = await api.newCommittee();
    expect(await refusal(seal(other, meeting))).toMatchObject({ code: 'NOT_FOUND', field: 'input.id' });
    expect(await refusal(seal(committee, { ...meeting, version: 7 }))).toMatchObject({ code: 'STALE' });
    expect(await refusal(seal(committee, meeting, 'MEMBER'))).toMatchObject({ code: 'FORBIDDEN', rule: 'access.role' });
    expect(await refusal(seal(committee, meeting, 'SUBGROUP_CHAIR'))).toMatchObject({
      code: 'FORBIDDEN',
      rule: 'meeting.notTheirs',
    });
    const cancelled = (await done(committee, 'CHAIR', 'cancelMeeting', { ...meeting, reason: 'No quorum' })).meeting;
    expect(await refusal(seal(committee, cancelled))).toMatchObject({ code: 'RULE_BROKEN', rule: 'pack.cancelled' });
    expect(await answered(committee.as('MEMBER')('{ packs { totalCount } }'))).toEqual({ packs: { totalCount: 0 } });
  });

  test('holds a list inside another whole up to the longest page, and is refused where it is longer', async () => {
    const { id: sourceId } = await makeSource(committee);
    const findingIds: string[] = [];
    for (let made = 0; made < 201; made += 1) findingIds.push((await makeFinding(committee, { sourceId })).id);
    const meeting = await makePlannedMeeting(committee);
    await makeApprovedAction(committee, { findingIds: findingIds.slice(0, 200) });
    const { packDraft } = await answered(committee.as('MEMBER')(DRAFT, { id: meeting.id }));
    const [action] = JSON.parse(packDraft.canonicalText).actions;
    expect(action.findings).toMatchObject({ nodes: { length: 200 }, pageInfo: { hasNextPage: false } });
    expect(packDraft.page.split('No action answers it.')).toHaveLength(2);
    const { ref } = await makeApprovedAction(committee, { findingIds });
    const refused = { code: 'RULE_BROKEN', rule: 'pack.listTooLong', message: expect.stringContaining(`findings of ${ref}.`) };
    expect(await refusal(seal(committee, meeting))).toMatchObject({ ...refused, field: 'input.id' });
    expect(await refusal(committee.as('MEMBER')(DRAFT, { id: meeting.id }))).toMatchObject({ ...refused, field: 'meetingId' });
    expect(await answered(committee.as('MEMBER')('{ packs { totalCount } }'))).toEqual({ packs: { totalCount: 0 } });
  }, 120_000);

  test('makes what nobody changes or removes, and no text without its hash is kept', async () => {
    const { id } = await sealed(committee, await makePlannedMeeting(committee));
    const raw = Buffer.from(id as string, 'base64url')
      .toString()
      .split(':')[1];
    for (const statement of [
      'update pack set marking = marking where id = $1',
      'delete from pack where id = $1',
      `update pack_text set canonical_text = '{}' where pack_id = $1`,
      'delete from pack_text where pack_id = $1',
    ]) {
      await expect(api.sql(statement, [raw])).rejects.toThrow('A sealed pack is neither changed nor removed.');
    }
    await expect(api.sql('truncate pack cascade')).rejects.toThrow('A sealed pack is neither changed nor removed.');
    const another = `insert into pack_text select gen_random_uuid(), committee_id, id, '{}' from pack where id = $1`;
    await expect(api.sql(another, [raw])).rejects.toThrow('The text of a pack has the hash of the pack.');
  });

  test('takes as many statements for many rows as for few', async () => {
    const meeting = await makePlannedMeeting(committee);
    await makeApprovedAction(committee, { dueOn: '2026-09-01' });
    const few = await seal(committee, meeting);
    for (let more = 0; more < 4; more += 1) await makeApprovedAction(committee, { dueOn: '2026-09-01' });
    const many = await seal(committee, meeting);
    expect([few.errors, many.errors]).toEqual([[], []]);
    expect(many.statements.length).toBe(few.statements.length);
  });

  test('is for those who work with the committee: partners, programs and administrators read no pack', async () => {
    const meeting = await makePlannedMeeting(committee);
    const { id } = await sealed(committee, meeting);
    const documents = [
      `{ packs { nodes { id } } }`,
      `{ packDraft(meetingId: "${meeting.id}") { page } }`,
      `{ changesSince(moment: "2026-09-15T00:00:00Z") { items { sentence } } }`,
      `{ node(id: "${meeting.id}") { ... on Meeting { packs { id } } } }`,
    ];
    for (const role of ['PARTNER_VIEWER', 'ADMIN'] as const) {
      for (const document of documents) {
        const { data, errors } = await committee.as(role)(document);
        expect([role, document, data?.node === null || errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')]).toEqual(
          [...[role, document, true]],
        );
      }
      expect(await answered(committee.as(role)(`{ node(id: "${id as string}") { id } }`))).toEqual({ node: null });
    }
    const other = await api.newCommittee();
    expect(await answered(other.as('CHAIR')(`{ node(id: "${id as string}") { id } }`))).toEqual({ node: null });
    expect(await refusal(other.as('CHAIR')(documents[1] ?? ''))).toMatchObject({ code: 'NOT_FOUND', field: 'meetingId' });
  });
});
