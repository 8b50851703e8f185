import { Extensions, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Aim } from './aim.entity';
import { MissingAimPart, ProgressStep } from './aimStatement.type';
import { aimPartSentences, missingAimParts } from './aimStatement.rules';
import { ProgressAssessment } from './progressAssessment.entity';
import { progressSteps, progressStepOf } from './progressScore.rules';

@Resolver(() => Aim)
export class AimStatementFields {
  @Extensions({ listSize: 3 })
  @FieldResolver(() => [MissingAimPart], {
    description: 'What the statement leaves out: what, for whom, baseline, how much, by when.',
  })
  missingParts(@Root() aim: Aim): MissingAimPart[] {
    return missingAimParts(aim).map((part) => ({ part, sentence: aimPartSentences[part] }));
  }
}

@Resolver(() => ProgressAssessment)
export class ProgressStepField {
  @FieldResolver(() => ProgressStep, { description: 'The step of the scale, with its published definition.' })
  step(@Root() { score }: ProgressAssessment): ProgressStep {
    const step = progressStepOf(score);
    if (!step) throw new Error('A score is not on its scale.');
    return step;
  }
}

@Resolver()
export class ProgressScaleResolver {
  @Query(() => [ProgressStep], {
    description: 'The progress scale from 0.5 to 5.0 with its published definitions (IHI, as used in Life QI).',
  })
  progressScale(): readonly ProgressStep[] {
    return progressSteps;
  }
}
