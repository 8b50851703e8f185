import { readdirSync } from 'node:fs';
import { join } from 'node:path';
// Closes the shared database after the last of them: whoever loads it first closes it.
import './database';

const TESTS = join(__dirname, '..');

/** How many parts there are, one in each file of `test/together`. */
const PARTS = 10;

/** Runs one part of the files that ask the API. They load the service once, which takes longer than most of them run. */
export function together(part: number): void {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.api.test.ts'));
  for (const name of files.sort().filter((_, index) => index % PARTS === part)) {
    describe(name, () => void jest.requireActual(join(TESTS, name)));
  }
}
