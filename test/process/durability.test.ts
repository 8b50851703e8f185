import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyServerDatabase } from '../support/database';
import { post, startService, type Service } from '../support/service';

jest.setTimeout(90_000);

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WRITES = 500;
const WRITERS = 8;
const KILL_AFTER = 150;

const record = 'mutation($input: RecordFindingInput!) { recordFinding(input: $input) { finding { id } } }';
const recordSource = 'mutation { recordLearningSource(input: {kind: PROCESS_REVIEW, title: "A review"}) { source { id } } }';
const listed =
  'query($after: String, $s: [ID!]) { findings(first: 200, after: $after, filter: {sourceIds: $s}) { nodes { id statement } pageInfo { hasNextPage endCursor } } }';

interface Answer {
  data?: Record<
    string,
    {
      source: { id: string };
      finding: { id: string };
      nodes: { id: string; statement: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }
  >;
  errors?: unknown[];
}

const ask = async (service: Service, query: string, variables: object = {}): Promise<Answer> =>
  await post(service, service.token('Lead officer'), { query, variables });

const inputOf = (sourceId: string, index: number) => ({
  ...{ sourceId, polarity: 'CONCERN', statement: `Finding ${index}`, clientMutationId: `write ${index}` },
});

async function allFindings(service: Service, sourceId: string): Promise<Map<string, string[]>> {
  const byStatement = new Map<string, string[]>();
  for (let after: string | null = null; ;) {
    const page: Answer = await ask(service, listed, { after, s: [sourceId] });
    if (!page.data) throw new Error(`A page was refused: ${JSON.stringify(page.errors)}`);
    const { nodes, pageInfo } = page.data.findings ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: '' } };
    for (const { id, statement } of nodes) byStatement.set(statement, [...(byStatement.get(statement) ?? []), id]);
    if (!pageInfo.hasNextPage) return byStatement;
    after = pageInfo.endCursor;
  }
}

test('killed in the middle of 500 writes, it has lost none that was acknowledged, and repeats make no second row', async () => {
  const settings = { DATA_DIR: join(folder, 'data'), DATABASE_URL: await emptyServerDatabase() };
  const first = await startService(settings);
  const sourceId = (await ask(first, recordSource)).data?.recordLearningSource?.source.id ?? '';
  const acknowledged = new Map<number, string>();
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < WRITES) {
      const index = next++;
      const { data } = await ask(first, record, { input: inputOf(sourceId, index) });
      if (data?.recordFinding) acknowledged.set(index, data.recordFinding.finding.id);
      if (acknowledged.size === KILL_AFTER) void first.kill('SIGKILL');
    }
  };
  await Promise.allSettled(Array.from({ length: WRITERS }, write));
  await first.kill('SIGKILL');
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(acknowledged.size).toBeLessThan(WRITES);

  const second = await startService(settings);
  const kept = await allFindings(second, sourceId);
  for (const [index, id] of acknowledged) expect(kept.get(`Finding ${index}`)).toEqual([id]);

  // Every request that was begun and not acknowledged is sent again; so are some that were.
  const begun = Array.from({ length: next }, (_, index) => index);
  for (const index of begun.filter((each) => !acknowledged.has(each) || each % 50 === 0)) {
    const { data } = await ask(second, record, { input: inputOf(sourceId, index) });
    const known = acknowledged.get(index);
    if (known) expect(data?.recordFinding?.finding.id).toBe(known);
  }
  const all = await allFindings(second, sourceId);
  expect(begun.map((index) => all.get(`Finding ${index}`)?.length)).toEqual(begun.map(() => 1));
  expect(await second.kill('SIGTERM')).toBe(0);
});
