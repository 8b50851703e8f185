/** NHS boards of Scotland by their codes since 2019 (statistics.gov.scot). */
export const healthBoards: readonly (readonly [code: string, name: string])[] = [
  ['S08000015', 'Ayrshire and Arran'],
  ['S08000016', 'Borders'],
  ['S08000017', 'Dumfries and Galloway'],
  ['S08000019', 'Forth Valley'],
  ['S08000020', 'Grampian'],
  ['S08000022', 'Highland'],
  ['S08000024', 'Lothian'],
  ['S08000025', 'Orkney'],
  ['S08000026', 'Shetland'],
  ['S08000028', 'Western Isles'],
  ['S08000029', 'Fife'],
  ['S08000030', 'Tayside'],
  ['S08000031', 'Greater Glasgow and Clyde'],
  ['S08000032', 'Lanarkshire'],
];

type CouncilArea = readonly [code: string, name: string, board: string, formerCodes?: readonly string[]];

/** The 32 council areas with the board that serves each (statistics.gov.scot). */
export const councilAreas: readonly CouncilArea[] = [
  ['S12000033', 'Aberdeen City', 'Grampian'],
  ['S12000034', 'Aberdeenshire', 'Grampian'],
  ['S12000041', 'Angus', 'Tayside'],
  ['S12000035', 'Argyll and Bute', 'Highland'],
  ['S12000036', 'City of Edinburgh', 'Lothian'],
  ['S12000005', 'Clackmannanshire', 'Forth Valley'],
  ['S12000006', 'Dumfries and Galloway', 'Dumfries and Galloway'],
  ['S12000042', 'Dundee City', 'Tayside'],
  ['S12000008', 'East Ayrshire', 'Ayrshire and Arran'],
  ['S12000045', 'East Dunbartonshire', 'Greater Glasgow and Clyde'],
  ['S12000010', 'East Lothian', 'Lothian'],
  ['S12000011', 'East Renfrewshire', 'Greater Glasgow and Clyde'],
  ['S12000014', 'Falkirk', 'Forth Valley'],
  ['S12000047', 'Fife', 'Fife', ['S12000015']],
  ['S12000049', 'Glasgow City', 'Greater Glasgow and Clyde', ['S12000046']],
  ['S12000017', 'Highland', 'Highland'],
  ['S12000018', 'Inverclyde', 'Greater Glasgow and Clyde'],
  ['S12000019', 'Midlothian', 'Lothian'],
  ['S12000020', 'Moray', 'Grampian'],
  ['S12000013', 'Na h-Eileanan Siar', 'Western Isles'],
  ['S12000021', 'North Ayrshire', 'Ayrshire and Arran'],
  ['S12000050', 'North Lanarkshire', 'Lanarkshire', ['S12000044']],
  ['S12000023', 'Orkney Islands', 'Orkney'],
  ['S12000048', 'Perth and Kinross', 'Tayside', ['S12000024']],
  ['S12000038', 'Renfrewshire', 'Greater Glasgow and Clyde'],
  ['S12000026', 'Scottish Borders', 'Borders'],
  ['S12000027', 'Shetland Islands', 'Shetland'],
  ['S12000028', 'South Ayrshire', 'Ayrshire and Arran'],
  ['S12000029', 'South Lanarkshire', 'Lanarkshire'],
  ['S12000030', 'Stirling', 'Forth Valley'],
  ['S12000039', 'West Dunbartonshire', 'Greater Glasgow and Clyde'],
  ['S12000040', 'West Lothian', 'Lothian'],
];

/** Kinds of agency; the last column says whether a published source was read for it. */
export const agencyTypes: readonly (readonly [code: string, label: string, isVerified: boolean])[] = [
  ['LOCAL_AUTHORITY_SOCIAL_WORK', 'Council social work', true],
  ['LOCAL_AUTHORITY_EDUCATION', 'Council education', true],
  ['LOCAL_AUTHORITY_HOUSING', 'Council housing', true],
  ['LOCAL_AUTHORITY_LEGAL', 'Council legal services', false],
  ['HEALTH_BOARD', 'Health board', true],
  ['HSCP', 'Health and Social Care Partnership', true],
  ['POLICE_SCOTLAND', 'Police Scotland', true],
  ['SCRA', 'Scottish Children’s Reporter Administration', true],
  ['COPFS', 'Crown Office and Procurator Fiscal Service', true],
  ['CHILDRENS_HEARINGS', 'Children’s Hearings Scotland', true],
  ['THIRD_SECTOR', 'Third sector organisation', true],
  ['SCOTTISH_FIRE_AND_RESCUE', 'Scottish Fire and Rescue Service', false],
  ['ALCOHOL_DRUG_PARTNERSHIP', 'Alcohol and Drug Partnership', true],
  ['VIOLENCE_AGAINST_WOMEN_PARTNERSHIP', 'Violence Against Women Partnership', true],
  ['ADULT_PROTECTION_COMMITTEE', 'Adult Protection Committee', true],
  ['ARMED_SERVICES', 'Armed services', false],
  ['LIVED_EXPERIENCE', 'People with lived experience', false],
  ['OTHER', 'Another agency', true],
];

