import type { Aim } from '../aims/aim.entity';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { Driver } from '../aims/driver.entity';
import { ideasOf } from '../aims/theoryLinks';
import { settingsOf } from '../committees/committeeSettings.reading';
import type { LocalDate } from '../kernel/localDate';
import { Measure } from '../measures/measure.entity';
import { standingOfMeasure, type StandingOfMeasure } from '../measures/measureStanding.reading';
import type { CommitteeRow } from '../store/row';
import type { RowReads } from '../store/rowReads';
import { Action } from './action.entity';
import { openStatuses } from './action.rules';
import { actionsOfIdea, actionsOfMeasure, measuresOfAction } from './actionLinks.entity';
import { SignOff } from './actionRecord.entity';
import type { ImprovementStatus } from './improvement.enums';
import { improvementOf, type ImprovementVerdict } from './improvement.rules';
import type { Closure } from './improvementFacts.rules';

/** A verdict with what each measure behind it says. */
export interface ImprovementFound extends ImprovementVerdict {
  readonly evidence: readonly StandingOfMeasure[];
}

export async function improvementOfAction(reads: RowReads, action: Action): Promise<ImprovementFound> {
  const [measures, sustainMonths, closedOn] = await Promise.all([
    reads.linked(Measure, measuresOfAction, action.id, ['ref']),
    sustainMonthsOf(reads, action),
    closedOnOf(reads, action),
  ]);
  return improvementShownBy(reads, measures, { closedOn, sustainMonths: action.sustainMonths ?? sustainMonths });
}

/** An aim counts as closed once every action that serves it is. */
export async function improvementOfAim(reads: RowReads, aim: Aim): Promise<ImprovementFound> {
  const measures = await reads.children(Measure, 'aimId', aim.id, ['ref']);
  const [sustainMonths, actions] = await Promise.all([sustainMonthsOf(reads, aim), actionsServing(reads, aim, measures)]);
  const isOpen = actions.some(({ status }) => openStatuses.includes(status) || status === 'COMPLETE_AWAITING_SIGN_OFF');
  const closures = await Promise.all(actions.map((action) => closedOnOf(reads, action)));
  const closedOn = isOpen
    ? null
    : (closures
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? null);
  return improvementShownBy(reads, measures, { closedOn, sustainMonths });
}

/** The actions of the committee with one of these improvement statuses. */
export async function actionsThatAre(statuses: readonly ImprovementStatus[], reads: RowReads): Promise<string[]> {
  const actions = await reads.all(Action);
  const all = await Promise.all(actions.map((action) => improvementOfAction(reads, action)));
  return actions.filter((_, i) => statuses.some((status) => status === all[i]?.status)).map(({ id }) => id);
}

async function improvementShownBy(reads: RowReads, measures: readonly Measure[], closure: Closure): Promise<ImprovementFound> {
  const evidence = await Promise.all(measures.map((measure) => standingOfMeasure(reads, measure)));
  return { ...improvementOf(evidence, closure, reads.today), evidence };
}

const sustainMonthsOf = async (reads: RowReads, { committeeId }: CommitteeRow): Promise<number> =>
  (await settingsOf(reads, committeeId)).sustainMonths;

/** The day of the meeting that signed it off last; null unless it is signed off. */
async function closedOnOf(reads: RowReads, { id, status }: Action): Promise<LocalDate | null> {
  if (status !== 'SIGNED_OFF' && status !== 'EMBEDDED') return null;
  return (await reads.children(SignOff, 'actionId', id, ['recordedAt'])).at(-1)?.meetingOn ?? null;
}

/** By its measures, or by its drivers and their change ideas. */
async function actionsServing(reads: RowReads, aim: Aim, measures: readonly Measure[]): Promise<Action[]> {
  const drivers = await reads.children(Driver, 'aimId', aim.id);
  const ideas = (await Promise.all(drivers.map(({ id }) => reads.linked(ChangeIdea, ideasOf, id, [])))).flat();
  const found = await Promise.all([
    ...measures.map(({ id }) => reads.linked(Action, actionsOfMeasure, id, [])),
    ...ideas.map(({ id }) => reads.linked(Action, actionsOfIdea, id, [])),
  ]);
  return [...new Map(found.flat().map((action) => [action.id, action])).values()];
}
