import { withheldSentences, type WithheldReason } from '../members/practiceSharing.rules';

/** A program sees nothing of one person's; to members what was done stays open, since the work is their committee's. */
export const hidesProfile = (withheld: WithheldReason | null): boolean => withheld === 'PROGRAM';

export const sentenceOf = (withheld: WithheldReason | null): string | null => withheld && withheldSentences[withheld];
