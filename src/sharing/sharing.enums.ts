import { describedEnum } from '../api/describedEnum';

export const AgreementState = describedEnum(
  'AgreementState',
  'How an agreement stands on a day. It follows from who signed, accepted, ended or revoked it, and from its dates.',
  {
    PROPOSED: 'The committee has not signed it or the agency has not accepted it; nothing is shared.',
    AGREED: 'Signed and accepted; it begins on a later day.',
    IN_FORCE: 'The agency’s people see what it covers.',
    ENDED: 'Its last day has passed, or another agreement took its place.',
    REVOKED: 'The committee revoked it; nothing has been shared since.',
  },
);
export type AgreementState = keyof typeof AgreementState;

export const AgencyPart = describedEnum('AgencyPart', 'What an agency has to do with an action.', {
  LEAD: 'It leads the action.',
  CONTRIBUTES: 'It has a part of its own in the action.',
});
export type AgencyPart = keyof typeof AgencyPart;
