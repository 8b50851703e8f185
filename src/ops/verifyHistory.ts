import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { readConfig } from '../config';
import { StartError } from '../kernel/startError';
import { type KeptHead, verifyHistory } from '../store/verifyHistory';
import { exitOnFailure } from './exitOnFailure';
import { tell } from './log';
import { openAsOwner } from './open';

/**
 * `npm run verify:history -- [FILE]`: prints the end of each chain, to be kept where nobody of the service can write. What was
 * printed earlier and kept in FILE must be part of the chains still.
 */
async function main(): Promise<void> {
  const keptHeads = headsIn(process.argv[2]);
  const database = await openAsOwner(readConfig());
  try {
    const { problems, heads } = await verifyHistory(database, { keptHeads });
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

/** Other lines of what was printed say nothing to hold against a chain. */
function headsIn(file: string | undefined): KeptHead[] {
  if (file === undefined) return [];
  const lines = [...readFileSync(file, 'utf8').matchAll(/^([0-9a-f]{64}) {2}(\d+) events/gm)];
  if (lines.length === 0) throw new StartError(`${file} has no line as this command prints them: a hash and a number of events.`);
  return lines.map(([, hash = '', events]) => ({ hash, events: Number(events) }));
}

exitOnFailure(main());
