import { Entity, PrimaryColumn } from 'typeorm';
import { LinkRow } from '../store/row';

@Entity('action_finding')
export class ActionFinding extends LinkRow {
  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  findingId!: string;
}

@Entity('action_recommendation')
export class ActionRecommendation extends LinkRow {
  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  recommendationId!: string;
}

@Entity('action_measure')
export class ActionMeasure extends LinkRow {
  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  measureId!: string;
}

@Entity('action_change_idea')
export class ActionChangeIdea extends LinkRow {
  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  changeIdeaId!: string;
}

@Entity('action_dependency')
export class ActionDependency extends LinkRow {
  @PrimaryColumn('uuid')
  actionId!: string;

  @PrimaryColumn('uuid')
  dependsOnId!: string;
}

/** The findings an action answers and the actions that answer a finding; and so for its measures and its change ideas. */
export const findingsOfAction = { through: ActionFinding, parent: 'actionId', child: 'findingId' };
export const actionsOfFinding = { through: ActionFinding, parent: 'findingId', child: 'actionId' };
export const measuresOfAction = { through: ActionMeasure, parent: 'actionId', child: 'measureId' };
export const actionsOfMeasure = { through: ActionMeasure, parent: 'measureId', child: 'actionId' };
export const ideasOfAction = { through: ActionChangeIdea, parent: 'actionId', child: 'changeIdeaId' };
export const actionsOfIdea = { through: ActionChangeIdea, parent: 'changeIdeaId', child: 'actionId' };
