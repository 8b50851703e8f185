import type { LocalDate } from '../kernel/localDate';
import type { RowReads } from '../store/rowReads';
import { Action } from './action.entity';
import type { ConfidenceBasis } from './action.enums';
import { openStatuses } from './action.rules';
import { ActionDependency } from './actionLinks.entity';
import { EvidenceItem, Milestone, ProgressUpdate } from './actionRecord.entity';
import type { RatingCategory, RatingColour } from './rating.enums';
import { LegendColour, RatingLegend } from './ratingLegend.entity';
import { categoryOf, rate, type RatedFacts, type Rating, type RatingQuestion } from './rating.rules';

/** How an action stands against both of its dates. */
export interface RatingOfAction {
  readonly asAtOn: LocalDate;
  readonly basis: ConfidenceBasis;
  readonly now: Rating;
  readonly againstOriginal: Rating;
  readonly category: RatingCategory;
}

/** Worked out once a request, however many lists and filters ask. */
export const ratingOf = (reads: RowReads, action: Action, basis: ConfidenceBasis = 'NOW'): Promise<RatingOfAction> =>
  reads.once(`rating ${action.id} ${basis}`, () => workOut(reads, action, basis));

/** Every committee has a legend from its founding. */
export async function legendOf(reads: RowReads, committeeId: string): Promise<RatingLegend> {
  const [legend] = await reads.children(RatingLegend, 'committeeId', committeeId);
  if (!legend) throw new Error('A committee has no rating legend.');
  return legend;
}

export async function colourOf(reads: RowReads, legend: RatingLegend, colour: RatingColour): Promise<LegendColour> {
  const found = (await coloursOf(reads, legend)).find((each) => each.colour === colour);
  if (!found) throw new Error(`The legend has no ${colour}.`);
  return found;
}

const inOrder: readonly RatingColour[] = ['BLUE', 'GREEN', 'AMBER', 'RED', 'GREY'];

export async function coloursOf(reads: RowReads, { id }: RatingLegend): Promise<LegendColour[]> {
  const colours = await reads.children(LegendColour, 'legendId', id);
  return colours.sort((one, other) => inOrder.indexOf(one.colour) - inOrder.indexOf(other.colour));
}

/** All actions of the committee with their ratings as things stand now. */
export async function allRatings(reads: RowReads): Promise<{ action: Action; rating: RatingOfAction }[]> {
  const actions = await reads.all(Action);
  return Promise.all(actions.map(async (action) => ({ action, rating: await ratingOf(reads, action) })));
}

/** A filter by what the ratings say. */
export const actionsRated =
  <V>(read: (rating: RatingOfAction) => V) =>
  async (wanted: readonly V[], reads: RowReads): Promise<string[]> =>
    (await allRatings(reads)).filter(({ rating }) => wanted.includes(read(rating))).map(({ action }) => action.id);

async function workOut(reads: RowReads, action: Action, basis: ConfidenceBasis): Promise<RatingOfAction> {
  const [facts, legend] = await Promise.all([factsOf(reads, action), legendOf(reads, action.committeeId)]);
  const question: RatingQuestion = { today: reads.today, basis, legend };
  const now = rate(facts, action.dueOn, question);
  const againstOriginal = rate(facts, action.originalDueOn, question);
  return { asAtOn: reads.today, basis, now, againstOriginal, category: categoryOf(now, againstOriginal) };
}

async function factsOf(reads: RowReads, action: Action): Promise<RatedFacts> {
  const { id, status, completedOn, reviewOn, startedOn } = action;
  const [updates, evidence, milestones, needed] = await Promise.all([
    reads.children(ProgressUpdate, 'actionId', id, ['recordedAt']),
    reads.children(EvidenceItem, 'actionId', id),
    reads.children(Milestone, 'actionId', id),
    reads.linked(Action, { through: ActionDependency, parent: 'actionId', child: 'dependsOnId' }, id, []),
  ]);
  const signs = [
    ...updates.map(({ asAtOn }) => asAtOn),
    ...evidence.map(({ datedOn }) => datedOn),
    ...milestones.map(({ reachedOn }) => reachedOn),
  ];
  return {
    ...{ status, completedOn, reviewOn },
    lastProgressOn: latest([...signs, startedOn]),
    isBlocked: updates.at(-1)?.isBlocked ?? false,
    openMilestones: milestones.flatMap(({ reachedOn, dueOn }) => (reachedOn === null && dueOn !== null ? [dueOn] : [])),
    waitsUntilOn: latest(needed.filter((other) => openStatuses.includes(other.status)).map(({ dueOn }) => dueOn)),
  };
}

const latest = (days: readonly (LocalDate | null)[]): LocalDate | null =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null;
