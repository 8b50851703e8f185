import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { Aim } from './aim.entity';
import { ReviseAimInput, StateAimInput } from './aim.input';
import { reviseAim, stateAim } from './aim.service';
import { changeIdeaVerbs } from './changeIdea.verbs';
import { progressVerbs } from './progress.verbs';
import { driverVerbs } from './driver.verbs';
import { aimPolicy } from './aim.policy';

@ObjectType({ implements: MutationPayload, description: 'An aim as it is after the change.' })
export class AimPayload extends MutationPayload {
  @Field(() => Aim, { description: 'The aim.' })
  aim!: Aim;
}

export const aimVerbs = [
  verb('stateAim', {
    description: 'State what is to be accomplished: what, for whom, how much, by when.',
    ...aimPolicy.stateAim,
    input: StateAimInput,
    gives: AimPayload,
    does: stateAim,
  }),
  verb('reviseAim', {
    description: 'Change an aim as it becomes clearer.',
    ...aimPolicy.reviseAim,
    on: Aim,
    input: ReviseAimInput,
    gives: AimPayload,
    does: reviseAim,
  }),
  ...driverVerbs,
  ...changeIdeaVerbs,
  ...progressVerbs,
];
