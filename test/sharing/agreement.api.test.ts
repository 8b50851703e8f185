import { answered, refusal, startApi, type TestApi } from '../support/api';
import { addMember, agree, ask, ledBy, propose, say, shownTo, together, type Party } from './sharingMaking';

/* How an agreement comes about, how it ends, and who has a say. */
let api: TestApi;
let granting: Party;
let reading: Party;
let agencyId: string;
let rawAgencyId: string;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  const made = await together(api, 2);
  [granting, reading] = made.parties as [Party, Party];
  ({ agencyId, rawAgencyId } = made);
});
afterAll(() => api.close());

const othersShown = async (): Promise<number> => (await shownTo(reading.representative)).filter(({ isOwn }) => !isOwn).length;

test('both sides have to agree, in either order, before anything is shared', async () => {
  await ledBy(granting, agencyId);
  const proposed = await propose(granting, agencyId);
  expect(proposed).toMatchObject({
    state: 'PROPOSED',
    isOwn: true,
    committeeName: granting.name,
    signedOn: null,
    agreedOn: null,
  });
  expect(await othersShown()).toBe(0);
  const accepted = await say(granting.representative, 'accept', { id: proposed.id, version: proposed.version });
  expect(accepted).toMatchObject({ state: 'PROPOSED', acceptedOn: '2026-09-15', acceptedBy: { role: 'MEMBER' }, agreedOn: null });
  expect(await othersShown()).toBe(0);
  const signed = await say(granting.as('CHIEF_OFFICER'), 'sign', { id: proposed.id, version: accepted.version });
  expect(signed).toMatchObject({ state: 'IN_FORCE', signedBy: { role: 'CHIEF_OFFICER' }, agreedOn: '2026-09-15' });
  expect(await othersShown()).toBe(1);
});

test('nobody speaks for the other side, or twice', async () => {
  const proposed = await propose(granting, agencyId);
  const based = { id: proposed.id, version: proposed.version };
  const other = api.asActor(await addMember(api, granting, { agency: null }));
  expect(await refusal(ask(other, 'accept', based))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(ask(granting.as('MEMBER'), 'accept', based))).toMatchObject({ code: 'FORBIDDEN' });
  // Whoever represents the same agency elsewhere cannot change what is another committee's.
  expect(await refusal(ask(reading.representative, 'accept', based))).toMatchObject({ code: 'NOT_FOUND' });
  const ownChair = api.asActor(await addMember(api, granting, { agency: rawAgencyId, role: 'CHAIR' }));
  expect(await refusal(ask(ownChair, 'sign', based))).toMatchObject({ rule: 'agreement.ownAgency', field: 'input.id' });
  const signed = await say(granting.as('CHAIR'), 'sign', based);
  const again = { id: signed.id, version: signed.version };
  expect(await refusal(ask(granting.as('CHIEF_OFFICER'), 'sign', again))).toMatchObject({ rule: 'agreement.signed' });
  expect(await refusal(ask(granting.representative, 'accept', based))).toMatchObject({ code: 'STALE' });
  const accepted = await say(granting.representative, 'accept', again);
  const late = { id: accepted.id, version: accepted.version };
  expect(await refusal(ask(granting.representative, 'accept', late))).toMatchObject({ rule: 'agreement.transition' });
});

test('terms that cannot be are refused, with the field named', async () => {
  const input = { coversLed: false, coversContributed: false };
  await expect(propose(granting, agencyId, input)).rejects.toThrow('agreement.scope');
  await expect(propose(granting, agencyId, { reviewOn: null })).rejects.toThrow('input.reviewOn');
  await expect(propose(granting, agencyId, { purpose: 'nul \u0000 byte' })).rejects.toThrow('BAD_USER_INPUT');
  await expect(propose(granting, agencyId, { purpose: ' ' })).rejects.toThrow('BAD_USER_INPUT');
  await expect(propose(granting, reading.agencyIds[0] ?? '')).rejects.toThrow('NOT_FOUND');
  const { sharingAgreements } = await answered(granting.as('CHAIR')('{ sharingAgreements { totalCount } }'));
  expect(sharingAgreements.totalCount).toBe(0);
});

test('it is in force from its first day to its last, and not a day longer', async () => {
  await ledBy(granting, agencyId);
  const agreement = await agree(granting, agencyId, { startsOn: '2026-10-01', endsOn: '2026-10-31', reviewOn: null });
  expect(agreement.state).toBe('AGREED');
  const shown: [string, number][] = [];
  for (const moment of ['2026-09-30T22:59:59Z', '2026-09-30T23:00:00Z', '2026-10-31T23:59:59Z', '2026-11-01T00:00:00Z']) {
    api.clock.now = new Date(moment);
    shown.push([moment, await othersShown()]);
  }
  // Days are days in Scotland: October begins at eleven in the evening, UTC.
  expect(shown.map(([, count]) => count)).toEqual([0, 1, 1, 0]);
});

