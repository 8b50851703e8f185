import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { parse, print, type DocumentNode } from 'graphql';
import { issueToken } from '../../src/access/tokens';
import { eventsQuery, listQueries, meetingQuery, standingsQuery } from '../../src/packs/packQueries';
import { startApi, testSecret, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { listening, type Listening } from '../support/listening';
import { makeFinding, makePlannedMeeting } from '../support/make';
import { sealed } from './packMaking';

let api: TestApi;
let committee: TestCommittee;
let service: Listening;

beforeAll(async () => {
  api = await startApi();
  committee = await api.newCommittee();
  service = await listening(api);
});
afterAll(async () => {
  await service.close();
  await api.close();
});

/** Each operation and fragment once, by its name. */
const definitionsOf = (...documents: readonly DocumentNode[]): string[] => [
  ...new Set(documents.flatMap(({ definitions }) => definitions.map((definition) => print(definition)))),
];

test('the example has exactly the queries that packs are made of', () => {
  const used = [meetingQuery, ...Object.values(listQueries), eventsQuery, standingsQuery].map((document) => parse(document));
  expect(definitionsOf(parse(readFileSync('examples/pack.graphql', 'utf8'))).sort()).toEqual(definitionsOf(...used).sort());
});

const run = promisify(execFile);

/** What the script says of a pack to somebody whom a service answers, and with which code it ends. */
async function verified(url: string, id: string): Promise<{ stdout: string; code: number }> {
  const token = await issueToken(testSecret, committee.actor('AUDITOR'), api.clock.now, 3600);
  try {
    return { ...(await run(process.execPath, ['examples/verifyPack.mjs', url, token, id])), code: 0 };
  } catch (error) {
    return error as { stdout: string; code: number };
  }
}

/** A service that says of one pack that there is none, and else what ours says. */
async function hiding(number: number): Promise<{ url: string; close: () => void }> {
  const server = createServer((req, res) => {
    void (async () => {
      const headers = { authorization: req.headers.authorization ?? '', 'content-type': 'application/json' };
      const body = req.method === 'POST' ? await text(req) : null;
      const answer = await (await fetch(`${service.url}${req.url ?? ''}`, { method: req.method ?? 'GET', headers, body })).text();
      const shown = JSON.parse(answer);
      if (shown.data) shown.data.packs.nodes = shown.data.packs.nodes.filter((each: Shown) => each.number !== number);
      res.end(shown.data ? JSON.stringify(shown) : answer);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test('a stranger’s script recomputes the hash, follows the chain of packs and finds out where one is missing', async () => {
  const meeting = await makePlannedMeeting(committee);
  await sealed(committee, meeting);
  await makeFinding(committee);
  await sealed(committee, meeting);
  await makeFinding(committee);
  const { id, sha256 } = await sealed(committee, meeting);
  const { stdout, code } = await verified(service.url, id as string);
  expect(stdout).toContain(`Pack 3 holds: ${sha256 as string}`);
  expect(stdout).toContain('It names pack 2 as the one before it, and pack 2 holds too.');
  expect(stdout).toContain('It names pack 1 as the one before it, and pack 1 holds too.');
  expect(code).toBe(0);
  for (const [number, says] of [
    [1, 'Pack 2, the first there is, names one before it.'],
    [2, 'Between pack 3 and pack 1 numbers are missing.'],
  ] as const) {
    const service = await hiding(number);
    const found = await verified(service.url, id as string);
    service.close();
    expect([found.stdout, found.code]).toEqual([expect.stringContaining(says), 1]);
  }
});
