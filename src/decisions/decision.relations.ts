import { DueDateChange, SignOff } from '../actions/actionRecord.entity';
import { FindingAssurance } from '../actions/findingAssurance.entity';
import { relation, rootList, toFew, toMany, toOne, toOneBack, type FieldPlan } from '../api/relations';
import { Meeting } from '../meetings/meeting.entity';
import { Member } from '../members/member.entity';
import { CommitteeRow } from '../store/row';
import { escalations, meetingDecisions } from './decision.lists';
import { Escalation, MeetingDecision } from './meetingDecision.entity';
import { subjectOf, subjectTypes } from './subject.entity';

const subjectOfDecision: FieldPlan<MeetingDecision> = {
  type: () => CommitteeRow,
  description: 'What was decided on: an action, finding, recommendation, cycle, measure or plan, as it is now.',
  resolve: (decision, ctx) => {
    const subject = subjectOf(decision);
    return subject && ctx.store.find(subject.type, subject.id);
  },
};

const ofDecisions = [
  rootList('meetingDecisions', meetingDecisions, 'What the meetings of your committee and its subgroups decided.'),
  relation(Meeting, 'decisions', toMany(meetingDecisions, { by: 'meetingId' }, 'What it decided.')),
  relation(
    MeetingDecision,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting that decided.'),
  ),
  relation(MeetingDecision, 'subject', subjectOfDecision),
  relation(
    MeetingDecision,
    'recordedBy',
    toOne(() => Member, 'recordedById', 'Who recorded it.'),
  ),
  relation(
    MeetingDecision,
    'supersedes',
    toOne(() => MeetingDecision, 'supersedesId', 'The earlier decision that it supersedes.', 'nullable'),
  ),
  relation(MeetingDecision, 'supersededBy', toOneBack(MeetingDecision, 'supersedesId', 'The later decision that supersedes it.')),
  relation(MeetingDecision, 'escalation', toOneBack(Escalation, 'decisionId', 'What was put before the chief officers’ body.')),
  ...subjectTypes.map(({ type, key }) =>
    relation(type, 'meetingDecisions', toMany(meetingDecisions, { by: key }, 'What meetings decided about it.')),
  ),
];

const ofEscalations = [
  rootList('escalations', escalations, 'What was put before the chief officers’ body.'),
  relation(
    Escalation,
    'decision',
    toOne(() => MeetingDecision, 'decisionId', 'The decision to escalate, with its meeting and what it is about.'),
  ),
  relation(
    Escalation,
    'answeredBy',
    toOne(() => Member, 'answeredById', 'The chief officer who recorded the answer.', 'nullable'),
  ),
];

const atMeetings = [
  relation(
    SignOff,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting that signed it off.'),
  ),
  relation(
    FindingAssurance,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting that assured it.'),
  ),
  relation(
    DueDateChange,
    'meeting',
    toOne(() => Meeting, 'meetingId', 'The meeting that decided it; null where a chair did between meetings.', 'nullable'),
  ),
  relation(Meeting, 'signOffs', toFew(SignOff, 'meetingId', ['recordedAt'], 'The actions it signed off.')),
  relation(Meeting, 'assurances', toFew(FindingAssurance, 'meetingId', ['recordedAt'], 'The findings it assured.')),
  relation(Meeting, 'dueDateChanges', toFew(DueDateChange, 'meetingId', ['recordedAt'], 'The due dates it changed.')),
];

export const decisionRelations = [...ofDecisions, ...ofEscalations, ...atMeetings];