test('one that is revoked shows nothing from the next request on, and cannot be revived', async () => {
  await ledBy(granting, agencyId);
  const { id, version } = await agree(granting, agencyId);
  expect(await othersShown()).toBe(1);
  const revoked = await say(granting.as('LEAD_OFFICER'), 'revoke', { id, version, reason: 'The protocol has lapsed' });
  expect(revoked).toMatchObject({
    state: 'REVOKED',
    revokedReason: 'The protocol has lapsed',
    revokedBy: { role: 'LEAD_OFFICER' },
  });
  expect(await othersShown()).toBe(0);
  const based = { id, version: revoked.version };
  for (const [verb, more] of [
    ['revoke', { reason: 'x' }],
    ['end', { lastOn: '2026-12-31', reason: 'x' }],
    ['review', { reviewOn: '2027-01-01' }],
    ['sign', {}],
  ] as const)
    expect(await refusal(ask(granting.as('CHAIR'), verb, { ...based, ...more }))).toMatchObject({ rule: 'agreement.transition' });
  await expect(
    api.sql(
      `update sharing_agreement set revoked_at = null, revoked_by_id = null, revoked_reason = null, version = version + 1
    where committee_id = $1`,
      [granting.id],
    ),
  ).rejects.toThrow('The terms of an agreement never change');
});

test('either side ends it after a last day, which can be drawn nearer and not put off', async () => {
  await ledBy(granting, agencyId);
  const { id, version } = await agree(granting, agencyId);
  const end = (who: Parameters<typeof ask>[0], based: object, lastOn: string) =>
    ask(who, 'end', { ...based, lastOn, reason: 'The work is done' });
  expect(await refusal(end(granting.representative, { id, version }, '2026-09-14'))).toMatchObject({ rule: 'agreement.lastDay' });
  expect(await refusal(end(granting.as('MEMBER'), { id, version }, '2026-09-30'))).toMatchObject({ code: 'FORBIDDEN' });
  const ended = (await answered(end(granting.representative, { id, version }, '2026-09-30'))).endSharingAgreement.agreement;
  expect(ended).toMatchObject({ state: 'IN_FORCE', endedOn: '2026-09-30', endedReason: 'The work is done' });
  const later = await refusal(end(granting.as('CHAIR'), { id, version: ended.version }, '2026-10-01'));
  expect(later).toMatchObject({ rule: 'agreement.lastDay', field: 'input.lastOn' });
  api.clock.now = new Date('2026-09-30T12:00:00Z');
  expect(await othersShown()).toBe(1);
  api.clock.now = new Date('2026-10-01T12:00:00Z');
  expect(await othersShown()).toBe(0);
});

test('a new agreement takes the place of the old one; no day has two', async () => {
  await ledBy(granting, agencyId);
  const old = await agree(granting, agencyId, { showsTitles: true });
  const next = await agree(granting, agencyId, { showsTitles: false });
  const [shown] = (await shownTo(reading.representative)).filter(({ isOwn }) => !isOwn);
  expect(shown).toMatchObject({ title: null, agreement: { id: next.id } });
  const read = `query($id: ID!) { node(id: $id) { ... on SharingAgreement { state endedOn supersededBy { id } } } }`;
  const { node } = await answered(granting.as('MEMBER')(read, { id: old.id }));
  expect(node).toEqual({ state: 'ENDED', endedOn: '2026-09-14', supersededBy: { id: next.id } });
  const twice = `update sharing_agreement set signed_on = '2026-09-15', accepted_on = '2026-09-15', agreed_on = '2026-09-15', signed_by_id = proposed_by_id,
    accepted_by_id = $2, version = version + 1 where committee_id = $1 and agreed_on is null`;
  await propose(granting, agencyId);
  await expect(api.sql(twice, [granting.id, granting.representativeId])).rejects.toThrow(
    'There is an agreement with this agency',
  );
});

test('terms never change, whoever writes', async () => {
  await agree(granting, agencyId, { showsTitles: false });
  for (const change of [
    'shows_titles = true',
    `starts_on = '2026-09-01'`,
    `purpose = 'x'`,
    `ends_on = '2030-01-01'`,
    `signed_by_id = proposed_by_id`,
  ])
    await expect(
      api.sql(`update sharing_agreement set ${change}, version = version + 1 where committee_id = $1`, [granting.id]),
    ).rejects.toThrow('The terms of an agreement never change');
  await expect(api.sql('delete from sharing_agreement where committee_id = $1', [granting.id])).rejects.toThrow('never change');
});

