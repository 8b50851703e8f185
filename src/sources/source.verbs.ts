import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { LearningSource } from './learningSource.entity';
import { RecordLearningSourceInput, TakeSourceStepInput } from './source.input';
import { sourcePolicy } from './source.policy';
import { classifySource, recordLearningSource, takeSourceStep } from './source.service';

@ObjectType({ implements: MutationPayload, description: 'A source as it is after the change.' })
export class LearningSourcePayload extends MutationPayload {
  @Field(() => LearningSource, { description: 'The source.' })
  source!: LearningSource;
}

export const sourceVerbs = [
  verb('recordLearningSource', {
    description: 'Record a source of learning: a review is notified, an inspection, audit or survey enters as reported.',
    ...sourcePolicy.recordLearningSource,
    input: RecordLearningSourceInput,
    gives: LearningSourcePayload,
    does: recordLearningSource,
  }),
  verb('takeSourceStep', {
    description: 'Record the next step of a source: a decision of the committee, of the chief officers, or work begun and done.',
    ...sourcePolicy.takeSourceStep,
    on: LearningSource,
    input: TakeSourceStepInput,
    gives: LearningSourcePayload,
    does: takeSourceStep,
  }),
  verb('classifySource', {
    description:
      'Say who may read the texts of a source and of all that hangs on it. A privacy steward may only make it stricter.',
    ...sourcePolicy.classifySource,
    on: LearningSource,
    input: ClassifyInput,
    gives: LearningSourcePayload,
    does: classifySource,
  }),
];
