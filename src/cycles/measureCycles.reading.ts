import { ChangeIdea } from '../aims/changeIdea.entity';
import { Action } from '../actions/action.entity';
import { actionsOfMeasure, ideasOfAction } from '../actions/actionLinks.entity';
import type { Measure } from '../measures/measure.entity';
import type { RowReads } from '../store/rowReads';
import { PdsaCycle } from './cycle.entity';
import { measuredBy } from './cycleLinks.entity';

/**
 * The cycles that ran while a measure was counted, found along the thread: those that named it, and those that test a change
 * idea of an action whose success it shows. Nobody has to mark them. The earliest begun comes first.
 */
export async function cyclesOfMeasure(reads: RowReads, { id }: Measure): Promise<PdsaCycle[]> {
  const [named, actions] = await Promise.all([
    reads.linked(PdsaCycle, measuredBy, id, []),
    reads.linked(Action, actionsOfMeasure, id, []),
  ]);
  const ideas = (await Promise.all(actions.map((action) => reads.linked(ChangeIdea, ideasOfAction, action.id, [])))).flat();
  const tested = (await Promise.all(ideas.map((idea) => reads.children(PdsaCycle, 'changeIdeaId', idea.id)))).flat();
  const distinct = new Map([...named, ...tested].map((cycle) => [cycle.id, cycle]));
  return [...distinct.values()].filter(({ doStartedOn }) => doStartedOn !== null).sort(byStart);
}

const byStart = (one: PdsaCycle, other: PdsaCycle): number =>
  one.doStartedOn === other.doStartedOn
    ? one.id < other.id
      ? -1
      : 1
    : (one.doStartedOn ?? '') < (other.doStartedOn ?? '')
      ? -1
      : 1;