export const themeGroups: readonly { group: string; themes: readonly (readonly [code: string, label: string])[] }[] = [
  {
    group: 'Practice',
    themes: [
      ['A1', 'Recognition and thresholds, including cumulative neglect'],
      ['A2', 'Assessment and analysis of risk'],
      ['A3', 'Chronologies and use of history'],
      ['A4', 'Planning and review (child protection planning meeting, core group)'],
      ['A5', 'Information sharing'],
      ['A6', 'Named person and lead professional roles'],
      ['A7', 'Working with resistance and disguised compliance'],
      ['A8', 'Hearing and seeing the child'],
      ['A9', 'Working with fathers and wider family'],
      ['A10', 'Transitions, moves and case closure'],
      ['A11', 'Escalation and professional challenge'],
    ],
  },
  {
    group: 'Harm context',
    themes: [
      ['B1', 'Neglect'],
      ['B2', 'Physical abuse, including of babies under one'],
      ['B3', 'Sexual abuse and exploitation'],
      ['B4', 'Domestic abuse'],
      ['B5', 'Parental substance use'],
      ['B6', 'Parental mental health'],
      ['B7', 'Self-harm and suicide'],
      ['B8', 'Young people’s drug harm'],
      ['B9', 'Online harm'],
      ['B10', 'Criminal exploitation, and care and risk management'],
      ['B11', 'Disability and communication'],
    ],
  },
  {
    group: 'Workforce',
    themes: [
      ['C1', 'Supervision'],
      ['C2', 'Training'],
      ['C3', 'Workload, recruitment and turnover'],
      ['C4', 'Staff wellbeing after incidents'],
    ],
  },
  {
    group: 'System',
    themes: [
      ['D1', 'Policies and procedures'],
      ['D2', 'Multi-agency processes (referral discussion, joint interview, planning meeting)'],
      ['D3', 'Systems, records and IT'],
      ['D4', 'Resources and commissioning'],
      ['D5', 'Interface of adult and child services'],
      ['D6', 'Work across areas'],
    ],
  },
  {
    group: 'Leadership and learning',
    themes: [
      ['E1', 'Governance'],
      ['E2', 'Quality assurance and self-evaluation'],
      ['E3', 'Use of data'],
      ['E4', 'Participation of children and families'],
      ['E5', 'Implementation of previous learning (repeat finding)'],
    ],
  },
];

export const qualityFramework = {
  name: 'A quality framework for children and young people in need of care and protection',
  edition: '2019',
  published_year: 2019,
  publisher: 'Care Inspectorate',
};

type Indicator = readonly [code: string, title: string, domain: string, area: string, isVerified: boolean];

const outcomes = ['Key outcomes', '1 Key performance outcomes'] as const;
const impactOnFamilies = ['Stakeholders’ needs', '2 Impact on children, young people and families'] as const;
const impactOnStaff = ['Stakeholders’ needs', '3 Impact on staff'] as const;
const impactOnCommunities = ['Stakeholders’ needs', '4 Impact on communities'] as const;
const processes = ['Delivery of services', '5 Delivery of key processes'] as const;
const policy = ['Management', '6 Policy, service development and planning'] as const;
const staff = ['Management', '7 Management and support of staff'] as const;
const partnership = ['Management', '8 Partnership working and resources'] as const;
const leadership = ['Leadership', '9 Leadership and direction'] as const;

/** Only 1.1, 2.1 and 2.2 were checked against published sources; the other titles are likely, and marked so. */
export const qualityIndicators: readonly Indicator[] = [
  ['1.1', 'Improvements in the safety, wellbeing and life chances of vulnerable children and young people', ...outcomes, true],
  ['2.1', 'Impact on children and young people', ...impactOnFamilies, true],
  ['2.2', 'Impact on families', ...impactOnFamilies, true],
  ['3.1', 'Impact on staff', ...impactOnStaff, false],
  ['4.1', 'Impact on communities', ...impactOnCommunities, false],
  ['5.1', 'Recognition and response to initial concerns', ...processes, false],
  ['5.2', 'Assessing risk and need', ...processes, false],
  ['5.3', 'Care planning, managing risk and effective intervention', ...processes, false],
  ['5.4', 'Involving individual children, young people and families', ...processes, false],
  ['6.1', 'Policies, procedures and legal measures', ...policy, false],
  ['6.2', 'Planning and improving services', ...policy, false],
  ['6.3', 'Participation of children, young people, families and other stakeholders', ...policy, false],
  ['6.4', 'Performance management and quality assurance', ...policy, false],
  ['7.1', 'Recruitment, deployment and joint working', ...staff, false],
  ['7.2', 'Staff training, development and support', ...staff, false],
  ['8.1', 'Effective use and management of resources', ...partnership, false],
  ['8.2', 'Commissioning arrangements', ...partnership, false],
  ['8.3', 'Securing improvement through self-evaluation', ...partnership, false],
  ['9.1', 'Vision, values and aims', ...leadership, false],
  ['9.2', 'Leadership of strategy and direction', ...leadership, false],
  ['9.3', 'Leadership of people and partnerships', ...leadership, false],
  ['9.4', 'Leadership of improvement and change', ...leadership, false],
];
