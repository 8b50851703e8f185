import 'reflect-metadata';
import { readConfig } from '../config';
import { StartError } from '../kernel/startError';
import { verifyHistory } from '../store/verifyHistory';
import { exitOnFailure } from './exitOnFailure';
import { tell } from './log';
import { openAsOwner } from './open';

/** `npm run verify:history`: prints the end of each chain, to be kept where nobody of the service can write. */
async function main(): Promise<void> {
  const database = await openAsOwner(readConfig());
  try {
    const { problems, heads } = await verifyHistory(database);
    for (const { committee, events, erased, hash } of heads) {
      tell(`${hash}  ${events} events${erased > 0 ? `, ${erased} changes with erased texts` : ''}  ${committee}`);
    }
    for (const { committeeId, seq, problem } of problems) tell(`event ${seq ?? '-'} of ${committeeId ?? 'all'}: ${problem}`);
    if (problems.length > 0) throw new StartError(`The history is not as it was written: ${problems.length} places.`);
    tell('Every event and every row is as it was written.');
  } finally {
    await database.close();
  }
}

exitOnFailure(main());
