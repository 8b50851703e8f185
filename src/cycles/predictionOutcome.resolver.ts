import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { isContradicted } from './contradiction.rules';
import { Prediction } from './cyclePlan.entity';
import { PredictionComparison } from './cycleRecord.entity';
import { outcomeOf } from './predictionOutcome.reading';
import { PredictionDataOutcome, shownOutcome } from './predictionOutcome.type';

@Resolver(() => Prediction)
export class PredictionOutcomeFields {
  @FieldResolver(() => PredictionDataOutcome, { description: 'What the data say became of it.' })
  async dataOutcome(@Root() prediction: Prediction, @Ctx() ctx: Context): Promise<PredictionDataOutcome> {
    return shownOutcome(await outcomeOf(ctx.store, prediction));
  }

  @FieldResolver(() => Boolean, {
    description: 'True when what people say and what the data say differ. Both stand. False while one of them says nothing.',
  })
  async isContradicted(@Root() prediction: Prediction, @Ctx() ctx: Context): Promise<boolean> {
    const [comparisons, { verdict }] = await Promise.all([
      ctx.store.children(PredictionComparison, 'predictionId', prediction.id),
      outcomeOf(ctx.store, prediction),
    ]);
    return isContradicted(comparisons[0]?.verdict ?? null, verdict);
  }
}
