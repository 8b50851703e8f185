import { allBut, type Reading } from '../access/reading';

/** What happened to one thing is for whoever works with it; the whole log is for those who answer for the record. */
export const historyReading: Reading = {
  Event: allBut('PARTNER_VIEWER', 'ADMIN'),
  'Query.events': ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'CHIEF_OFFICER', 'PRIVACY_STEWARD', 'AUDITOR'],
};
