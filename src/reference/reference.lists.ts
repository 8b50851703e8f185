import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalFlagInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byText } from '../api/orders';
import { anyOf, whether, words } from '../store/conditions';
import { QualityIndicator } from './qualityIndicator.entity';
import { Theme } from './theme.entity';

@InputType({ description: 'Which themes.' })
export class ThemeFilter {
  @ChoicesInput(() => String, 'Only these codes.')
  codes?: string[] | null;

  @OptionalFlagInput('Only the committee’s own (true) or only national ones (false).')
  isLocal?: boolean | null;

  @OptionalLineInput('Words that all occur in the code, label or group.')
  text?: string | null;
}

export const themes = listing(Theme, {
  total: 'OPEN',
  filter: ThemeFilter,
  where: {
    codes: anyOf('code'),
    isLocal: whether(({ alias }) => `${alias}.committee_id is not null`),
    text: words('code', 'label', 'group_label'),
  },
  orders: { CODE: byText('code', 'Code.'), LABEL: byText('label', 'Label.') },
});

@InputType({ description: 'Which quality indicators.' })
export class QualityIndicatorFilter {
  @ChoicesInput(() => String, 'Only these codes.')
  codes?: string[] | null;

  @OptionalLineInput('Only the framework version with this name, for example "2019".')
  edition?: string | null;

  @OptionalFlagInput('Only those whose title was checked (true) or was not (false).')
  isVerified?: boolean | null;

  @OptionalLineInput('Words that all occur in the title, area or domain.')
  text?: string | null;
}

export const qualityIndicators = listing(QualityIndicator, {
  total: 'OPEN',
  filter: QualityIndicatorFilter,
  where: {
    codes: anyOf('code'),
    edition: (edition, { alias, bind }) =>
      `exists (select 1 from quality_framework f where f.id = ${alias}.framework_id and f.edition = ${bind(edition)})`,
    isVerified: whether(({ alias }) => `${alias}.is_verified`),
    text: words('title', 'area', 'domain'),
  },
  orders: { CODE: byText('code', 'Code.'), TITLE: byText('title', 'Title.') },
});
