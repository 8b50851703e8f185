import { badInput } from '../kernel/errors';
import type { Session } from './session';

/** The database counts no year 0, and nobody kept a record before. */
const EARLIEST = new Date('0001-01-01T00:00:00Z');

/** @throws BAD_USER_INPUT when the moment is before the committee of the session that looks back to it was founded here */
export async function requireRecord(moment: Date, session: () => Session): Promise<void> {
  const [known] = moment < EARLIEST ? [] : await session().query('select 1 from committee');
  if (!known) throw badInput('asAt.moment', 'The record of your committee begins after this moment.', 'asAt.beforeRecord');
}
