import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { classifiers } from '../tiers/restrictedGroup.verbs';
import { LearningSource } from './learningSource.entity';
import { RecordLearningSourceInput, TakeSourceStepInput } from './source.input';
import { classifySource, recordLearningSource, takeSourceStep } from './source.service';

@ObjectType({ implements: MutationPayload, description: 'A source as it is after the change.' })
export class LearningSourcePayload extends MutationPayload {
  @Field(() => LearningSource, { description: 'The source.' })
  source!: LearningSource;
}

export const sourceVerbs = [
  verb('recordLearningSource', {
    description: 'Record a source of learning: a review is notified, an inspection, audit or survey enters as reported.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'MEMBER', 'SUBGROUP_CHAIR'],
    input: RecordLearningSourceInput,
    gives: LearningSourcePayload,
    does: recordLearningSource,
  }),
  verb('takeSourceStep', {
    description: 'Record the next step of a source: a decision of the committee, of the chief officers, or work begun and done.',
    by: ['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER', 'SUBGROUP_CHAIR', 'CHIEF_OFFICER'],
    input: TakeSourceStepInput,
    gives: LearningSourcePayload,
    does: takeSourceStep,
  }),
  verb('classifySource', {
    description:
      'Say who may read the texts of a source and of all that hangs on it. A privacy steward may only make it stricter.',
    by: classifiers,
    input: ClassifyInput,
    gives: LearningSourcePayload,
    does: classifySource,
  }),
];
