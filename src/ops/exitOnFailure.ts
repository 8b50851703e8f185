import { StartError } from '../kernel/startError';
import { tellError } from './log';

/** What the operator can mend is one line; anything else is a fault of ours and shows where it came from. */
export function exitOnFailure(program: Promise<unknown>): void {
  program.catch((error: unknown) => {
    tellError(error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exit(1);
  });
}
