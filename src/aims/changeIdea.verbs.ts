import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { ChangeIdea } from './changeIdea.entity';
import {
  AbandonChangeIdeaInput,
  MoveChangeIdeaInput,
  ProposeChangeIdeaInput,
  ServeDriverInput,
  StepBackChangeIdeaInput,
  SustainChangeIdeaInput,
} from './changeIdea.input';
import {
  classifyChangeIdea,
  abandonChangeIdea,
  implementChangeIdea,
  proposeChangeIdea,
  serveDriver,
  spreadChangeIdea,
  startTestingChangeIdea,
  stepBackChangeIdea,
  sustainChangeIdea,
} from './changeIdea.service';
import { changeIdeaPolicy } from './aim.policy';

@ObjectType({ implements: MutationPayload, description: 'A change idea as it is after the change.' })
export class ChangeIdeaPayload extends MutationPayload {
  @Field(() => ChangeIdea, { description: 'The change idea.' })
  changeIdea!: ChangeIdea;
}

export const changeIdeaVerbs = [
  verb('proposeChangeIdea', {
    description: 'Propose a specific change that could be tested.',
    ...changeIdeaPolicy.proposeChangeIdea,
    input: ProposeChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: proposeChangeIdea,
  }),
  verb('classifyChangeIdea', {
    description:
      'Say who may read the texts of a change idea and of all that hangs on it. A privacy steward may only make it stricter.',
    ...changeIdeaPolicy.classifyChangeIdea,
    on: ChangeIdea,
    input: ClassifyInput,
    gives: ChangeIdeaPayload,
    does: classifyChangeIdea,
  }),
  verb('serveDriver', {
    description: 'Tie a change idea to one more driver that it is to move.',
    ...changeIdeaPolicy.serveDriver,
    on: ChangeIdea,
    input: ServeDriverInput,
    gives: ChangeIdeaPayload,
    does: serveDriver,
  }),
  verb('startTestingChangeIdea', {
    description: 'Begin to test a change idea in PDSA cycles.',
    ...changeIdeaPolicy.startTestingChangeIdea,
    on: ChangeIdea,
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: startTestingChangeIdea,
  }),
  verb('abandonChangeIdea', {
    description: 'Give a change idea up and keep what was learnt from it.',
    ...changeIdeaPolicy.abandonChangeIdea,
    on: ChangeIdea,
    input: AbandonChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: abandonChangeIdea,
  }),
  verb('implementChangeIdea', {
    description: 'Begin to make a change that was tested and adopted the way things are done.',
    ...changeIdeaPolicy.implementChangeIdea,
    on: ChangeIdea,
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: implementChangeIdea,
  }),
  verb('spreadChangeIdea', {
    description: 'Record the committee’s decision to take a change to new settings.',
    ...changeIdeaPolicy.spreadChangeIdea,
    on: ChangeIdea,
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: spreadChangeIdea,
  }),
  verb('sustainChangeIdea', {
    description: 'Record that a change is in place and its measure has held.',
    ...changeIdeaPolicy.sustainChangeIdea,
    on: ChangeIdea,
    input: SustainChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: sustainChangeIdea,
  }),
  verb('stepBackChangeIdea', {
    description: 'Take a change that is being implemented back to testing.',
    ...changeIdeaPolicy.stepBackChangeIdea,
    on: ChangeIdea,
    input: StepBackChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: stepBackChangeIdea,
  }),
];
