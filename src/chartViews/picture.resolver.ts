import { Args, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { toGlobalId } from '../kernel/globalId';
import { chartPage } from '../pictures/chartPage';
import { chartPng } from '../pictures/chartPng';
import { chartSvg } from '../pictures/chartSvg';
import { Chart } from './chart.type';
import { cyclesOfView } from './chartCycles.reading';
import { PictureArgs, pngCost, sizeOf } from './picture.args';
import { pictureOfChart } from './pictureOfChart';

const SVG_COST = 10;
/** Two drawings and the table of all figures. */
const PAGE_COST = 25;

const pictureOf = async ({ view }: Chart, ctx: Context) => pictureOfChart(view, await cyclesOfView(ctx.store, view));

@Resolver(() => Chart)
export class PictureFields {
  @Extensions({ cost: SVG_COST })
  @FieldResolver(() => String, {
    description:
      'The chart as an SVG document with a title and a description for screen readers; no scripts, no outside addresses.',
  })
  async svg(@Root() chart: Chart, @Args(() => PictureArgs) size: PictureArgs, @Ctx() ctx: Context): Promise<string> {
    return chartSvg(await pictureOf(chart, ctx), sizeOf(size));
  }

  @Extensions({ cost: pngCost })
  @FieldResolver(() => String, {
    description:
      'The chart as a PNG picture on white, written in base64, with two device pixels for each CSS pixel. It costs 500 at the usual size, and more with its area.',
  })
  async png(@Root() chart: Chart, @Args(() => PictureArgs) size: PictureArgs, @Ctx() ctx: Context): Promise<string> {
    return (await chartPng(await pictureOf(chart, ctx), sizeOf(size))).toString('base64');
  }

  @Extensions({ cost: PAGE_COST })
  @FieldResolver(() => String, {
    description: 'A small web page of its own: the summary, the picture, notes and cycles, and the table of all figures.',
  })
  async page(@Root() chart: Chart, @Ctx() ctx: Context): Promise<string> {
    return chartPage(await pictureOf(chart, ctx));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where this service shows the chart of the measure: it leads to the page; add .svg, .png or .html to choose. Null for a pasted series.',
  })
  address(@Root() { view }: Chart): string | null {
    return view.measureId && chartAddress(view.measureId);
  }
}

const chartAddress = (measureId: string): string => `/charts/${toGlobalId('Measure', measureId)}`;
