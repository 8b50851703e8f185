import { Field, ObjectType } from 'type-graphql';
import type { Member } from '../members/member.entity';

@ObjectType({
  description:
    'How the cycles that one member leads keep to the method. Seen by that member and those they share it with, whatever anyone’s role.',
})
export class Practice {
  @Field({ description: 'True when it is not shown to you.' })
  isWithheld!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is not shown to you; null when it is.' })
  withheldBecause!: string | null;

  /** Whose it is; the fields `fidelity`, `calibration` and `sharings` are worked out from it. */
  member!: Member;
}
