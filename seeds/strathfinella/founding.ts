import type { Founding } from '../../src/store/founding';

/** A committee that does not exist, with everyone it takes to tell the whole story. */
export const strathfinella: Founding = {
  name: 'Strathfinella Child Protection Committee',
  kind: 'CHILD_PROTECTION',
  chiefOfficersBody: 'Strathfinella Chief Officers Group',
  isInvented: true,
  councilCodes: [],
  agencies: [
    { name: 'Strathfinella Council Social Work', typeCode: 'LOCAL_AUTHORITY_SOCIAL_WORK' },
    { name: 'Strathfinella Council Education', typeCode: 'LOCAL_AUTHORITY_EDUCATION' },
    { name: 'NHS Strathfinella', typeCode: 'HEALTH_BOARD' },
    { name: 'Police Scotland, Strathfinella Division', typeCode: 'POLICE_SCOTLAND' },
    { name: 'Strathfinella Children’s Reporter', typeCode: 'SCRA' },
    { name: 'Strathfinella Young Carers', typeCode: 'THIRD_SECTOR' },
  ],
  members: [
    { displayName: 'Independent chair', role: 'CHAIR' },
    { displayName: 'Vice chair, Chief Social Work Officer', role: 'VICE_CHAIR', agency: 'Strathfinella Council Social Work' },
    { displayName: 'Lead officer', role: 'LEAD_OFFICER' },
    { displayName: 'Member for health', role: 'MEMBER', agency: 'NHS Strathfinella' },
    { displayName: 'Chair of the quality assurance subgroup', role: 'SUBGROUP_CHAIR', agency: 'Strathfinella Council Education' },
    { displayName: 'Service manager, children and families', role: 'ACTION_LEAD', agency: 'Strathfinella Council Social Work' },
    { displayName: 'Improvement adviser', role: 'IMPROVEMENT_ADVISER', agency: 'NHS Strathfinella' },
    { displayName: 'Data analyst', role: 'DATA_ANALYST', agency: 'Strathfinella Council Social Work' },
    { displayName: 'Chief executive of the council', role: 'CHIEF_OFFICER' },
    { displayName: 'Privacy steward', role: 'PRIVACY_STEWARD' },
    { displayName: 'Internal auditor', role: 'AUDITOR' },
    { displayName: 'Access administrator, council identity team', role: 'ADMIN' },
  ],
  serviceAccounts: [{ displayName: 'Partnership dashboard', role: 'PARTNER_VIEWER' }],
};