test('agreements that end or are to be reviewed soon can be listed, and a review moves the day on', async () => {
  const [ending, standing] = [await together(api, 1), await together(api, 1)];
  const [a, b] = [...ending.parties, ...standing.parties] as [Party, Party];
  await agree(a, ending.agencyId, { endsOn: '2026-12-31', reviewOn: null });
  const reviewed = await agree(b, standing.agencyId, { reviewOn: '2026-11-30' });
  await propose(b, standing.agencyId, { reviewOn: '2026-10-01' });
  const due = async (committee: Party, before: string): Promise<number> =>
    (await answered(committee.as('CHAIR')(`{ sharingAgreements(filter: { dueBefore: "${before}" }) { totalCount } }`)))
      .sharingAgreements.totalCount as number;
  expect([await due(a, '2026-12-31'), await due(a, '2027-01-01')]).toEqual([0, 1]);
  expect([await due(b, '2026-11-30'), await due(b, '2026-12-01')]).toEqual([0, 1]);
  const based = { id: reviewed.id, version: reviewed.version };
  expect(await refusal(ask(b.as('CHAIR'), 'review', { ...based, reviewOn: '2026-09-15' }))).toMatchObject({
    rule: 'agreement.reviewDay',
  });
  const stands = await say(b.as('CHAIR'), 'review', { ...based, reviewOn: '2027-11-30' });
  expect(stands).toMatchObject({ state: 'IN_FORCE', reviewOn: '2027-11-30', reviewedOn: '2026-09-15' });
  expect(await due(b, '2026-12-01')).toBe(0);
});

test('the list can be asked by state, with the same answer as each agreement gives of itself', async () => {
  const ids: Record<string, string> = {};
  for (const state of ['PROPOSED', 'AGREED', 'IN_FORCE', 'ENDED', 'REVOKED']) {
    const { agencyId: of, parties } = await together(api, 1);
    const [party] = parties as [Party];
    ids[state] = (await made(state, party, of)).id;
    const ask1 = await answered(
      party.as('CHAIR')(`{ sharingAgreements(filter: { states: [${state}] }) { nodes { id state } } }`),
    );
    expect(ask1.sharingAgreements.nodes).toEqual([{ id: ids[state], state }]);
    // A committee whose agreement ended because another took its place has that other one as well.
    if (state === 'ENDED') continue;
    const others = ['PROPOSED', 'AGREED', 'IN_FORCE', 'ENDED', 'REVOKED'].filter((each) => each !== state).join(', ');
    const rest = await answered(party.as('CHAIR')(`{ sharingAgreements(filter: { states: [${others}] }) { totalCount } }`));
    expect(rest.sharingAgreements.totalCount).toBe(0);
  }
});

async function made(state: string, party: Party, of: string) {
  if (state === 'PROPOSED') return propose(party, of);
  if (state === 'AGREED') return agree(party, of, { startsOn: '2027-01-01' });
  const agreement = await agree(party, of);
  const based = { id: agreement.id, version: agreement.version };
  if (state === 'REVOKED') return say(party.as('CHAIR'), 'revoke', { ...based, reason: 'x' });
  if (state === 'ENDED')
    await agree(party, of, { showsTitles: false }).then((next) =>
      say(party.as('CHAIR'), 'revoke', { id: next.id, version: next.version, reason: 'x' }),
    );
  return agreement;
}

test('the agency’s people have the document too, wherever they sit; it leads nowhere for them', async () => {
  const { id } = await agree(granting, agencyId);
  const read = `{ sharingAgreements { nodes { id state isOwn committeeName agencyName purpose agency { id } proposedBy { id } signedBy { id } acceptedBy { id }
    uses { totalCount } history { totalCount } } } }`;
  const [seen] = (await answered(reading.representative(read))).sharingAgreements.nodes;
  expect(seen).toMatchObject({ id, state: 'IN_FORCE', isOwn: false, committeeName: granting.name, agency: { id: agencyId } });
  expect(seen).toMatchObject({
    proposedBy: null,
    signedBy: null,
    acceptedBy: null,
    uses: { totalCount: 0 },
    history: { totalCount: 0 },
  });
  // Nobody else of that committee sees it, nor someone of the agency who manages access or has left.
  const admin = api.asActor(await addMember(api, reading, { agency: rawAgencyId, role: 'ADMIN' }));
  const gone = api.asActor(await addMember(api, reading, { agency: rawAgencyId, endedOn: '2026-09-14' }));
  expect((await admin(read)).errors).toMatchObject([{ extensions: { rule: 'access.reading' } }]);
  for (const stranger of [reading.as('CHAIR'), reading.as('MEMBER'), gone])
    expect((await answered(stranger(read))).sharingAgreements.nodes).toEqual([]);
  for (const stranger of [reading.as('CHAIR'), reading.as('MEMBER'), admin, gone]) {
    const one = await answered(stranger('query($id: ID!) { node(id: $id) { id } }', { id }));
    expect(one.node).toBeNull();
  }
});

test('each step is in the history', async () => {
  const { id } = await agree(granting, agencyId);
  const read = `query($id: ID!) { node(id: $id) { ... on Versioned { history { nodes { verb sentence } } } } }`;
  const { node } = await answered(granting.as('AUDITOR')(read, { id }));
  expect(node.history.nodes.map(({ verb }: { verb: string }) => verb)).toEqual([
    'proposeSharingAgreement',
    'signSharingAgreement',
    'acceptSharingAgreement',
  ]);
  expect(node.history.nodes[0].sentence).toMatch(/^The lead officer proposed the sharing agreement/);
});
