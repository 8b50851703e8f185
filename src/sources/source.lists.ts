import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byRecorded, byReference, byText, byWhole } from '../api/orders';
import { after, anyOf, before, words } from '../store/conditions';
import { LearningSource } from './learningSource.entity';
import { SourceKind, SourceStatus } from './source.enums';

@InputType({ description: 'Which sources of learning.' })
export class LearningSourceFilter {
  @ChoicesInput(() => SourceKind, 'Only these kinds.')
  kinds?: SourceKind[] | null;

  @ChoicesInput(() => SourceStatus, 'Only these states.')
  statuses?: SourceStatus[] | null;

  @OptionalDayInput('Published after this day.')
  publishedAfter?: string | null;

  @OptionalDayInput('Published before this day.')
  publishedBefore?: string | null;

  @OptionalLineInput('Words that all occur in the reference, title or publisher.')
  text?: string | null;
}

export const learningSources = listing(LearningSource, {
  filter: LearningSourceFilter,
  where: {
    kinds: anyOf('kind'),
    statuses: anyOf('status'),
    publishedAfter: after('published_on'),
    publishedBefore: before('published_on'),
    text: words('ref', 'title', 'publisher'),
  },
  orders: {
    REF: byReference('ref'),
    TITLE: byText('title', 'Title.'),
    PUBLISHED_ON: byDay('published_on', 'Day of publication; those without one last.'),
    PUBLISHED_YEAR: byWhole('published_year', 'Year of publication.'),
    RECORDED_AT: byRecorded,
  },
});
