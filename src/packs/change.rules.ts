import { dateAt } from '../kernel/localDate';
import { dateInWords } from '../history/words.rules';
import type { Change, NamedRow, ToldEvent } from './changeFacts.rules';
import type { PackChangeKind } from './change.enums';
import { changeInWords } from './changeWords.rules';
import { endStates } from './endStates.rules';
import { calledOf, nameOf, stateInWords } from './packWords.rules';

type RowChange = ToldEvent['changes'][number];

/** What happened, told item by item: each event is in one item at least, and no item has an event that is not among these. */
export function changesIn(events: readonly ToldEvent[], { hidesNumbers } = { hidesNumbers: false }): Change[] {
  const told = hidesNumbers ? events.map(withoutNumbers) : events;
  const items = told.flatMap(itemsOf);
  const figures = items.filter(({ kind }) => kind === 'FIGURES_ADDED');
  const byMeasure = new Map(
    figures.map(({ subject }) => [subject?.id, figures.filter((each) => each.subject?.id === subject?.id)]),
  );
  return [...items.filter(({ kind }) => kind !== 'FIGURES_ADDED'), ...[...byMeasure.values()].map(together)].sort(
    (one, other) => (one.eventSeqs[0] ?? 0) - (other.eventSeqs[0] ?? 0),
  );
}

/** The sentence of an event holds numbers as they are. */
function withoutNumbers(event: ToldEvent): ToldEvent {
  const row = event.changes.map(ownerOf).find((each) => each !== null);
  const what = row ? nameOf(subjectOf(row)) : 'Something';
  return { ...event, sentence: `${what} was changed or decided on.` };
}

function itemsOf(event: ToldEvent): Change[] {
  const found = event.changes.flatMap((change) => itemOf(event, change) ?? []);
  if (found.length > 0) return found.filter((item, place) => found.findIndex((each) => isSame(each, item)) === place);
  const told = event.changes.find(({ row }) => row !== null) ?? event.changes[0];
  return [item(event, { kind: 'CHANGED', row: told ? ownerOf(told) : null })];
}

/** Pieces of evidence are told one by one, anything else once. */
const isSame = (one: Change, other: Change): boolean =>
  one.kind === other.kind && one.subject?.id === other.subject?.id && one.sentence === other.sentence;

function itemOf(event: ToldEvent, change: RowChange): Change | null {
  const { typeName, kind, row } = change;
  const recorded = recordKinds[typeName];
  if (recorded && (kind === 'MADE' || typeName === 'DataPoint')) {
    return item(event, { kind: recorded, row: ownerOf(change), details: detailsOf(change) });
  }
  if (kind === 'MADE')
    return row && mainTypes.includes(typeName) ? item(event, { kind: 'NEW', row, details: detailsOf(change) }) : null;
  if (kind === 'REMOVED') return null;
  return moved(event, change) ?? redated(event, change);
}

function moved(event: ToldEvent, { typeName, row, fields }: RowChange): Change | null {
  const status = fields.find(({ field }) => field === 'status');
  if (!status || status.before === null || status.after === null) return null;
  const { before: from, after: to } = status;
  if (typeName === 'Escalation') return item(event, { kind: 'DECIDED', row });
  const ends = endStates[typeName] ?? [];
  const isReopened = to === 'REOPENED' || (ends.includes(from) && !ends.includes(to));
  const kind = isReopened ? 'REOPENED' : ends.includes(to) ? 'CLOSED' : 'MOVED';
  return item(event, { kind, row, from, to });
}

/** Only what was approved is a re-dating: a first due date is none, nor is another one for an action that is only proposed. */
function redated(event: ToldEvent, { typeName, row, fields }: RowChange): Change | null {
  const due = fields.find(({ field }) => field === 'dueOn');
  if (typeName !== 'Action' || !due || due.before === null || due.after === null) return null;
  const approval = event.changes.find((each) => each.typeName === 'DueDateChange' && each.row?.action?.id === row?.id)?.row;
  if (!approval) return null;
  const why = { reason: approval.reason ?? null, approvedBy: approval.approvedBy?.role ?? null };
  return item(event, { kind: 'REDATED', row, from: due.before, to: due.after, ...why });
}

interface Telling extends Partial<Pick<Change, 'from' | 'to' | 'reason' | 'approvedBy'>> {
  readonly kind: PackChangeKind;
  readonly row: NamedRow | null;
  readonly details?: readonly string[];
}

function item({ seq, moment, sentence }: ToldEvent, { row, details = [], ...told }: Telling): Change {
  const subject = row && subjectOf(row);
  const nothing = { from: null, to: null, reason: null, approvedBy: null };
  const change = { happenedOn: dateAt(new Date(moment)), subject, ...nothing, ...told, eventSeqs: [seq] };
  return { ...change, sentence: changeInWords(change, details) ?? sentence };
}

const subjectOf = (row: NamedRow): NonNullable<Change['subject']> => ({ id: row.id, ...calledOf(row) });

/** What a piece of evidence is, and what date a request asks for, as far as it is told. */
function detailsOf({ typeName, fields }: RowChange): string[] {
  const told = (name: string, inWords: (value: string) => string): string[] => {
    const value = fields.find(({ field }) => field === name)?.after ?? null;
    return value === null ? [] : [inWords(value)];
  };
  if (typeName === 'RedateRequest') return told('wantedOn', dateInWords);
  if (typeName !== 'EvidenceItem') return [];
  return [
    ...told('description', (words) => `“${words}”`),
    ...told('kind', stateInWords),
    ...told('datedOn', (day) => `of ${dateInWords(day)}`),
    ...told('impactLevel', (level) => `impact level ${level}`),
  ];
}

export const ownerOf = ({ row }: RowChange): NamedRow | null =>
  row?.action ?? row?.measure ?? row?.finding ?? row?.subject ?? row;

/** Records that say by their being there what happened. */
const recordKinds: Readonly<Partial<Record<string, PackChangeKind>>> = {
  ...{ EvidenceItem: 'EVIDENCE_ADDED', MeetingDecision: 'DECIDED', FindingAssurance: 'DECIDED', DataPoint: 'FIGURES_ADDED' },
};

/** What a committee calls new when it is there; everything else belongs to one of these. */
const mainTypes: readonly string[] = [
  ...['LearningSource', 'Finding', 'Recommendation', 'Plan', 'Action', 'RedateRequest', 'Aim', 'ChangeIdea'],
  ...['PdsaRamp', 'PdsaCycle', 'Measure', 'Meeting', 'Subgroup', 'Escalation'],
];

/** The figures of a measure are one item, however often some were recorded. */
function together(items: readonly Change[]): Change {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) throw new Error('There are no items to put together.');
  const times = items.length === 1 ? '' : `, ${items.length} times, the last of them on ${dateInWords(last.happenedOn)}`;
  const sentence = `Figures of ${first.subject ? nameOf(first.subject) : 'a measure'} were recorded or corrected${times}.`;
  return { ...first, happenedOn: last.happenedOn, sentence, eventSeqs: items.flatMap(({ eventSeqs }) => eventSeqs) };
}
