import { badInput } from '../kernel/errors';
import type { Session } from './session';

/** @throws BAD_USER_INPUT when the session looks back to before its committee was founded here */
export async function requireRecord(session: Session): Promise<void> {
  const [known] = await session.query('select 1 from committee');
  if (!known) throw badInput('asAt.moment', 'The record of your committee begins after this moment.', 'asAt.beforeRecord');
}
