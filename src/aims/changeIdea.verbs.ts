import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
import { MutationPayload, verb } from '../api/verbs';
import { ClassifyInput } from '../tiers/classify.input';
import { classifiers } from '../tiers/restrictedGroup.verbs';
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

@ObjectType({ implements: MutationPayload, description: 'A change idea as it is after the change.' })
export class ChangeIdeaPayload extends MutationPayload {
  @Field(() => ChangeIdea, { description: 'The change idea.' })
  changeIdea!: ChangeIdea;
}

const testers: readonly Role[] = ['IMPROVEMENT_ADVISER', 'ACTION_LEAD'];

export const changeIdeaVerbs = [
  verb('proposeChangeIdea', {
    description: 'Propose a specific change that could be tested.',
    by: [...testers, 'LEAD_OFFICER', 'SUBGROUP_CHAIR', 'MEMBER'],
    input: ProposeChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: proposeChangeIdea,
  }),
  verb('classifyChangeIdea', {
    description:
      'Say who may read the texts of a change idea and of all that hangs on it. A privacy steward may only make it stricter.',
    by: classifiers,
    input: ClassifyInput,
    gives: ChangeIdeaPayload,
    does: classifyChangeIdea,
  }),
  verb('serveDriver', {
    description: 'Tie a change idea to one more driver that it is to move.',
    by: [...testers, 'LEAD_OFFICER', 'SUBGROUP_CHAIR'],
    input: ServeDriverInput,
    gives: ChangeIdeaPayload,
    does: serveDriver,
  }),
  verb('startTestingChangeIdea', {
    description: 'Begin to test a change idea in PDSA cycles.',
    by: testers,
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: startTestingChangeIdea,
  }),
  verb('abandonChangeIdea', {
    description: 'Give a change idea up and keep what was learnt from it.',
    by: testers,
    input: AbandonChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: abandonChangeIdea,
  }),
  verb('implementChangeIdea', {
    description: 'Begin to make a change that was tested and adopted the way things are done.',
    by: testers,
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: implementChangeIdea,
  }),
  verb('spreadChangeIdea', {
    description: 'Record the committee’s decision to take a change to new settings.',
    by: ['CHAIR', 'VICE_CHAIR'],
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: spreadChangeIdea,
  }),
  verb('sustainChangeIdea', {
    description: 'Record that a change is in place and its measure has held.',
    by: testers,
    input: SustainChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: sustainChangeIdea,
  }),
  verb('stepBackChangeIdea', {
    description: 'Take a change that is being implemented back to testing.',
    by: testers,
    input: StepBackChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: stepBackChangeIdea,
  }),
];
