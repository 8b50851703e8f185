/** What a person or a service account may be to a committee. The descriptions are shown in the API. */
export const roles = {
  CHAIR: 'Chairs the committee and speaks for it: accepts findings, approves actions and plans.',
  VICE_CHAIR: 'Stands in for the chair.',
  LEAD_OFFICER: 'Runs the committee’s business and keeps its plan current.',
  MEMBER: 'Represents an agency on the committee.',
  SUBGROUP_CHAIR: 'Chairs a subgroup and approves what the committee has delegated to it.',
  ACTION_LEAD: 'Leads one or more improvement actions.',
  IMPROVEMENT_ADVISER: 'Supports tests of change: aims, PDSA cycles and measures.',
  DATA_ANALYST: 'Defines measures, records and validates data.',
  CHIEF_OFFICER: 'Sits on the chief officers’ body that holds the committee to account.',
  PARTNER_VIEWER: 'Reads for a partner’s dashboard; changes nothing.',
  PRIVACY_STEWARD: 'Looks after personal data: can withdraw a text that should not have been written.',
  AUDITOR: 'Reads everything, and the log; changes nothing.',
  ADMIN: 'Manages who has access; has no say over content.',
} as const;

export type Role = keyof typeof roles;

export const everyone = Object.keys(roles) as readonly Role[];
/**
 * Whether a role sees small numbers as they are. The committee's own roles do, since its work is about them; those marked
 * AS_AGREED do unless their committee has chosen otherwise. A service account has a role like anybody else.
 */
export const smallNumbers: Readonly<Record<Role, 'SHOWN' | 'AS_AGREED' | 'HIDDEN'>> = {
  ...{ CHAIR: 'SHOWN', VICE_CHAIR: 'SHOWN', LEAD_OFFICER: 'SHOWN', DATA_ANALYST: 'SHOWN' },
  ...{ PRIVACY_STEWARD: 'SHOWN', AUDITOR: 'SHOWN' },
  ...{ MEMBER: 'AS_AGREED', SUBGROUP_CHAIR: 'AS_AGREED', ACTION_LEAD: 'AS_AGREED' },
  ...{ IMPROVEMENT_ADVISER: 'AS_AGREED', CHIEF_OFFICER: 'AS_AGREED' },
  ...{ PARTNER_VIEWER: 'HIDDEN', ADMIN: 'HIDDEN' },
};

/** Whether small numbers are kept from a role: the one place that says who is below analyst. */
export const isKeptSmall = (role: Role, protectedRoles: readonly Role[]): boolean =>
  smallNumbers[role] === 'HIDDEN' || (smallNumbers[role] === 'AS_AGREED' && protectedRoles.includes(role));
