import { createHash } from 'node:crypto';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { issueKey } from '../support/access';
import { listening, type Listening } from '../support/listening';
import { makeApprovedAction, makeFinding, makePlannedMeeting, makeSource, type MadeMeeting } from '../support/make';
import { makeSeries, risen, steady } from '../chartViews/chartMaking';
import { addEvidence } from '../decisions/decisionMaking';
import { sealed } from './packMaking';

let api: TestApi;
let committee: TestCommittee;
let service: Listening;
let meeting: MadeMeeting;
let id: string;
let sha256: string;
let page: string;

const HOSTILE = `</style></title><script>alert("1")</script><img src=x onerror='alert(2)'> & "quoted" \u202Ereversed`;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  service = await listening(api);
  const source = await makeSource(committee, { title: `Source ${HOSTILE}` });
  const finding = await makeFinding(committee, { sourceId: source.id, statement: `Finding ${HOSTILE}` });
  const action = await makeApprovedAction(committee, {
    findingIds: [finding.id],
    title: `Action ${HOSTILE}`,
    dueOn: '2026-09-01',
  });
  await addEvidence(committee, action.id);
  await makeSeries(committee, [...steady, ...risen], { name: `Measure ${HOSTILE}` });
  const before = await makePlannedMeeting(committee, { place: HOSTILE });
  await sealed(committee, before);
  meeting = await makePlannedMeeting(committee, { meetsOn: '2026-12-14', place: HOSTILE });
  const pack = await sealed(committee, meeting);
  [id, sha256] = [pack.id, pack.sha256];
  page = await (await get(`/packs/${id}.html`)).text();
});
afterAll(async () => {
  await service.close();
  await api.close();
});

const get = async (path: string, role: 'MEMBER' | 'PARTNER_VIEWER' = 'MEMBER', owner = committee, init: RequestInit = {}) =>
  fetch(`${service.url}${path}`, { ...init, headers: { authorization: await service.authorization(owner, role) } });

