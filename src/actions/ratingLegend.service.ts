import { ruleBroken } from '../kernel/errors';
import type { Work } from '../store/work';
import { LegendColour, RatingLegend } from './ratingLegend.entity';
import type { AgreeRatingLegendInput } from './ratingLegend.input';

export async function agreeRatingLegend(work: Work, input: AgreeRatingLegendInput): Promise<{ legend: RatingLegend }> {
  const legend = await work.forChange(RatingLegend, input);
  const wanted = input.colours ?? [];
  const isSaid = [input.blueFrom, input.amberDays, input.quietDays, input.graceDays].some((each) => each != null);
  if (!isSaid && wanted.length === 0) {
    throw ruleBroken('ratingLegend.nothing', 'Say what is agreed: a colour, or from when something counts.', 'input.colours');
  }
  if (new Set(wanted.map(({ colour }) => colour)).size < wanted.length) {
    throw ruleBroken('ratingLegend.twice', 'A colour is said in one way only.', 'input.colours');
  }
  legend.blueFrom = input.blueFrom ?? legend.blueFrom;
  legend.amberDays = input.amberDays ?? legend.amberDays;
  legend.quietDays = input.quietDays ?? legend.quietDays;
  legend.graceDays = input.graceDays ?? legend.graceDays;
  const saved = await work.save(RatingLegend, legend);
  const colours = await work.store.children(LegendColour, 'legendId', saved.id);
  for (const { colour, label, meaning } of wanted) {
    const known = colours.find((each) => each.colour === colour);
    if (!known) throw new Error(`The legend has no ${colour}.`);
    const row = await work.lock(LegendColour, known.globalId, 'input.colours');
    await work.save(LegendColour, Object.assign(row, { label, meaning }));
  }
  return { legend: saved };
}
