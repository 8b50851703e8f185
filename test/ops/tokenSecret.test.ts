import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenSecretFor } from '../../src/ops/tokenSecret';

test('a secret is made once, kept for its owner only, and gives way to a configured one', () => {
  const parent = mkdtempSync(join(tmpdir(), 'golden-thread-secret-'));
  const dataDir = join(parent, 'new', 'folder');
  const secret = tokenSecretFor({ dataDir });
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(tokenSecretFor({ dataDir })).toBe(secret);
  expect(statSync(join(dataDir, 'token-secret')).mode & 0o777).toBe(0o600);
  expect(tokenSecretFor({ dataDir, tokenSecret: 'configured' })).toBe('configured');
  rmSync(parent, { recursive: true });
});
