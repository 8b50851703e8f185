import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartSvg } from '../../../src/pictures/chartSvg';
import { type Drawing, drawings, published } from './drawings';

/** `npm run draw:examples`: the golden pictures of the tests and those of the README. Look at them before they are committed. */
function write(folder: string, named: Readonly<Record<string, Drawing>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, { picture, size }] of Object.entries(named))
    writeFileSync(join(folder, `${name}.svg`), `${chartSvg(picture, size)}\n`);
}

write(join('test', 'pictures', 'golden'), drawings);
write(join('docs', 'pictures'), published);
