import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput, OptionalIdsInput, OptionalLineInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byRecorded, byText } from '../api/orders';
import { after, anyIdOf, anyOf, before, some, whether, words } from '../store/conditions';
import type { Order } from '../store/listing';
import { PdsaCycle } from './cycle.entity';
import { CycleDecision, CycleIntent, CycleStatus, TestScale } from './cycle.enums';

@InputType({ description: 'Which PDSA cycles.' })
export class PdsaCycleFilter {
  @ChoicesInput(() => CycleStatus, 'Only in these stages.')
  statuses?: CycleStatus[] | null;

  @ChoicesInput(() => CycleDecision, 'Only with these decisions.')
  decisions?: CycleDecision[] | null;

  @ChoicesInput(() => CycleIntent, 'Only with these intents.')
  intents?: CycleIntent[] | null;

  @ChoicesInput(() => TestScale, 'Only at these scales.')
  scales?: TestScale[] | null;

  @OptionalIdsInput('Only of these change ideas.')
  changeIdeaIds?: string[] | null;

  @OptionalIdsInput('Only of these ramps.')
  rampIds?: string[] | null;

  @OptionalIdsInput('Only with one of these measures.')
  measureIds?: string[] | null;

  @OptionalIdsInput('Only led by these members.')
  leadMemberIds?: string[] | null;

  @OptionalFlagInput('Only without any measure (true) or with at least one (false).')
  withoutMeasure?: boolean | null;

  @OptionalFlagInput('Only those stopped before their end (true) or not (false).')
  isStoppedEarly?: boolean | null;

  @OptionalDayInput('Begun after this day.')
  startedAfter?: string | null;

  @OptionalDayInput('Begun before this day.')
  startedBefore?: string | null;

  @OptionalLineInput('Words that all occur in the objective, learning, rationale or next step.')
  text?: string | null;
}

const byLabel: Order = {
  sql: `(lpad((select r.number from pdsa_ramp r where r.id = {row}.ramp_id)::text, 10, '0') || lpad({row}.position::text, 10, '0')) collate "C"`,
  type: 'text',
  description: 'Label: the number of the ramp, then the place in it.',
};

export const pdsaCycles = listing(PdsaCycle, {
  filter: PdsaCycleFilter,
  where: {
    statuses: anyOf('status'),
    decisions: anyOf('decision'),
    intents: anyOf('intent'),
    scales: anyOf('scale'),
    changeIdeaIds: anyIdOf('change_idea_id'),
    rampIds: anyIdOf('ramp_id'),
    measureIds: some({ table: 'cycle_measure', on: '{that}.cycle_id = {row}.id' }, anyIdOf('measure_id')),
    leadMemberIds: anyIdOf('lead_member_id'),
    withoutMeasure: whether(({ alias }) => `not exists (select 1 from cycle_measure m where m.cycle_id = ${alias}.id)`),
    isStoppedEarly: whether(({ alias }) => `${alias}.stopped_early_reason is not null`),
    startedAfter: after('do_started_on'),
    startedBefore: before('do_started_on'),
    text: words('objective', 'learning', 'rationale', 'next_step'),
  },
  orders: {
    RECORDED_AT: byRecorded,
    DO_STARTED_ON: byDay('do_started_on', 'The day it was begun; those not begun last.'),
    STATUS: byText('status', 'Stage, by name.'),
    LABEL: byLabel,
  },
});
