import { Ctx, Extensions, Query, Resolver } from 'type-graphql';
import { Context } from '../api/context';
import { requireCounts } from '../api/protectedNumbers';
import { repeatThemesOf } from './repeatTheme.reading';
import { RepeatTheme } from './repeatTheme.type';

@Resolver()
export class RepeatThemeResolver {
  @Extensions({ listSize: 30 })
  @Query(() => [RepeatTheme], {
    description:
      'The themes that several sources of your committee raise, over the years; those of most sources first. Refused to readers who are kept from small numbers.',
  })
  async repeatThemes(@Ctx() ctx: Context): Promise<RepeatTheme[]> {
    await requireCounts(ctx, 'counts of themes');
    return repeatThemesOf(ctx.store);
  }
}
