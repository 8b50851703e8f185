import { writeFileSync } from 'node:fs';
import { migratedCatalog } from '../store/catalog';

/** Part of `npm run schema:write`: reviewers read there what a migration did to the database. */
export async function writeCatalog(file = 'schema/catalog.txt'): Promise<void> {
  writeFileSync(file, await migratedCatalog());
}
