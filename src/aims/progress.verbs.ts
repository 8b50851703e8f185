import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Aim } from './aim.entity';
import { AssessProgressInput } from './progress.input';
import { assessProgress } from './progress.service';
import { ProgressAssessment } from './progressAssessment.entity';
import { aimPolicy } from './aim.policy';

@ObjectType({ implements: MutationPayload, description: 'A progress assessment that was added, with its aim.' })
export class ProgressAssessmentPayload extends MutationPayload {
  @Field(() => ProgressAssessment, { description: 'The assessment.' })
  assessment!: ProgressAssessment;

  @Field(() => Aim, { description: 'The aim; what the data say stands beside it as improvementStatus.' })
  aim!: Aim;
}

export const progressVerbs = [
  verb('assessProgress', {
    description: 'Say how far a project has come on the scale from 0.5 to 5.0.',
    ...aimPolicy.assessProgress,
    on: Aim,
    named: 'aimId',
    input: AssessProgressInput,
    gives: ProgressAssessmentPayload,
    does: assessProgress,
  }),
];
