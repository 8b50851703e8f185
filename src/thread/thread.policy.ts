import { allBut, type Reading } from '../access/reading';

/** What is missing is missing from the whole record: from the part that partners read, an answer that they may not read is missing too. */
export const threadReading: Reading = { ThreadBreak: allBut('PARTNER_VIEWER', 'ADMIN') };
