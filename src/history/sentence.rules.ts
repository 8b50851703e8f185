import { dateInWords, decisionInWords } from './words.rules';

/** A value as people read it; a key is the name of what it leads to. */
export interface ReadChange {
  /** The type of the row, such as Action, and what the row is called, such as LR-2026-01/F1/A1. */
  readonly typeName: string;
  readonly name: string | null;
  readonly how: 'MADE' | 'CHANGED' | 'REMOVED';
  readonly fields: readonly ReadField[];
}

export interface ReadField {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReadEvent {
  readonly verb: string;
  readonly actor: string;
  readonly changes: readonly ReadChange[];
}

const MOST_DETAILS = 3;

/** What happened in one sentence of plain English. Verbs that matter most have words of their own; any other is read from its name. */
export function sentenceOf(event: ReadEvent): string {
  const special = specials[event.verb]?.(event);
  return `${event.actor} ${special ?? generic(event)}.`;
}

/** The keys of what a meeting decides on, and how it is called. */
const decidedOn: ReadonlyMap<string, string> = new Map(
  ['action', 'finding', 'recommendation', 'cycle', 'measure', 'plan'].map((thing) => [`${thing}Id`, thing]),
);

type Special = (event: ReadEvent) => string | undefined;

const specials: Readonly<Record<string, Special>> = {
  redateAction: ({ changes }) => {
    const [action, change] = [changes.find(({ typeName }) => typeName === 'Action'), madeOf(changes, 'DueDateChange')];
    const due = action?.fields.find(({ field }) => field === 'dueOn');
    if (!action || !due) return undefined;
    const reason = change?.fields.find(({ field }) => field === 'reason')?.after;
    const dates = `from ${inWords(due.before)} to ${inWords(due.after)}`;
    return `re-dated ${called(action)} ${dates}${reason ? `, because: “${reason}”` : ''}`;
  },
  signOffAction: ({ changes }) => {
    const [action, meeting] = [changes.find(({ typeName }) => typeName === 'Action'), madeOf(changes, 'SignOff')];
    if (!action || !meeting) return undefined;
    return `signed off ${called(action)} at the meeting of ${inWords(valueOf(meeting, 'meetingOn'))} (minute ${valueOf(meeting, 'minuteRef') ?? ''})`;
  },
  recordDecision: ({ changes }) => {
    const decision = madeOf(changes, 'MeetingDecision');
    const subject = decision?.fields.find(({ field }) => decidedOn.has(field));
    const kind = decision && valueOf(decision, 'kind');
    if (!subject || !kind) return undefined;
    const reason = valueOf(decision, 'reason');
    const what = `${decidedOn.get(subject.field) ?? ''} ${subject.after ?? ''}: ${decisionInWords(kind)}`;
    return `recorded the decision of the meeting ${valueOf(decision, 'meetingId') ?? ''} on the ${what} (minute ${valueOf(decision, 'minuteRef') ?? ''})${reason ? `, because: “${reason}”` : ''}`;
  },
  foundCommittee: () => 'founded the committee here',
  keepHistory: () => 'changed how the records are kept',
  SQL: ({ changes }) => `changed ${listed(changes.map(called))} in the database by hand${details(changes[0])}`,
};

function generic({ verb, changes }: ReadEvent): string {
  const { done, object } = pastOf(verb);
  const main = changes.find((change) => isCalled(change, object)) ?? changes[0];
  if (!main) return `${done} ${object}`.trim();
  const what = isCalled(main, object) || object === '' ? called(main) : `the ${object}: ${called(main)}`;
  return `${done} ${what}${main.how === 'CHANGED' ? details(main) : ''}`;
}

/** recordDataPoints made data points, addEvidence an evidence item. */
const isCalled = ({ typeName }: ReadChange, object: string): boolean => {
  const words = wordsOf(typeName);
  return object !== '' && (words.endsWith(object.replace(/s$/, '')) || words.startsWith(object));
};

/** By its own name, or by that of what it belongs to. */
function called({ typeName, name, how, fields }: ReadChange): string {
  const thing = `the ${wordsOf(typeName)}`;
  if (name) return `${thing} ${name}`;
  const owner = how === 'CHANGED' ? undefined : fields.find(({ field }) => field.endsWith('Id'));
  return owner ? `${thing} of the ${wordsOf(owner.field.slice(0, -2))} ${owner.after ?? owner.before ?? ''}` : thing;
}

const madeOf = (changes: readonly ReadChange[], typeName: string): ReadChange | undefined =>
  changes.find((change) => change.typeName === typeName && change.how === 'MADE');

const valueOf = (change: ReadChange, field: string): string | null =>
  change.fields.find((each) => each.field === field)?.after ?? null;

function details(change: ReadChange | undefined): string {
  const told = (change?.fields ?? []).slice(0, MOST_DETAILS).map(({ field, before, after }) => {
    const what = wordsOf(field.replace(/Id$/, ''));
    if (before === null) return `${what} is now ${inWords(after)}`;
    if (after === null) return `${what} was ${inWords(before)} and is no longer given`;
    return `${what} from ${inWords(before)} to ${inWords(after)}`;
  });
  const more = (change?.fields.length ?? 0) - told.length;
  return told.length === 0 ? '' : ` (${[...told, ...(more > 0 ? [`${more} more`] : [])].join('; ')})`;
}

const listed = (names: readonly string[]): string => {
  const distinct = [...new Set(names)];
  const more = distinct.length - MOST_DETAILS;
  return more > 0 ? `${distinct.slice(0, MOST_DETAILS).join(', ')} and ${more} more` : distinct.join(', ');
};

/** APPROVED as "approved", also in a list, a date in words, a text in quotation marks. */
function inWords(value: string | null): string {
  if (value === null) return 'nothing';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateInWords(value);
  if (value === '[]') return 'nothing';
  if (/^\["[A-Z_]+"(,"[A-Z_]+")*\]$/.test(value)) return value.slice(2, -2).split('","').map(inWords).join(', ');
  if (/^[A-Z][A-Z_]+$/.test(value)) return value.toLowerCase().replaceAll('_', ' ');
  return /^-?[\d.]+$|^(true|false)$/.test(value) ? value : `“${value.length > 120 ? `${value.slice(0, 119)}…` : value}”`;
}

const wordsOf = (name: string): string => name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();

/** signOffAction is "signed off" and "action". */
function pastOf(verb: string): { done: string; object: string } {
  const words = wordsOf(verb).split(' ');
  const [first = '', second = ''] = words;
  const two = phrases[`${first} ${second}`];
  if (two) return { done: two, object: words.slice(2).join(' ') };
  const done = first === 'hold' && second !== 'meeting' ? 'put on hold' : past(first);
  return { done, object: words.slice(1).join(' ') };
}

const phrases: Readonly<Record<string, string>> = {
  ...{
    'sign off': 'signed off',
    'step back': 'stepped back',
    'start testing': 'started testing',
    'finish doing': 'finished Do of',
  },
  ...{ 'ask for': 'asked for', 'ask erasure': 'asked for the erasure of', 'take up': 'took up', 'wind up': 'wound up' },
  ...{
    'carry out': 'carried out',
    'delegate to': 'delegated to',
    'admit to': 'admitted somebody to',
    'make ready': 'made ready',
  },
};

const irregular: Readonly<Record<string, string>> = {
  ...{ hold: 'held', take: 'took', withdraw: 'withdrew', choose: 'chose', spread: 'spread', redate: 're-dated', keep: 'kept' },
  ...{ ready: 'made ready', plan: 'planned', replan: 'replanned', stop: 'stopped', submit: 'submitted', embed: 'embedded' },
  ...{ cancel: 'cancelled', log: 'logged', defer: 'deferred', admit: 'admitted', leave: 'left' },
};

function past(word: string): string {
  if (irregular[word]) return irregular[word];
  if (word.endsWith('e')) return `${word}d`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
}
