import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { parse, print, type DocumentNode } from 'graphql';
import { issueToken } from '../../src/access/tokens';
import { eventsQuery, listQueries, meetingQuery, standingsQuery } from '../../src/packs/packQueries';
import { startApi, testSecret, type TestApi, type TestCommittee } from '../support/api';
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

test('a stranger’s script recomputes the hash and follows the chain of packs', async () => {
  const meeting = await makePlannedMeeting(committee);
  await sealed(committee, meeting);
  await makeFinding(committee);
  const { id, sha256 } = await sealed(committee, meeting);
  const token = await issueToken(testSecret, committee.actor('AUDITOR'), api.clock.now, 3600);
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['examples/verifyPack.mjs', service.url, token, id as string]);
  expect(stdout).toContain(`Pack 2 holds: ${sha256 as string}`);
  expect(stdout).toContain('It names pack 1 as the one before it, and pack 1 holds too.');
});
