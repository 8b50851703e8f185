import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeStrathfinella } from '../support/strathfinella';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
  api.clock.now = new Date('2026-11-25T10:00:00Z');
  committee = await makeStrathfinella(api);
});
afterAll(() => api.close());

interface Seen {
  name: string;
  chart: {
    points: { isInBaseline: boolean; signals: { meaning: string }[] }[];
    warnings: { code: string }[];
    cycles: { fromOn: string }[];
    provenance: { baselines: { to: string }[] };
  };
}

test('every baseline of the demonstration ends before the first test, so that no figure looks like a concern for it', async () => {
  const ask = `{ measures { nodes { name chart { points { isInBaseline signals { meaning } } warnings { code }
    cycles { fromOn } provenance { baselines { to } } } } } }`;
  const { nodes } = (await answered(committee.as('MEMBER')(ask))).measures as { nodes: Seen[] };
  expect(nodes).toHaveLength(4);
  for (const { name, chart } of nodes) {
    const worse = chart.points.filter(({ signals }) => signals.some(({ meaning }) => meaning === 'WORSE'));
    expect([name, worse.length, chart.warnings.map(({ code }) => code)]).toEqual([name, 0, []]);
    expect(chart.points.filter(({ isInBaseline }) => !isInBaseline).length).toBeGreaterThan(5);
    for (const { fromOn } of chart.cycles) expect(chart.provenance.baselines[0]!.to < fromOn).toBe(true);
  }
});
