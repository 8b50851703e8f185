import type { CommitteeRow, RowType } from '../store/row';
import type { Work } from '../store/work';
import type { ClassifiedRow } from './classified.entity';
import type { ClassifiedInput, ClassifyInput } from './classify.input';
import { RestrictedGroup, RestrictedGroupMember } from './restrictedGroup.entity';
import { committees, requireGroup, requireInGroup, requireOpener, requireRaise, type Tier } from './visibility.rules';

/** The tier of something that is being recorded. */
export async function tierOf(
  work: Work,
  { visibility, restrictedGroupId }: Omit<ClassifiedInput, 'clientMutationId'>,
): Promise<Tier> {
  const chosen = visibility ?? committees.visibility;
  requireOpener(work.actor, chosen);
  return tierFor(work, { visibility: chosen, restrictedGroupId });
}

/** Gives something a new tier. What hangs on it follows, in the database, before anybody can read it. */
export async function classify<T extends ClassifiedRow & CommitteeRow>(
  work: Work,
  type: RowType<T>,
  input: ClassifyInput,
): Promise<T> {
  const row = await work.forChange(type, input);
  requireRaise(work.actor, row.visibility, input.visibility);
  Object.assign(row, await tierFor(work, input));
  return work.save(type, row);
}

async function tierFor(
  work: Work,
  { visibility, restrictedGroupId }: Pick<ClassifyInput, 'visibility' | 'restrictedGroupId'>,
): Promise<Tier> {
  requireGroup(visibility, restrictedGroupId);
  if (restrictedGroupId == null) return { visibility, restrictedGroupId: null };
  const group = await work.store.get(RestrictedGroup, restrictedGroupId, 'input.restrictedGroupId');
  requireInGroup(work.actor, await work.store.children(RestrictedGroupMember, 'restrictedGroupId', group.id), work.today);
  return { visibility, restrictedGroupId: group.id };
}
