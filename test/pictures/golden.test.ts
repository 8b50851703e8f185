import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Drawing, drawings, published } from './examples/drawings';

const folders: readonly (readonly [string, Readonly<Record<string, Drawing>>])[] = [
  ['test/pictures/golden', drawings],
  ['docs/pictures', published],
];

describe.each(folders)('%s', (name, named) => {
  const folder = join(__dirname, '..', '..', name);

  test.each(Object.entries(named))('%s is drawn as it was when somebody last looked at it', (file, draw) => {
    expect(`${draw()}\n`).toBe(readFileSync(join(folder, `${file}.svg`), 'utf8'));
  });

  test('holds no picture that nothing draws', () => {
    const kept = readdirSync(folder).map((file) => file.replace('.svg', ''));
    expect(kept.sort()).toEqual(Object.keys(named).sort());
  });
});
