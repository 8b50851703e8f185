import { InputType } from 'type-graphql';
import { OptionalDayInput, OptionalFlagInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byRequiredDay, byText } from '../api/orders';
import { after, before, whether, words } from '../store/conditions';
import { SharedIdea } from './sharedIdea.entity';

@InputType({ description: 'Which shared ideas.' })
export class SharedIdeaFilter {
  @OptionalLineInput('Words that all occur in the statement, learning or name of the area.')
  text?: string | null;

  @OptionalFlagInput('Only those your own committee shares (true) or those of others (false).')
  isOwn?: boolean | null;

  @OptionalDayInput('Shared after this day.')
  sharedAfter?: string | null;

  @OptionalDayInput('Shared before this day.')
  sharedBefore?: string | null;
}

export const sharedIdeas = listing(SharedIdea, {
  total: 'OPEN',
  filter: SharedIdeaFilter,
  where: {
    text: words('statement', 'learning', 'area_name'),
    isOwn: whether(({ alias, committee }) => `${alias}.committee_id = ${committee}`),
    sharedAfter: after('shared_on'),
    sharedBefore: before('shared_on'),
  },
  orders: {
    SHARED_ON: byRequiredDay('shared_on', 'Since when it is shared.'),
    AREA_NAME: byText('area_name', 'The committee that shares it, by name.'),
    RECORDED_AT: byRecorded,
  },
});
