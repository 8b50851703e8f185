import type { SuppressionReason } from '../disclosure/disclosed';
import { childrenPolicy, withThreshold } from '../disclosure/policy';
import { protectCount } from '../disclosure/protectCount';
import type { RowReads } from '../store/rowReads';
import type { PdsaCycle } from './cycle.entity';

/**
 * Why the number of children in a test is not shown; null where it is. Until Do starts it is a plan that may change, and two
 * states of it would tell their difference; from then on it stays as it is.
 */
export async function childrenHiddenBecause(
  reads: RowReads,
  { childrenOrEpisodes, doStartedAt }: Pick<PdsaCycle, 'childrenOrEpisodes' | 'doStartedAt'>,
): Promise<SuppressionReason | null> {
  const smallest = childrenOrEpisodes === null ? null : await reads.smallestCountShown();
  if (smallest === null) return null;
  if (doStartedAt === null) return 'NOT_YET_PUBLISHED';
  return protectCount(childrenOrEpisodes, withThreshold(childrenPolicy, smallest)).reason;
}
