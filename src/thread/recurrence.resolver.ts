import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Action } from '../actions/action.entity';
import { Context } from '../api/context';
import { Finding } from '../findings/finding.entity';
import { Theme } from '../reference/theme.entity';
import { LearningSource } from '../sources/learningSource.entity';
import { Recurrence } from './recurrence.type';

@Resolver(() => Recurrence)
export class RecurrenceFields {
  @FieldResolver(() => Finding, { description: 'The later finding, which raises the concern again.' })
  finding(@Root() { findingId }: Recurrence, @Ctx() ctx: Context): Promise<Finding | null> {
    return ctx.store.find(Finding, findingId);
  }

  @FieldResolver(() => LearningSource, { description: 'The source of the later finding.' })
  source(@Root() { sourceId }: Recurrence, @Ctx() ctx: Context): Promise<LearningSource | null> {
    return ctx.store.find(LearningSource, sourceId);
  }

  @FieldResolver(() => Finding, { description: 'The earlier finding, which had been closed as effective.' })
  earlierFinding(@Root() { earlierFindingId }: Recurrence, @Ctx() ctx: Context): Promise<Finding | null> {
    return ctx.store.find(Finding, earlierFindingId);
  }

  @FieldResolver(() => LearningSource, { description: 'The source of the earlier finding.' })
  earlierSource(@Root() { earlierSourceId }: Recurrence, @Ctx() ctx: Context): Promise<LearningSource | null> {
    return ctx.store.find(LearningSource, earlierSourceId);
  }

  @FieldResolver(() => Action, {
    nullable: true,
    description: 'The action whose sign-off it puts in doubt; null where the finding itself was assured.',
  })
  async action(@Root() { actionId }: Recurrence, @Ctx() ctx: Context): Promise<Action | null> {
    return actionId === null ? null : ctx.store.find(Action, actionId);
  }

  @Extensions({ listSize: 2 })
  @FieldResolver(() => [Theme], {
    description: 'The themes both have, for which this is the last closure before; none where only people said so.',
  })
  async themes(@Root() { themeIds }: Recurrence, @Ctx() ctx: Context): Promise<Theme[]> {
    const found = await Promise.all(themeIds.map((id) => ctx.store.find(Theme, id)));
    return found.filter((theme) => theme !== null);
  }
}
