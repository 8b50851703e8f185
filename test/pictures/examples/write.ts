import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Drawing, drawings, published } from './drawings';

/** `npm run draw:examples`: the golden pictures of the tests and those of the README. Look at them before they are committed. */
function write(folder: string, named: Readonly<Record<string, Drawing>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, draw] of Object.entries(named)) writeFileSync(join(folder, `${name}.svg`), `${draw()}\n`);
}

write(join('test', 'pictures', 'golden'), drawings);
write(join('docs', 'pictures'), published);
