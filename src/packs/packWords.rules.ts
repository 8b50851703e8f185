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
export const nameOf = ({ typeName, ref, title }: Called): string =>
  typeName === 'Meeting' && title !== null
    ? `Meeting of ${dateInWords(title)}`
    : [thingInWords(typeName), ref ?? (title === null ? null : `“${title}”`)].filter((part) => part !== null).join(' ');

/** A row as it is named in the lists and events of a pack. */
export const calledOf = ({ __typename, ref, title, label, day }: NamedRow): Called => ({
  ...{ typeName: __typename, ref: ref ?? null, title: title ?? label ?? day ?? null },
});
