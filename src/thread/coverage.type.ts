import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Finding } from '../findings/finding.entity';
import { Recommendation } from '../recommendations/recommendation.entity';
import { ResponseState } from './coverage.enums';

@ObjectType({ description: 'How far one finding has come, from response to impact.' })
export class FindingCoverage {
  @Field(() => Finding, { description: 'The finding.' })
  finding!: Finding;

  @Field(() => ResponseState, { description: 'Whether it has a response that is live.' })
  response!: ResponseState;

  @Field(() => Int, { description: 'Its live actions: approved, and neither stopped nor superseded.' })
  actions!: number;

  @Field(() => Int, { description: 'Those of them that are done: their lead says so, or a meeting signed them off.' })
  actionsDone!: number;

  @Field(() => Int, { description: 'Those of them that are overdue.' })
  actionsOverdue!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The highest impact level of the evidence of all its actions, from 0 to 5; null where there is no evidence.',
  })
  highestEvidenceLevel!: number | null;
}

@ObjectType({
  description: 'How many findings of a source come how far. Each step counts those of an earlier step that came further.',
})
export class CoverageFunnel {
  @Field(() => Int, { description: 'Findings, drafts and replaced ones apart.' })
  found!: number;

  @Field(() => Int, { description: 'Those that the committee has accepted.' })
  accepted!: number;

  @Field(() => Int, { description: 'Accepted ones with a live response: actions, or the reason why none is needed.' })
  withResponse!: number;

  @Field(() => Int, { description: 'Those whose response is a live action.' })
  withAction!: number;

  @Field(() => Int, { description: 'Those with evidence of any level from 1 on: at least an output exists.' })
  withEvidence!: number;

  @Field(() => Int, { description: 'Those with evidence of impact, level 3 or more: practice changed.' })
  withImpact!: number;
}

@ObjectType({ description: 'What has become of a source: finding, response, action, evidence, impact.' })
export class SourceCoverage {
  @Field(() => CoverageFunnel, { description: 'The findings counted along the thread.' })
  funnel!: CoverageFunnel;

  @Extensions({ listSize: 20 })
  @Field(() => [FindingCoverage], { description: 'One line for each finding that the funnel counts, by reference.' })
  findings!: FindingCoverage[];

  @Extensions({ listSize: 5 })
  @Field(() => [Finding], { description: 'Accepted findings that have no live response.' })
  unanswered!: Finding[];

  @Extensions({ listSize: 5 })
  @Field(() => [Recommendation], {
    description: 'Recommendations that are judged ACHIEVED although no evidence shows impact: level 3 or more.',
  })
  achievedWithoutImpact!: Recommendation[];
}
