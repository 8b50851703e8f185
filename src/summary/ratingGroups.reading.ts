import { actions, overdueSql } from '../actions/action.lists';
import { RatingCategory, RatingColour } from '../actions/rating.enums';
import { allRatings, coloursOf, legendOf, type RatingOfAction } from '../actions/rating.reading';
import type { Group } from '../store/groupSql';
import type { Store } from '../store/store';
import type { RatingGrouping } from './actionGroups.lists';

const readings: Readonly<Record<RatingGrouping, (rating: RatingOfAction) => string>> = {
  RATING: ({ now }) => now.colour,
  ORIGINAL_RATING: ({ againstOriginal }) => againstOriginal.colour,
  RATING_CATEGORY: ({ category }) => category,
};

export const isRatingGrouping = (name: string): name is RatingGrouping => name in readings;

/** Ratings are worked out, not stored: which actions meet the filter is asked in SQL, and the rest is counted here. */
export async function ratingGroups(store: Store, filter: object | null | undefined, by: RatingGrouping): Promise<Group[]> {
  const each = { key: '{row}.id::text', label: '{row}.ref', also: overdueSql };
  const [met, ratings, labels] = await Promise.all([store.groups(actions, filter, each), allRatings(store), labelsOf(store, by)]);
  const byId = new Map(ratings.map(({ action, rating }) => [action.id, readings[by](rating)]));
  return [...labels].flatMap(([key, label]) => {
    const rows = met.filter(({ key: id }) => id !== null && byId.get(id) === key);
    return rows.length === 0 ? [] : [{ key, label, count: rows.length, also: rows.filter(({ also }) => also > 0).length }];
  });
}

/** Every group there can be, in order, with its name. */
export async function labelsOf(store: Store, by: RatingGrouping): Promise<Map<string, string>> {
  if (by === 'RATING_CATEGORY') return new Map(Object.keys(RatingCategory).map((name) => [name, inWords(name)]));
  const colours = await coloursOf(store, await legendOf(store, store.committeeId));
  return new Map(Object.keys(RatingColour).map((name) => [name, colours.find(({ colour }) => colour === name)?.label ?? name]));
}

const inWords = (name: string): string => `${name.charAt(0)}${name.slice(1).toLowerCase().replaceAll('_', ' ')}`;
