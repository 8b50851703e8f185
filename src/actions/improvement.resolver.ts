import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Aim } from '../aims/aim.entity';
import { Context } from '../api/context';
import { Action } from './action.entity';
import { ImprovementStatus } from './improvement.enums';
import { improvementOfAction, improvementOfAim } from './improvement.reading';
import { Improvement, shownImprovement } from './improvement.type';

const STATUS = 'What the data say was improved, whatever people say was delivered. Computed; no mutation can set it.';
const WHOLE = 'The improvement status with its reasons, the measures behind it and the watch after closure.';

@Resolver(() => Action)
export class ActionImprovement {
  @FieldResolver(() => ImprovementStatus, { description: STATUS })
  async improvementStatus(@Root() action: Action, @Ctx() ctx: Context): Promise<ImprovementStatus> {
    return (await improvementOfAction(ctx.store, action)).status;
  }

  @FieldResolver(() => Improvement, { description: WHOLE })
  async improvement(@Root() action: Action, @Ctx() ctx: Context): Promise<Improvement> {
    return shownImprovement(await improvementOfAction(ctx.store, action), ctx.today);
  }
}

@Resolver(() => Aim)
export class AimImprovement {
  @FieldResolver(() => ImprovementStatus, { description: STATUS })
  async improvementStatus(@Root() aim: Aim, @Ctx() ctx: Context): Promise<ImprovementStatus> {
    return (await improvementOfAim(ctx.store, aim)).status;
  }

  @FieldResolver(() => Improvement, { description: WHOLE })
  async improvement(@Root() aim: Aim, @Ctx() ctx: Context): Promise<Improvement> {
    return shownImprovement(await improvementOfAim(ctx.store, aim), ctx.today);
  }
}
