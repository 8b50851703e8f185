import { createHash } from 'node:crypto';
import { issueKey } from '../support/access';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { listening, type Listening } from '../support/listening';
import { makeFinding, type Made } from '../support/make';
import { makeSeries, risen, steady } from '../chartViews/chartMaking';

let api: TestApi;
let committee: TestCommittee;
let service: Listening;
let measure: Made;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  service = await listening(api);
  measure = await makeSeries(committee, [...steady, ...risen], { name: 'Days <script>alert(1)</script> & "more"' });
});
afterAll(async () => {
  await service.close();
  await api.close();
});

const get = async (path: string, init: RequestInit = {}, owner = committee) =>
  fetch(`${service.url}${path}`, { ...init, headers: { authorization: await service.authorization(owner, 'MEMBER') } });

test('the picture of a measure, as a field and at its address, is the same', async () => {
  const ask =
    'query($id: ID!) { node(id: $id) { ... on Measure { chart { address summary svg page png(width: 300, height: 240) } } } }';
  const { chart } = (await answered(committee.as('MEMBER')(ask, { id: measure.id }))).node;
  const svg = await get(`${chart.address as string}.svg`);
  expect([svg.status, svg.headers.get('content-type'), svg.headers.get('cache-control')]).toEqual([
    200,
    'image/svg+xml; charset=utf-8',
    'no-store',
  ]);
  expect(svg.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(await svg.text()).toBe(chart.svg);
  const page = await get(`${chart.address as string}.html`);
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; frame-ancestors 'none'; style-src 'sha256-[\w+/=]+'$/,
  );
  expect(await page.text()).toBe(chart.page);
  const png = Buffer.from(await (await get(`${chart.address as string}.png?width=300&height=240`)).arrayBuffer());
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 600, 480]);
  expect(png.toString('base64')).toBe(chart.png);
});

test('picture, page and title carry the summary, and what people typed stays text', async () => {
  const svg = await (await get(`/charts/${measure.id}.svg`)).text();
  const page = await (await get(`/charts/${measure.id}.html`)).text();
  for (const text of [svg, page]) {
    expect(text).toContain('Eight points in a row above the centre since January 2025: a signal of change for the better.');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;');
  }
  expect(page).toContain('<table>');
});

test('a chart is chosen in its address as in the API', async () => {
  const svg = await (await get(`/charts/${measure.id}.svg?kind=RUN&ruleSet=ANHOEJ&toOn=2024-12-31&width=300`)).text();
  expect(svg).toContain('Run chart');
  expect(svg).toContain('viewBox="0 0 300 420"');
});

test.each([
  ['?kind=PIE', 400],
  ['?width=12', 400],
  ['?width=wide', 400],
  ['?fromOn=2026-02-30', 400],
  ['?kind=XBAR', 400],
  ['?sql=1', 400],
  ['?kind=', 400],
  ['?freezeAfter=', 400],
  ['?kind=RUN&kind=I', 400],
  ['?rebaseSide=LEFT', 400],
  ['?screensMovingRanges=perhaps', 400],
  ['?phasesStartOn=2025-01-01&phasesStartOn=', 400],
])('%s is refused with one clear error', async (search, status) => {
  const answer = await get(`/charts/${measure.id}.svg${search}`);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { errors: object[] }).errors).toHaveLength(1);
});

