import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byText } from '../api/orders';
import { words } from '../store/conditions';
import { Agency } from './agency.entity';
import { Committee } from './committee.entity';

@InputType({ description: 'Which committees.' })
export class CommitteeFilter {
  @OptionalLineInput('Words that all occur in the name.')
  text?: string | null;
}

export const committees = listing(Committee, {
  total: 'OPEN',
  filter: CommitteeFilter,
  where: { text: words('name') },
  orders: { NAME: byText('name', 'Name.') },
});

@InputType({ description: 'Which agencies.' })
export class AgencyFilter {
  @ChoicesInput(() => String, 'Only agencies of these types (codes).')
  typeCodes?: string[] | null;

  @OptionalLineInput('Words that all occur in the name.')
  text?: string | null;
}

export const agencies = listing(Agency, {
  total: 'OPEN',
  filter: AgencyFilter,
  where: {
    typeCodes: (codes, { alias, bind }) =>
      `exists (select 1 from agency_type k where k.id = ${alias}.agency_type_id and k.code = any(${bind(codes)}::text[]))`,
    text: words('name'),
  },
  orders: { NAME: byText('name', 'Name.') },
});
