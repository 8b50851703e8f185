import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalFlagInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byReference, byText } from '../api/orders';
import { SourceKind } from '../sources/source.enums';
import { anyIdOf, anyOf, some, whether, words, type Condition } from '../store/conditions';
import { Finding } from './finding.entity';
import { FindingKind, FindingPolarity, FindingStatus } from './finding.enums';

@InputType({ description: 'Which findings.' })
export class FindingFilter {
  @ChoicesInput(() => FindingStatus, 'Only these states.')
  statuses?: FindingStatus[] | null;

  @ChoicesInput(() => FindingKind, 'Only these kinds.')
  kinds?: FindingKind[] | null;

  @ChoicesInput(() => FindingPolarity, 'Only concerns, strengths or mixed ones.')
  polarities?: FindingPolarity[] | null;

  @ChoicesInput(() => SourceKind, 'Only from these kinds of source.')
  sourceKinds?: SourceKind[] | null;

  @OptionalIdsInput('Only from these sources.')
  sourceIds?: string[] | null;

  @ChoicesInput(() => String, 'Only with one of these themes (codes).')
  themeCodes?: string[] | null;

  @ChoicesInput(() => String, 'Only with one of these quality indicators (codes).')
  indicatorCodes?: string[] | null;

  @OptionalFlagInput('Only those that repeat an earlier finding (true) or do not (false).')
  isRepeat?: boolean | null;

  @OptionalLineInput('Words that all occur in the reference, statement, reasons or reach.')
  text?: string | null;
}

/** Has a theme with one of the codes. */
export const withThemeCode: Condition<readonly string[]> = (codes, { alias, bind }) =>
  `exists (select 1 from finding_theme ft join theme t on t.id = ft.theme_id where ft.finding_id = ${alias}.id and t.code = any(${bind(codes)}::text[]))`;

const withIndicatorCode: Condition<readonly string[]> = (codes, { alias, bind }) =>
  `exists (select 1 from finding_indicator fi join quality_indicator q on q.id = fi.indicator_id
    where fi.finding_id = ${alias}.id and q.code = any(${bind(codes)}::text[]))`;

export const findings = listing(Finding, {
  filter: FindingFilter,
  where: {
    statuses: anyOf('status'),
    kinds: anyOf('kind'),
    polarities: anyOf('polarity'),
    sourceKinds: some({ table: 'learning_source', on: '{that}.id = {row}.source_id' }, anyOf('kind')),
    sourceIds: anyIdOf('source_id'),
    themeCodes: withThemeCode,
    indicatorCodes: withIndicatorCode,
    isRepeat: whether(({ alias }) => `${alias}.repeat_of_id is not null`),
    text: words('ref', 'statement', 'why', 'reach'),
  },
  orders: { REF: byReference('ref'), STATUS: byText('status', 'State, by name.'), RECORDED_AT: byRecorded },
});