test('another committee’s measure answers exactly as none, a finding too, and nobody unknown is let in', async () => {
  const stranger = await api.newCommittee();
  const unknown = Buffer.from('Measure:00000000-0000-4000-8000-000000000000').toString('base64url');
  const finding = await makeFinding(committee);
  const of = async (answer: Response) => [answer.status, await answer.text()];
  const missing = await of(await get(`/charts/${unknown}.svg`));
  expect(missing[0]).toBe(404);
  expect(await of(await get(`/charts/${measure.id}.svg`, {}, stranger))).toEqual(missing);
  expect(await of(await get(`/charts/${finding.id}.svg`))).toEqual(missing);
  const anonymous = await fetch(`${service.url}/charts/${measure.id}.svg`);
  expect([
    anonymous.status,
    ((await anonymous.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
  ]).toEqual([401, 'UNAUTHENTICATED']);
});

test('an address without an ending leads to the page, with the choices that were made', async () => {
  const { chart } = (
    await answered(
      committee.as('MEMBER')('query($id: ID!) { node(id: $id) { ... on Measure { chart { address } } } }', { id: measure.id }),
    )
  ).node;
  const page = await get(`${chart.address as string}?kind=RUN&phasesStartOn=2024-05-01&phasesStartOn=2025-01-01`);
  expect([page.status, page.redirected, new URL(page.url).pathname]).toEqual([200, true, `/charts/${measure.id}.html`]);
  expect(new URL(page.url).search).toBe('?kind=RUN&phasesStartOn=2024-05-01&phasesStartOn=2025-01-01');
  expect(await page.text()).toContain('Run chart');
});

test('it does so for every id and every caller alike, and looks nothing up', async () => {
  const led = async (id: string, search: string, init: RequestInit = {}) => {
    const answer = await fetch(`${service.url}/charts/${id}${search}`, { ...init, redirect: 'manual' });
    return [answer.status, answer.headers.get('location'), answer.headers.get('cache-control'), await answer.text()];
  };
  const authorization = await service.authorization(committee, 'MEMBER');
  for (const id of [measure.id, 'none']) {
    expect(await led(id, '')).toEqual([302, `${id}.html`, 'no-store', '']);
    expect(await led(id, '?kind=RUN&sql=%0d%0a1', { headers: { authorization } })).toEqual([
      302,
      `${id}.html?kind=RUN&sql=%0d%0a1`,
      'no-store',
      '',
    ]);
    expect((await led(id, '', { method: 'POST' }))[0]).toBe(405);
  }
});

test('it is read only: other methods are refused, HEAD has no body', async () => {
  expect((await get(`/charts/${measure.id}.svg`, { method: 'POST' })).status).toBe(405);
  const head = await get(`/charts/${measure.id}.svg`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('the address takes every choice that the chart takes', async () => {
  const { __type } = await answered(committee.as('MEMBER')('{ __type(name: "Measure") { fields { name args { name } } } }'));
  const { fields } = __type as { fields: { name: string; args: { name: string }[] }[] };
  const args = fields.find(({ name }) => name === 'chart')!.args.map(({ name }) => name);
  const values: Record<string, string> = {
    ...{ kind: 'RUN', ruleSet: 'IHI_RUN_CHART', fromOn: '2024-01-01', toOn: '2025-12-31', baselineEndOn: '2024-12-31' },
    ...{ freezeAfter: '12', phasesStartOn: '2025-01-01', centreLine: '60.5', rebaseSide: 'BOTH', screensMovingRanges: 'false' },
  };
  for (const name of args)
    expect([name, (await get(`/charts/${measure.id}.html?${name}=${values[name]}`)).status]).toEqual([name, 200]);
  const phases = await (await get(`/charts/${measure.id}.svg?phasesStartOn=2024-05-01&phasesStartOn=2025-01-01`)).text();
  expect(phases.match(/Chosen for this chart<\/title>/g)).toHaveLength(2);
});

test('a page has no size to choose, and a PNG no larger than a screen', async () => {
  const refusedBy = async (path: string) => {
    const answer = await get(path);
    const { errors } = (await answer.json()) as { errors: { extensions: { rule: string } }[] };
    return [answer.status, errors.map(({ extensions }) => extensions.rule)];
  };
  expect(await refusedBy(`/charts/${measure.id}.html?width=300`)).toEqual([400, ['chart.choice']]);
  expect(await refusedBy(`/charts/${measure.id}.png?width=2000&height=2000`)).toEqual([400, ['picture.pixels']]);
});

test('a dashboard fetches charts with its key, unless the key is tied to fixed documents', async () => {
  const statuses = async (more: object) => {
    const { key } = await issueKey(committee, more);
    const fetched = ['svg', 'png', 'html'].map((ending) =>
      fetch(`${service.url}/charts/${measure.id}.${ending}`, { headers: { authorization: `Bearer ${key}` } }),
    );
    const answers = await Promise.all(fetched);
    return Promise.all(answers.map(async (answer) => [answer.status, answer.ok || (await answer.json())]));
  };
  const refused = { errors: [{ message: expect.any(String), extensions: { code: 'FORBIDDEN', rule: 'document.notTrusted' } }] };
  const trustedDocuments = [{ sha256: createHash('sha256').update('{ __typename }').digest('hex') }];
  expect(await statuses({})).toEqual(Array(3).fill([200, true]));
  expect(await statuses({ trustedDocuments })).toEqual(Array(3).fill([403, refused]));
});

test('many large PNGs in one request are refused by their cost, and a small one is cheap enough', async () => {
  const aliases = Array.from({ length: 5 }, (_, i) => `p${i}: png(width: 2000, height: 2000)`).join(' ');
  const many = await committee.as('MEMBER')(`{ measures(first: 4) { nodes { chart { ${aliases} } } } }`);
  expect(many.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', rule: 'limit.cost' });
  const ask = 'query($id: ID!, $width: Int) { node(id: $id) { ... on Measure { chart { png(width: $width) svg page } } } }';
  const cost = async (variables: object) => {
    const contextValue = api.app.contextOf(committee.actor('MEMBER'));
    const { body } = await api.app.server.executeOperation(
      { query: ask, variables: { id: measure.id, ...variables } },
      { contextValue },
    );
    await contextValue.end();
    return body.kind === 'single' ? body.singleResult.extensions?.cost : undefined;
  };
  expect(await cost({})).toMatchObject({ requested: 2 + 500 + 10 + 25 });
  expect(await cost({ width: 400 })).toMatchObject({ requested: 2 + 250 + 10 + 25 });
});
