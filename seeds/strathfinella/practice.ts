import { sharePractice } from '../../src/members/practiceSharing.service';
import type { Scribe } from '../scribe';

/** The adviser lets the lead officer see how the tests they lead keep to the method, and nobody else. */
export const letLeadOfficerLearn = (scribe: Scribe) =>
  scribe.say('IMPROVEMENT_ADVISER', '2026-07-10', sharePractice, { memberId: scribe.member('LEAD_OFFICER') });
