import type { NamedRow } from './changeFacts.rules';
import { dateInWords } from '../history/words.rules';

/** COMPLETE_AWAITING_SIGN_OFF as "complete awaiting sign off". */
export const stateInWords = (state: string): string => state.toLowerCase().replaceAll('_', ' ');

export const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const things: Readonly<Record<string, string>> = {
  LearningSource: 'Source',
  RedateRequest: 'Request for a new due date',
  ChangeIdea: 'Change idea',
  PdsaCycle: 'PDSA cycle',
  PdsaRamp: 'PDSA ramp',
};

export const thingInWords = (typeName: string): string =>
  things[typeName] ?? capitalised(typeName.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase());

interface Called {
  readonly typeName: string;
  readonly ref: string | null;
  readonly title: string | null;
}

/** "Action LR-2026-01/F1/A1", or by its title where it has no reference. */
export function nameOf({ typeName, ref, title }: Called): string {
  const thing = thingInWords(typeName);
  // Packs that were sealed before have the day of a meeting as it is stored.
  if (typeName === 'Meeting' && title !== null) return `${thing} of ${isDay(title) ? dateInWords(title) : title}`;
  if (ref !== null && belonging.includes(typeName)) return `${thing} of ${ref}`;
  return [thing, ref ?? (title === null ? null : `“${title}”`)].filter((part) => part !== null).join(' ');
}

const isDay = (title: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(title);

/** What has no reference of its own and is called by what it is about. */
const belonging: readonly string[] = ['RedateRequest', 'Escalation'];

/** A row as it is named in the lists and events of a pack. */
export function calledOf(row: NamedRow): Called {
  const { __typename: typeName, ref, title, label, day } = row;
  if (day !== undefined) return { typeName, ref: null, title: meetingInWords(day, row.subgroup?.name) };
  return { typeName, ref: ref ?? refOfSubject(row), title: title ?? label ?? null };
}

const meetingInWords = (day: string, subgroup: string | undefined): string =>
  `${dateInWords(day)}${subgroup === undefined ? '' : ` of the subgroup “${subgroup}”`}`;

/** "action LR-2026-01/F1/A1". */
function refOfSubject({ asksFor, decided }: NamedRow): string | null {
  const subject = asksFor ?? decided?.subject;
  return subject ? uncapitalised(nameOf(calledOf(subject))) : null;
}

const uncapitalised = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
