import { createHash } from 'node:crypto';
import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
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

test('smoke', async () => {
  const { meetings } = await answered(committee.as('MEMBER')('{ meetings { nodes { id version meetsOn status } } }'));
  console.log(JSON.stringify(meetings.nodes));
  const m = meetings.nodes.find((each: { meetsOn: string }) => each.meetsOn === '2026-12-08');
  const t = Date.now();
  const r = await committee.as('LEAD_OFFICER')(
    `mutation { sealPack(input: {id: "${m.id}", version: ${m.version}}) { pack { id number asAt sha256 headSeq canonicalText page changes { kind sentence eventSeqs from to subject { ref title } } } } }`,
  );
  console.log(JSON.stringify(r.errors), r.statements.length, Date.now() - t);
  const { pack } = r.data.sealPack;
  expect(createHash('sha256').update(pack.canonicalText).digest('hex')).toBe(pack.sha256);
  console.log(pack.canonicalText.length, JSON.stringify(pack.changes, null, 1));
  require('fs').writeFileSync('/tmp/pack.json', pack.canonicalText); require('fs').writeFileSync('/tmp/pack.html', pack.page);
});
