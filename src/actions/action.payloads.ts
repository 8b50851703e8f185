import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../api/verbs';
import { Action } from './action.entity';
import { Contribution, EvidenceItem, Milestone, ProgressUpdate } from './actionRecord.entity';

@ObjectType({ implements: MutationPayload, description: 'An action as it is after the change.' })
export class ActionPayload extends MutationPayload {
  @Field(() => Action, { description: 'The action.' })
  action!: Action;
}

@ObjectType({ implements: MutationPayload, description: 'A progress update that was added, and its action.' })
export class ProgressUpdatePayload extends MutationPayload {
  @Field(() => Action, { description: 'The action.' })
  action!: Action;

  @Field(() => ProgressUpdate, { description: 'The update.' })
  progressUpdate!: ProgressUpdate;
}

@ObjectType({ implements: MutationPayload, description: 'Evidence that was added, and its action.' })
export class EvidenceItemPayload extends MutationPayload {
  @Field(() => Action, { description: 'The action.' })
  action!: Action;

  @Field(() => EvidenceItem, { description: 'The evidence.' })
  evidenceItem!: EvidenceItem;
}

@ObjectType({ implements: MutationPayload, description: 'A milestone as it is after the change, and its action.' })
export class MilestonePayload extends MutationPayload {
  @Field(() => Action, { description: 'The action.' })
  action!: Action;

  @Field(() => Milestone, { description: 'The milestone.' })
  milestone!: Milestone;
}

@ObjectType({ implements: MutationPayload, description: 'A contribution as it is after the change, and its action.' })
export class ContributionPayload extends MutationPayload {
  @Field(() => Action, { description: 'The action.' })
  action!: Action;

  @Field(() => Contribution, { description: 'The contribution.' })
  contribution!: Contribution;
}
