import { describedEnum } from '../api/describedEnum';

export const SourceKind = describedEnum('SourceKind', 'What kind of learning a source is.', {
  LEARNING_REVIEW: 'A Learning Review (since 2021).',
  SIGNIFICANT_CASE_REVIEW: 'A Significant Case Review (until 2021).',
  INITIAL_CASE_REVIEW: 'An Initial Case Review (until 2021).',
  ALTERNATIVE_REVIEW: 'Another review held instead of a Learning Review.',
  JOINT_INSPECTION: 'A joint inspection of services, led by the Care Inspectorate.',
  PROGRESS_REVIEW: 'A return visit after a joint inspection.',
  THEMATIC_INSPECTION: 'An inspection of one theme across areas.',
  SERVICE_INSPECTION: 'An inspection of a single regulated service.',
  MULTI_AGENCY_AUDIT: 'An audit of case files by several agencies together.',
  SINGLE_AGENCY_AUDIT: 'An audit by one agency of its own work.',
  SELF_EVALUATION: 'The partnership’s own evaluation of how good it is.',
  USER_FEEDBACK: 'What children, families and others who use services say.',
  STAFF_SURVEY: 'What staff say when asked.',
  PERFORMANCE_INFORMATION: 'Figures that are collected routinely.',
  PROCESS_REVIEW: 'A review of how a process works.',
  COMPLAINT: 'Learning from complaints.',
  NATIONAL_REPORT: 'A national report or overview.',
  OTHER_AREA_REVIEW: 'A review or inspection of another area.',
  FATAL_ACCIDENT_INQUIRY: 'A Fatal Accident Inquiry.',
  CHILD_DEATH_REVIEW: 'Learning from reviews of child deaths (National Hub).',
});
export type SourceKind = keyof typeof SourceKind;

export const SourceStatus = describedEnum(
  'SourceStatus',
  'How far a source of learning has come. Inspections, audits and surveys enter at REPORTED.',
  {
    NOTIFIED: 'Someone has proposed a review.',
    INFORMATION_GATHERING: 'Agencies are asked for what they know, only enough to decide.',
    RECOMMENDED: 'A recommendation whether to review is before the committee.',
    PROCEEDING: 'The committee decided to review; the review is under way.',
    NOT_PROCEEDING: 'The committee decided not to review, with reasons.',
    ALTERNATIVE_REVIEW: 'The committee decided on another kind of review.',
    ON_HOLD: 'Waiting for a parallel process, such as a prosecution.',
    REPORTED: 'The report is with the committee.',
    ACCEPTED_BY_CPC: 'The committee has accepted the report.',
    CONSIDERED_BY_COG: 'The chief officers have considered the report and the resources.',
    PUBLISHED: 'The report is published.',
    NOT_PUBLISHED: 'The decision is not to publish, with reasons.',
    CLOSED: 'Nothing further is to be done on the source itself.',
  },
);
export type SourceStatus = keyof typeof SourceStatus;

export const ReviewMethodology = describedEnum('ReviewMethodology', 'How a review was carried out.', {
  SCIE_LEARNING_TOGETHER: 'SCIE Learning Together.',
  SYSTEMS_APPROACH: 'Another systems approach.',
  ROOT_CAUSE_ANALYSIS: 'Root cause analysis.',
  CHRONOLOGY_CASE_REVIEW: 'A case review by chronology.',
  WELSH_CHILD_PRACTICE_REVIEW: 'The Welsh child practice review model.',
  APPRECIATIVE_INQUIRY: 'Appreciative inquiry.',
  THEMATIC: 'A thematic review over several cases.',
  MULTI_AGENCY_REFLECTIVE_DISCUSSION: 'A reflective discussion with the agencies.',
  OTHER: 'Another method.',
});
export type ReviewMethodology = keyof typeof ReviewMethodology;

export const ReviewDecision = describedEnum('ReviewDecision', 'What the committee decided on a notification.', {
  PROCEED: 'To hold the review.',
  NOT_PROCEED: 'Not to hold a review.',
  ALTERNATIVE_REVIEW: 'To hold another kind of review.',
});
export type ReviewDecision = keyof typeof ReviewDecision;

export const Marking = describedEnum('Marking', 'How a record must be handled.', {
  OFFICIAL: 'The default.',
  OFFICIAL_SENSITIVE: 'Anything unpublished from a review.',
});
export type Marking = keyof typeof Marking;

export const ConsultationMethod = describedEnum('ConsultationMethod', 'How people were asked.', {
  QUESTIONNAIRE: 'A questionnaire.',
  INTERVIEW: 'Interviews.',
  FOCUS_GROUP: 'Focus groups.',
  EVENT: 'A participation event.',
  MIXED: 'Several methods together.',
});
export type ConsultationMethod = keyof typeof ConsultationMethod;
