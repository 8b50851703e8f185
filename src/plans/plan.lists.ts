import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byRecorded, byReference, byText } from '../api/orders';
import { anyOf, words } from '../store/conditions';
import { Plan } from './plan.entity';
import { PlanStatus } from './plan.enums';

@InputType({ description: 'Which plans.' })
export class PlanFilter {
  @ChoicesInput(() => PlanStatus, 'Only these states.')
  statuses?: PlanStatus[] | null;

  @OptionalDayInput('Only plans whose period includes this day.')
  inForceOn?: string | null;

  @OptionalLineInput('Words that all occur in the reference or title.')
  text?: string | null;
}

export const plans = listing(Plan, {
  filter: PlanFilter,
  where: {
    statuses: anyOf('status'),
    inForceOn: (day, { alias, bind }) => `${bind(day)}::date between ${alias}.starts_on and ${alias}.ends_on`,
    text: words('ref', 'title'),
  },
  orders: {
    REF: byReference('ref'),
    TITLE: byText('title', 'Title.'),
    STARTS_ON: byDay('starts_on', 'First day.'),
    RECORDED_AT: byRecorded,
  },
});
