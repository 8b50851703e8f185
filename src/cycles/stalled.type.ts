import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../api/describedEnum';
import { LocalDateScalar } from '../api/scalars';
import type { LocalDate } from '../kernel/localDate';
import { stalledSentences, type StalledRule as Rule } from './stalled.rules';

export const StalledRule = describedEnum('StalledRule', 'Why work has come to a stand.', stalledSentences);

@ObjectType({ description: 'Work that has come to a stand, with the rule that names it.' })
export class StalledWork {
  @Field(() => StalledRule, { description: 'The rule by name.' })
  rule!: Rule;

  @Field({ description: 'What would get it going again, as a sentence.' })
  sentence!: string;

  @Field(() => LocalDateScalar, { description: 'The last day on which all was still well.' })
  dueOn!: LocalDate;

  /** Name the cycle or the ramp; shown as the fields `cycle` and `ramp`. */
  cycleId!: string | null;
  rampId!: string;
  leadMemberId!: string | null;
}