describe('at its address', () => {
  test('the text is there byte for byte as it is hashed, and the page with a policy that allows its style and nothing else', async () => {
    const json = await get(`/packs/${id}.json`);
    expect([json.status, json.headers.get('content-type'), json.headers.get('etag'), json.headers.get('cache-control')]).toEqual([
      ...[200, 'application/json; charset=utf-8', `"${sha256}"`, 'no-store'],
    ]);
    expect(
      createHash('sha256')
        .update(Buffer.from(await json.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
    const html = await get(`/packs/${id}.html`);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect([html.status, html.headers.get('content-type'), html.headers.get('content-security-policy')]).toEqual([
      ...[200, 'text/html; charset=utf-8', `default-src 'none'; frame-ancestors 'none'; style-src 'sha256-${hash}'`],
    ]);
  });

  test('an address without an ending leads to the page, and that of a meeting shows its draft', async () => {
    const led = await get(`/packs/${id}`, 'MEMBER', committee, { redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([302, `${id}.html`]);
    const draft = await (await get(`/packs/${meeting.id}.html`)).text();
    expect(draft).toContain('DRAFT. Not sealed; it may change until the meeting.');
    expect(draft).not.toContain('SHA-256 begins');
    expect(JSON.parse(await (await get(`/packs/${meeting.id}.json`)).text())).toMatchObject({ number: null });
  });

  test('it is for those who work with the committee', async () => {
    const other = await api.newCommittee();
    expect((await get(`/packs/${id}.json`, 'MEMBER', other)).status).toBe(404);
    expect((await get(`/packs/${meeting.id}.html`, 'MEMBER', other)).status).toBe(404);
    expect((await get(`/packs/${id}.html`, 'PARTNER_VIEWER')).status).toBe(404);
    expect((await get(`/packs/${meeting.id}.html`, 'PARTNER_VIEWER')).status).toBe(403);
    expect((await fetch(`${service.url}/packs/${id}.json`)).status).toBe(401);
    const { key } = await issueKey(committee);
    expect((await fetch(`${service.url}/packs/${id}.json`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(404);
  });

  test('it is fetched and nothing is chosen', async () => {
    expect((await get(`/packs/${id}.json`, 'MEMBER', committee, { method: 'POST' })).status).toBe(405);
    expect((await get(`/packs/${id}.json?first=1`)).status).toBe(400);
    expect((await get('/packs/none.html')).status).toBe(404);
  });
});

describe('the page', () => {
  const bare = (): string => page.replace(/<style>.*?<\/style>/s, '');

  test('shows what people typed as text, wherever it stands', () => {
    for (const what of ['Source', 'Finding', 'Action', 'Measure']) {
      expect(page).toContain(`${what} &lt;/style&gt;&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;`);
    }
    expect(bare()).not.toMatch(/<script|<img|<[^>]*\sonerror=|\u202E|<link|@import|url\((?!#)/);
    const addresses = [...bare().matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.every((address) => address?.startsWith('#'))).toBe(true);
  });

  test('names its language, its parts and its headings in order, each part by its heading', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB"><head>/);
    for (const landmark of ['<header>', '<nav aria-label="In this pack">', '<main>', '<footer>']) {
      expect(bare().split(landmark)).toHaveLength(2);
    }
    const levels = [...bare().matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1)).toBe(true);
    const ids = [...bare().matchAll(/\sid="([^"]*)"/g)].map(([, each]) => each);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, part] of bare().matchAll(/<section id="(\w+)"/g)) expect(ids).toContain(`${part}-heading`);
    for (const [, place] of bare().matchAll(/href="#(\w+)"/g)) expect(ids).toContain(place);
  });

  test('has a caption on each table and a scope on each of its headings, and a table beside each chart', () => {
    const tables = [...bare().matchAll(/<table>(.*?)<\/table>/gs)].map(([, table]) => table ?? '');
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      expect(table).toMatch(/^<caption>[^<]/);
      expect(
        [...table.matchAll(/<th(?![a-z])([^>]*)>/g)].every(([, attributes]) => / scope="(col|row)"/.test(attributes ?? '')),
      ).toBe(true);
      expect(table).not.toMatch(/<th scope="row"><\/th>/);
    }
    const figures = [...bare().matchAll(/<figure class="chart">(.*?)<\/figure>/gs)].map(([, figure]) => figure ?? '');
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatch(/<figcaption>[^<]+<\/figcaption>.*role="img".*<title.*<desc.*<table>/s);
  });

  test('begins with the exceptions, and says ratings in words, dates and where they come from', () => {
    const parts = [...bare().matchAll(/<section id="(\w+)"/g)].map(([, part]) => part);
    expect(parts).toEqual(
      ['exceptions', 'changes', 'decisions', 'agenda', 'breaks', 'sources', 'measures', 'colours', 'check'].filter((part) =>
        parts.includes(part),
      ),
    );
    expect(page).toContain('RED: ');
    expect(page).toMatch(/Overdue<\/div>/);
    expect(page).toContain('Audit of 1 September 2026, level 3: Re-audit of 20 core groups');
    expect(page).toMatch(/event \d+/);
    expect(page).toContain(`<code>${sha256}</code>`);
  });

  test('carries its marking, its number and its page on each sheet', () => {
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    expect(style).toContain('@page{size:A4');
    expect(style).toContain('@top-center{content:"OFFICIAL"');
    expect(style).toContain(`@bottom-left{content:"Pack 2, SHA-256 ${sha256.slice(0, 12)}"}`);
    expect(style).toContain('"Page " counter(page) " of " counter(pages)');
  });

  test('is the same whenever it is asked for, since it is made from the sealed text alone', async () => {
    await makeFinding(committee, { statement: 'Later than the seal' });
    const { node } = await answered(committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on Pack { page } } }', { id }));
    expect(node.page).toBe(page);
  });

  test('says the day it is in Scotland, also in the hour of a summer night that is yesterday in UTC', async () => {
    const owner = await api.newCommittee();
    api.clock.now = new Date('2027-06-30T23:30:00Z');
    await makeFinding(owner);
    await makeSeries(owner, [...steady]);
    const summer = await makePlannedMeeting(owner, { meetsOn: '2027-07-08' });
    const draft = await (await get(`/packs/${summer.id}.html`, 'MEMBER', owner)).text();
    expect(draft).toContain('Everything is as at 1 July 2027, 00:30.');
    expect(draft).toContain('As at 1 July 2027: 0 open actions');
    expect(draft).toContain('Recorded on 1 July 2027.');
    expect(draft).toContain('As at 1 July 2027.');
    expect(draft).not.toContain('30 June 2027');
  });
});
