import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byReference, byText } from '../api/orders';
import { SourceKind } from '../sources/source.enums';
import { anyIdOf, anyOf, some, words } from '../store/conditions';
import { Recommendation } from './recommendation.entity';
import { RecommendationProgress, RecommendationScope, RecommendationStatus } from './recommendation.enums';

@InputType({ description: 'Which recommendations.' })
export class RecommendationFilter {
  @ChoicesInput(() => RecommendationStatus, 'Only these states.')
  statuses?: RecommendationStatus[] | null;

  @ChoicesInput(() => RecommendationProgress, 'Only with this progress.')
  progress?: RecommendationProgress[] | null;

  @ChoicesInput(() => RecommendationScope, 'Only for these.')
  scopes?: RecommendationScope[] | null;

  @ChoicesInput(() => SourceKind, 'Only from these kinds of source.')
  sourceKinds?: SourceKind[] | null;

  @OptionalIdsInput('Only from these sources.')
  sourceIds?: string[] | null;

  @OptionalLineInput('Words that all occur in the reference, text or addressee.')
  text?: string | null;
}

export const recommendations = listing(Recommendation, {
  filter: RecommendationFilter,
  where: {
    statuses: anyOf('status'),
    progress: anyOf('progress'),
    scopes: anyOf('scope'),
    sourceKinds: some({ table: 'learning_source', on: '{that}.id = {row}.source_id' }, anyOf('kind')),
    sourceIds: anyIdOf('source_id'),
    text: words('ref', 'text', 'addressee'),
  },
  orders: { REF: byReference('ref'), STATUS: byText('status', 'State, by name.'), RECORDED_AT: byRecorded },
});
