import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { Committee } from '../committees/committee.entity';
import { Action } from './action.entity';
import { ConfidenceBasis } from './action.enums';
import { colourOf, coloursOf, legendOf, ratingOf } from './rating.reading';
import type { Rating } from './rating.rules';
import { ActionRating, shownRating } from './rating.type';
import { LegendColour, RatingLegend } from './ratingLegend.entity';

@Resolver(() => Action)
export class ActionRatingField {
  @FieldResolver(() => ActionRating, {
    description: 'How it stands against the due date in force and against the original one. Computed; no mutation can set it.',
  })
  async rating(
    @Root() action: Action,
    @Ctx() { store }: Context,
    @Arg('basis', () => ConfidenceBasis, {
      defaultValue: ConfidenceBasis.NOW,
      description: 'By how things stand now, or by what the record already says about the date.',
    })
    basis: ConfidenceBasis,
  ): Promise<ActionRating> {
    const [rating, legend] = await Promise.all([ratingOf(store, action, basis), legendOf(store, action.committeeId)]);
    const shown = async (against: Rating, dueOn: string | null) =>
      shownRating(against, dueOn, await colourOf(store, legend, against.colour));
    const [now, againstOriginal] = await Promise.all([
      shown(rating.now, action.dueOn),
      shown(rating.againstOriginal, action.originalDueOn),
    ]);
    return { ...rating, now, againstOriginal };
  }
}

@Resolver(() => Committee)
export class CommitteeLegend {
  @FieldResolver(() => RatingLegend, { description: 'What the colours of its ratings mean.' })
  ratingLegend(@Root() { id }: Committee, @Ctx() { store }: Context): Promise<RatingLegend> {
    return legendOf(store, id);
  }
}

@Resolver(() => RatingLegend)
export class LegendColours {
  @FieldResolver(() => [LegendColour], { description: 'The five colours: blue, green, amber, red, grey.' })
  colours(@Root() legend: RatingLegend, @Ctx() { store }: Context): Promise<LegendColour[]> {
    return coloursOf(store, legend);
  }
}
