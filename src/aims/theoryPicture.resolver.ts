import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { badInput } from '../kernel/errors';
import { driverDiagramSvg } from '../pictures/driverDiagram';
import { TheoryVersion } from './theory.entity';
import { pictureOfTheory } from './theoryPicture.reading';

const NARROWEST = 300;
const WIDEST = 2_000;

@Resolver(() => TheoryVersion)
export class TheoryPicture {
  @FieldResolver(() => String, {
    description:
      'The driver diagram as an SVG document with a title and a description for screen readers; below 640 pixels an indented list.',
  })
  async svg(
    @Root() theory: TheoryVersion,
    @Ctx() ctx: Context,
    @Arg('width', () => Int, {
      defaultValue: 1_100,
      description: `How wide it is, in CSS pixels, from ${NARROWEST} to ${WIDEST}.`,
    })
    width: number,
  ): Promise<string> {
    if (width < NARROWEST || width > WIDEST)
      throw badInput('width', `A picture is from ${NARROWEST} to ${WIDEST} pixels wide.`, 'picture.width');
    return driverDiagramSvg(await pictureOfTheory(ctx.store, theory), width);
  }
}
