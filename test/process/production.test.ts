import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken } from '../../src/access/tokens';
import { emptyServerDatabase, onServer } from '../support/database';
import { audience, startIssuer, type TestIssuer } from '../support/issuer';
import { post, startService } from '../support/service';

jest.setTimeout(90_000);

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-production-'));
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await issuer.stop();
});

function foundingFile(): string {
  const founding = JSON.parse(readFileSync('examples/committee.json', 'utf8')) as { members: { identity?: object }[] };
  for (const member of founding.members.filter(({ identity }) => identity !== undefined)) {
    member.identity = { issuer: issuer.url, subject: 'lead-officer' };
  }
  const file = join(folder, 'committee.json');
  writeFileSync(file, JSON.stringify(founding));
  return file;
}

test('in production a committee is founded, its people come by the issuer, its dashboards by key, and nothing else is taken', async () => {
  if (!onServer()) return;
  const settings = {
    ...{ NODE_ENV: 'production', DATABASE_URL: await emptyServerDatabase(), LOG_LEVEL: 'debug' },
    ...{ OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: audience, OIDC_SCOPE: 'golden-thread.use' },
  };
  const env = { PATH: process.env.PATH, ...settings };
  const founded = spawnSync(process.execPath, ['dist/src/ops/found.js', foundingFile()], { env, encoding: 'utf8' });
  expect([founded.status, founded.stderr]).toEqual([0, '']);
  expect(founded.stdout).not.toContain('eyJ');
  const key = /gtk_\S+/.exec(founded.stdout)?.[0] ?? '';
  const refused = spawnSync(process.execPath, ['dist/src/main.js'], { env, encoding: 'utf8' });
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('is a superuser, which leaves one lock of two')]);
  const service = await startService({ ...settings, ALLOW_OWNER_LOGIN: 'true' });
  const ask = { query: '{ viewer { role } }' };
  expect(await post(service, await issuer.token('lead-officer'), ask)).toMatchObject({ data: { viewer: { role: 'ADMIN' } } });
  expect(await post(service, key, ask)).toMatchObject({ data: { viewer: { role: 'PARTNER_VIEWER' } } });
  expect(await post(service, key, { query: '{ __schema { queryType { name } } }' })).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  const nobody = { kind: 'PERSON', id: randomUUID(), committeeId: randomUUID() } as const;
  for (const token of [await issuer.token('stranger'), `${key}x`, await issueToken('x'.repeat(40), nobody, new Date(), 60)]) {
    expect(await post(service, token, ask)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
  expect(await service.kill('SIGTERM')).toBe(0);
  expect(service.output()).not.toMatch(/gtk_|eyJ/);
});
