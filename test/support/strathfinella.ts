import { randomUUID } from 'node:crypto';
import { publishedRecord } from '../../seeds/publishedRecord';
import { strathfinella } from '../../seeds/strathfinella/founding';
import { loadStrathfinella } from '../../seeds/strathfinella/strathfinella';
import type { TestApi, TestCommittee } from './api';

/** The demonstration's committee under a name of its own, since test files share a database and no two committees a name. */
export async function makeStrathfinella(api: TestApi): Promise<TestCommittee> {
  const founding = { ...strathfinella, name: `Strathfinella ${randomUUID()}` };
  return api.committeeOf(await loadStrathfinella(api.database.dataSource, publishedRecord(), { now: api.clock.now, founding }));
}
