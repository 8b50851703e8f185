import { writeFileSync } from 'node:fs';
import { writeCatalog } from './writeCatalog';
import { exitOnFailure } from './exitOnFailure';
import { makeSchema } from '../graphql/schema';
import { schemaText } from '../graphql/schemaText';

/** `npm run schema:write`: what reviewers read of a change to the API and to the database. */
async function writeSchema(): Promise<void> {
  writeFileSync('schema/schema.graphql', schemaText(await makeSchema()));
  await writeCatalog();
}

exitOnFailure(writeSchema());
