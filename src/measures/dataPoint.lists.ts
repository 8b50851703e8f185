import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRequiredDay, byRecorded } from '../api/orders';
import { anyOf, whether } from '../store/conditions';
import { DataPoint } from './dataPoint.entity';
import { DataPointStatus } from './dataPoint.enums';

@InputType({ description: 'Which figures.' })
export class DataPointFilter {
  @OptionalDayInput('Only periods that start on this day or later.')
  periodFrom?: string | null;

  @OptionalDayInput('Only periods that end on this day or earlier.')
  periodTo?: string | null;

  @ChoicesInput(() => DataPointStatus, 'Only these states.')
  statuses?: DataPointStatus[] | null;

  @OptionalFlagInput('Only missing periods (true) or only those with a figure (false).')
  isMissing?: boolean | null;
}

export const dataPoints = listing(DataPoint, {
  filter: DataPointFilter,
  where: {
    periodFrom: (day, { alias, bind }) => `${alias}.period_start >= ${bind(day)}::date`,
    periodTo: (day, { alias, bind }) => `${alias}.period_end <= ${bind(day)}::date`,
    statuses: anyOf('status'),
    isMissing: whether(({ alias }) => `${alias}.is_missing`),
  },
  orders: { PERIOD: byRequiredDay('period_start', 'First day of the period.'), RECORDED_AT: byRecorded },
});
