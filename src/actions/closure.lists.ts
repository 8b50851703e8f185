import { Int, InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byRequiredDay } from '../api/orders';
import { after, before, whether, type Condition, type Scene } from '../store/conditions';
import { EvidenceKind } from './action.enums';
import { SignOff } from './actionRecord.entity';
import { LEAST_BEYOND_ASSERTION } from './closure.rules';

@InputType({ description: 'Which closures: sign-offs of actions.' })
export class SignOffFilter {
  @OptionalFlagInput('Only those that stand (true), or only those that were reopened since (false).')
  stands?: boolean | null;

  @OptionalFlagInput(
    'Only those on assertion (true): without evidence, or with none beyond an output. Or only the others (false).',
  )
  isOnAssertion?: boolean | null;

  @ChoicesInput(() => Int, 'Only where the highest impact level at sign-off was one of these.')
  highestImpactLevels?: number[] | null;

  @ChoicesInput(() => EvidenceKind, 'Only with evidence of one of these kinds at sign-off.')
  evidenceKinds?: EvidenceKind[] | null;

  @OptionalDayInput('Only at meetings before this day.')
  meetingBefore?: string | null;

  @OptionalDayInput('Only at meetings after this day.')
  meetingAfter?: string | null;
}

/** The evidence there was when an action was signed off, in SQL; closure.rules.ts says the same of rows. */
export const evidenceThen = (row: string): string =>
  `evidence_item e where e.action_id = ${row}.action_id and e.recorded_at <= ${row}.recorded_at`;

export const onAssertionSql = ({ alias, bind }: Scene): string =>
  `not exists (select 1 from ${evidenceThen(alias)} and e.impact_level >= ${bind(LEAST_BEYOND_ASSERTION)})`;

const stands = ({ alias }: Scene): string =>
  `exists (select 1 from action a where a.id = ${alias}.action_id and a.status in ('SIGNED_OFF', 'EMBEDDED'))
    and not exists (select 1 from sign_off l where l.action_id = ${alias}.action_id and (l.recorded_at, l.id) > (${alias}.recorded_at, ${alias}.id))`;

const highest: Condition<readonly number[]> = (levels, { alias, bind }) =>
  `(select max(e.impact_level) from ${evidenceThen(alias)}) = any(${bind(levels)}::int[])`;

const withKinds: Condition<readonly string[]> = (kinds, { alias, bind }) =>
  `exists (select 1 from ${evidenceThen(alias)} and e.kind = any(${bind(kinds)}::text[]))`;

export const signOffs = listing(SignOff, {
  filter: SignOffFilter,
  where: {
    stands: whether(stands),
    isOnAssertion: whether(onAssertionSql),
    highestImpactLevels: highest,
    evidenceKinds: withKinds,
    meetingBefore: before('meeting_on'),
    meetingAfter: after('meeting_on'),
  },
  orders: { MEETING_ON: byRequiredDay('meeting_on', 'The day of the meeting.'), RECORDED_AT: byRecorded },
});
