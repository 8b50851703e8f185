import { describedEnum } from '../api/describedEnum';

export const PackChangeKind = describedEnum('PackChangeKind', 'What kind of change happened between two moments.', {
  NEW: 'Something was recorded for the first time.',
  MOVED: 'Something went from one state to another.',
  REDATED: 'An action was given another due date.',
  CLOSED: 'Something came to its end: signed off, embedded, stopped, closed, assured, not accepted, replaced.',
  REOPENED: 'Something that had come to its end, or was answered, is open again.',
  EVIDENCE_ADDED: 'A piece of evidence was added to an action.',
  DECIDED: 'A meeting decided something, or the chief officers’ body answered.',
  FIGURES_ADDED: 'Figures of a measure were recorded or corrected.',
  NEW_SIGNAL: 'A measure gives a signal that it did not give before; worked out by comparing its chart at both moments.',
  CHANGED: 'Any other change.',
});
export type PackChangeKind = keyof typeof PackChangeKind;
