import { relation, rootList, toFew, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Finding } from '../findings/finding.entity';
import { Member } from '../members/member.entity';
import { Action } from './action.entity';
import { dueDateChanges, evidenceItems, progressUpdates } from './action.lists';
import { Contribution, DueDateChange, EvidenceItem, Milestone, ProgressUpdate, SignOff } from './actionRecord.entity';
import { signOffs } from './closure.lists';
import { FindingAssurance } from './findingAssurance.entity';

const byAction = { by: 'actionId' };

const records = [
  rootList('signOffs', signOffs, 'The closures of your committee’s actions: each time a meeting signed one off.'),
  relation(
    Action,
    'contributions',
    toFew(Contribution, 'actionId', ['recordedAt'], 'The agencies that contribute, each with its part.'),
  ),
  relation(
    Contribution,
    'agency',
    toOne(() => Agency, 'agencyId', 'The contributing agency.'),
  ),
  relation(Action, 'milestones', toFew(Milestone, 'actionId', ['position'], 'The steps on the way, in order.')),
  relation(Action, 'progressUpdates', toMany(progressUpdates, byAction, 'What was reported on it.')),
  relation(
    ProgressUpdate,
    'author',
    toOne(() => Member, 'authorId', 'Who reported it.'),
  ),
  relation(Action, 'evidence', toMany(evidenceItems, byAction, 'The evidence for it.')),
  relation(Action, 'dueDateChanges', toMany(dueDateChanges, byAction, 'Every change of its due date.')),
  relation(
    DueDateChange,
    'approvedBy',
    toOne(() => Member, 'approvedById', 'Who approved the new date.'),
  ),
  relation(
    Action,
    'signOffs',
    toFew(SignOff, 'actionId', ['recordedAt'], 'The meetings that signed it off; more than one if it was reopened.'),
  ),
  relation(
    SignOff,
    'signedOffBy',
    toOne(() => Member, 'signedOffById', 'Who recorded the decision of the meeting.'),
  ),
  relation(Finding, 'assurances', toFew(FindingAssurance, 'findingId', ['recordedAt'], 'The meetings that found it answered.')),
  relation(
    FindingAssurance,
    'finding',
    toOne(() => Finding, 'findingId', 'The finding.'),
  ),
  relation(
    FindingAssurance,
    'assuredBy',
    toOne(() => Member, 'assuredById', 'Who recorded the decision of the meeting.'),
  ),
];

const back = [Contribution, Milestone, ProgressUpdate, EvidenceItem, DueDateChange, SignOff].map((type) =>
  relation<Contribution | Milestone | ProgressUpdate | EvidenceItem | DueDateChange | SignOff>(
    type,
    'action',
    toOne(() => Action, 'actionId', 'The action it belongs to.'),
  ),
);

export const actionRecordRelations = [...records, ...back];
