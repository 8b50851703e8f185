import type { Context } from '../api/context';
import { PracticeSharing } from '../members/practiceSharing.entity';
import { practiceWithheld, withheldSentences, type WithheldReason } from '../members/practiceSharing.rules';

export const sharingsOf = ({ store }: Context, ownerId: string): Promise<PracticeSharing[]> =>
  store.children(PracticeSharing, 'ownerMemberId', ownerId, ['recordedAt']);

/** Why what shows one member's practice is not shown to whoever asks; null when it is, or shows nobody's in particular. */
export async function withheldOf(ctx: Context, ownerId: string | null): Promise<WithheldReason | null> {
  return ownerId === null ? null : practiceWithheld(ctx.actor, ownerId, await sharingsOf(ctx, ownerId));
}

export const sentenceOf = (withheld: WithheldReason | null): string | null => withheld && withheldSentences[withheld];
