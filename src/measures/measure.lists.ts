import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalFlagInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byReference, byText } from '../api/orders';
import { anyIdOf, anyOf, whether, words } from '../store/conditions';
import { Measure } from './measure.entity';
import { SignalKind } from './chart.enums';
import { MeasureKind, MeasureStatus } from './measure.enums';
import { measuresThatAreSilent, measuresThatSay } from './measureStanding.reading';

@InputType({ description: 'Which measures.' })
export class MeasureFilter {
  @ChoicesInput(() => MeasureKind, 'Only these kinds.')
  kinds?: MeasureKind[] | null;

  @ChoicesInput(() => MeasureStatus, 'Only these states.')
  statuses?: MeasureStatus[] | null;

  @OptionalIdsInput('Only of these aims.')
  aimIds?: string[] | null;

  @OptionalFlagInput('Only with at least one figure (true) or without any (false).')
  hasData?: boolean | null;

  @ChoicesInput(() => SignalKind, 'Only those whose figures now say one of these.')
  signals?: SignalKind[] | null;

  @OptionalFlagInput(
    'Only measures in use whose next figure is more than a whole period late (true), or only the others (false).',
  )
  isSilent?: boolean | null;

  @OptionalLineInput('Words that all occur in the reference or name.')
  text?: string | null;
}

export const measures = listing(Measure, {
  filter: MeasureFilter,
  where: {
    kinds: anyOf('kind'),
    statuses: anyOf('status'),
    aimIds: anyIdOf('aim_id'),
    hasData: whether(({ alias }) => `exists (select 1 from data_point d where d.measure_id = ${alias}.id and not d.is_missing)`),
    signals: { idsWhere: measuresThatSay },
    isSilent: { idsWhere: measuresThatAreSilent },
    text: words('ref', 'name'),
  },
  orders: {
    REF: byReference('ref'),
    NAME: byText('name', 'Name.'),
    STATUS: byText('status', 'State, by name.'),
    RECORDED_AT: byRecorded,
  },
});
