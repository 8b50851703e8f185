import { describedEnum } from '../api/describedEnum';

export const QuarantineReason = describedEnum('QuarantineReason', 'Why a text is withheld.', {
  CHILD: 'It could point at a child.',
  FAMILY: 'It could point at a family, a carer or someone close to a child.',
  WORKER: 'It could point at a worker under review.',
  CASE_NARRATIVE: 'It tells what happened in a case.',
  SENSITIVE: 'It tells of someone’s health, offences or another matter that needs special care.',
  OTHER: 'Something else, which the note says.',
});
export type QuarantineReason = keyof typeof QuarantineReason;

export const QuarantineStatus = describedEnum('QuarantineStatus', 'What has become of a withheld text.', {
  WITHHELD: 'Nobody reads it; it can be released.',
  RELEASED: 'It is shown again.',
  ERASURE_ASKED: 'Nobody reads it, and a privacy steward has asked for it to be erased; a second person decides.',
  ERASED: 'It exists no more. That it did, and who had it erased, is kept.',
});
export type QuarantineStatus = keyof typeof QuarantineStatus;

export const WithheldReason = describedEnum('WithheldReason', 'Why nobody reads a text.', {
  QUARANTINED: 'A privacy steward withholds it.',
  ERASED: 'It was erased.',
});
export type WithheldReason = keyof typeof WithheldReason;

const grounds = {
  NEVER_ALLOWED: 'It holds what must never be recorded here.',
  PERSONS_REQUEST: 'The person it is about has asked for it, and has a right to it.',
  COURT_ORDER: 'A court or the Information Commissioner has ordered it.',
} as const;

export const ErasureAsk = describedEnum('ErasureAsk', 'On what ground a text is to be erased.', grounds);
export type ErasureAsk = keyof typeof ErasureAsk;

export const ErasureGround = describedEnum('ErasureGround', 'On what ground texts were erased.', {
  ...grounds,
  RETENTION: 'The time for which they are kept was over.',
});
export type ErasureGround = keyof typeof ErasureGround;
