import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byReference, byText } from '../api/orders';
import { anyOf, words } from '../store/conditions';
import { ChangeIdea } from './changeIdea.entity';
import { ChangeIdeaStatus, DegreeOfBelief } from './changeIdea.enums';

@InputType({ description: 'Which change ideas.' })
export class ChangeIdeaFilter {
  @ChoicesInput(() => ChangeIdeaStatus, 'Only these states.')
  statuses?: ChangeIdeaStatus[] | null;

  @ChoicesInput(() => DegreeOfBelief, 'Only where people are this confident.')
  degreesOfBelief?: DegreeOfBelief[] | null;

  @OptionalLineInput('Words that all occur in the reference, statement or learning.')
  text?: string | null;
}

export const changeIdeas = listing(ChangeIdea, {
  filter: ChangeIdeaFilter,
  where: {
    statuses: anyOf('status'),
    degreesOfBelief: anyOf('degree_of_belief'),
    text: words('ref', 'statement', 'learning'),
  },
  orders: { REF: byReference('ref'), STATUS: byText('status', 'State, by name.'), RECORDED_AT: byRecorded },
});
