import {
  ownerIn,
  because,
  called,
  changeOf,
  details,
  fieldOf,
  firstOf,
  inWords,
  listed,
  madeOf,
  valueOf,
} from './sentenceWords.rules';
import { subjectKeys, type ReadChange, type ReadEvent } from './sentenceFacts.rules';
import { decisionInWords } from './words.rules';

type Special = (event: ReadEvent) => string | undefined;

/** What the verbs that matter most did, in words of their own; undefined where the event does not show it. */
export const specials: Readonly<Record<string, Special>> = {
  redateAction: ({ changes, actorName }) => {
    const [action, change] = [changeOf(changes, 'Action'), madeOf(changes, 'DueDateChange')];
    const dates = datesOf(action);
    if (!action || !dates) return undefined;
    const approver = valueOf(change, 'approvedById');
    const approved = approver && approver !== actorName ? `, approved by ${approver}` : '';
    return `re-dated ${called(action)} ${dates}${approved}${because(valueOf(change, 'reason'))}`;
  },
  requestRedate: ({ changes }) => {
    const request = madeOf(changes, 'RedateRequest');
    const action = fieldOf(request, 'actionId');
    if (!action) return undefined;
    const wanted = `${inWords(valueOf(request, 'wantedOn'))}${because(valueOf(request, 'reason'))}`;
    return `requested a new due date for ${ownerIn(action)}: ${wanted}`;
  },
  signOffAction: ({ changes }) => {
    const [action, meeting] = [changes.find(({ typeName }) => typeName === 'Action'), madeOf(changes, 'SignOff')];
    if (!action || !meeting) return undefined;
    return `signed off ${called(action)} at the meeting of ${inWords(valueOf(meeting, 'meetingOn'))} (minute ${valueOf(meeting, 'minuteRef') ?? ''})`;
  },
  recordDecision: ({ changes }) => {
    const decision = madeOf(changes, 'MeetingDecision');
    const subject = decision && firstOf(subjectKeys, decision.fields);
    const kind = valueOf(decision, 'kind');
    if (!subject || !kind) return undefined;
    const what = `${ownerIn(subject)}: ${decisionInWords(kind)}${outcomeOf(kind, changes)}`;
    const where = `(minute ${valueOf(decision, 'minuteRef') ?? ''})${because(valueOf(decision, 'reason'))}`;
    return `recorded the decision of the meeting ${valueOf(decision, 'meetingId') ?? ''} on ${what} ${where}`;
  },
  addAgendaItem: ({ changes }) => {
    const item = madeOf(changes, 'AgendaItem');
    return item && `put ${onAgenda(item)} on the agenda of the meeting ${valueOf(item, 'meetingId') ?? ''}`;
  },
  deferAgendaItem: ({ changes }) => {
    const item = madeOf(changes, 'AgendaItem');
    return item && `deferred ${onAgenda(item)} to the meeting ${valueOf(item, 'meetingId') ?? ''}`;
  },
  markChart: ({ changes }) => {
    const mark = madeOf(changes, 'ChartMark');
    const measure = fieldOf(mark, 'measureId');
    if (!measure) return undefined;
    return `marked the chart of ${ownerIn(measure)} at ${inWords(valueOf(mark, 'markedOn'))} (${inWords(valueOf(mark, 'kind'))})`;
  },
  recordDataPoints: ({ changes }) => {
    const points = changes.filter(({ typeName }) => typeName === 'DataPoint');
    const measure = points[0] && fieldOf(points[0], 'measureId');
    return points.length > 1 && measure ? `recorded ${points.length} data points of ${ownerIn(measure)}` : undefined;
  },
  quarantineText: (event) => aText('quarantined', event),
  releaseText: (event) => aText('released', event),
  askErasure: (event) => aText('asked for the erasure of', event),
  confirmErasure: (event) => aText('confirmed the erasure of', event),
  declineErasure: (event) => aText('declined the erasure of', event),
  foundCommittee: () => 'founded the committee here',
  keepHistory: () => 'changed how the records are kept',
  SQL: ({ changes }) => `changed ${listed(changes.map(called))} in the database by hand${details(changes[0])}`,
};

function datesOf(action: ReadChange | undefined): string | null {
  const due = fieldOf(action, 'dueOn');
  return due ? `from ${inWords(due.before)} to ${inWords(due.after)}` : null;
}

/** What a decision did to the action: its dates, who leads it now, or which other one goes on for both. */
function outcomeOf(kind: string, changes: readonly ReadChange[]): string {
  const action = changeOf(changes, 'Action');
  if (kind === 'REVISE_DATE') return wordsBefore('', datesOf(action));
  if (kind === 'MERGE') return wordsBefore('the action ', valueOf(action, 'supersededById'));
  if (kind !== 'REASSIGN') return '';
  const lead = ['leadMemberId', 'leadRole', 'leadAgencyId']
    .map((field) => valueOf(action, field))
    .filter((each) => each !== null);
  return wordsBefore('', lead.length === 0 ? null : lead.join(', '));
}

const wordsBefore = (before: string, value: string | null): string => (value === null ? '' : `, ${before}${value}`);

const onAgenda = ({ fields }: ReadChange): string => {
  const subject = firstOf(subjectKeys, fields);
  return subject ? ownerIn(subject) : 'something to talk about';
};

/** Of which row a text is withheld; never what it says. */
function aText(done: string, { changes }: ReadEvent): string | undefined {
  const quarantine = changes.find(({ typeName }) => typeName === 'Quarantine');
  return quarantine && `${done} a text ${quarantine.name ?? ''}`.trimEnd();
}
