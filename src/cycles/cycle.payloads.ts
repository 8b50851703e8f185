import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../api/describedEnum';
import { MutationPayload } from '../api/verbs';
import { PdsaCycle } from './cycle.entity';
import { adviceSentences, type CycleAdviceCode } from './cycleAdvice.rules';
import { CycleAddendum, Observation } from './cycleRecord.entity';
import { PdsaRamp } from './ramp.entity';

const CycleAdviceCodeEnum = describedEnum('CycleAdviceCode', 'What the method asks for and a cycle lacks.', adviceSentences);

@ObjectType({ description: 'Something the method asks for and a cycle lacks. It is advice: nothing is refused for it.' })
export class CycleAdvice {
  @Field(() => CycleAdviceCodeEnum, { description: 'The advice by name.' })
  code!: CycleAdviceCode;

  @Field({ description: 'The advice as a sentence.' })
  sentence!: string;
}

@ObjectType({ implements: MutationPayload, description: 'A cycle as it is after the change, and what its record still lacks.' })
export class PdsaCyclePayload extends MutationPayload {
  @Field(() => PdsaCycle, { description: 'The cycle.' })
  cycle!: PdsaCycle;

  /** Kept with the answer as plain words, so that a request sent again is answered alike. */
  adviceCodes!: CycleAdviceCode[];

  @Field(() => [CycleAdvice], { description: 'What the method asks for at this stage and the record lacks.' })
  advice(): readonly { readonly code: CycleAdviceCode; readonly sentence: string }[] {
    return this.adviceCodes.map((code) => ({ code, sentence: adviceSentences[code] }));
  }
}

@ObjectType({ implements: MutationPayload, description: 'A ramp as it is after the change.' })
export class PdsaRampPayload extends MutationPayload {
  @Field(() => PdsaRamp, { description: 'The ramp.' })
  ramp!: PdsaRamp;
}

@ObjectType({ implements: MutationPayload, description: 'An observation that was added, and its cycle.' })
export class ObservationPayload extends MutationPayload {
  @Field(() => PdsaCycle, { description: 'The cycle.' })
  cycle!: PdsaCycle;

  @Field(() => Observation, { description: 'The observation.' })
  observation!: Observation;
}

@ObjectType({ implements: MutationPayload, description: 'An addendum that was added, and its cycle.' })
export class CycleAddendumPayload extends MutationPayload {
  @Field(() => PdsaCycle, { description: 'The cycle.' })
  cycle!: PdsaCycle;

  @Field(() => CycleAddendum, { description: 'The addendum.' })
  addendum!: CycleAddendum;
}
