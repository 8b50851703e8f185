import { Field, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles';
import { MutationPayload, verb } from '../api/verbs';
import { IdeaUptake } from './ideaUptake.entity';
import { SharedIdea } from './sharedIdea.entity';
import { NoteAdaptationInput, ShareChangeIdeaInput, TakeUpSharedIdeaInput, WithdrawSharedIdeaInput } from './spread.input';
import { noteAdaptation, shareChangeIdea, takeUpSharedIdea, withdrawSharedIdea } from './spread.service';

@ObjectType({ implements: MutationPayload, description: 'A shared idea as it is after the change.' })
export class SharedIdeaPayload extends MutationPayload {
  @Field(() => SharedIdea, { description: 'The shared idea.' })
  sharedIdea!: SharedIdea;
}

@ObjectType({ implements: MutationPayload, description: 'An idea taken up, as it is after the change.' })
export class IdeaUptakePayload extends MutationPayload {
  @Field(() => IdeaUptake, { description: 'The uptake, which leads to your own change idea.' })
  uptake!: IdeaUptake;
}

/** Each of these speaks to other committees in the committee's name. */
const by: readonly Role[] = ['CHAIR', 'LEAD_OFFICER', 'IMPROVEMENT_ADVISER'];

export const spreadVerbs = [
  verb('shareChangeIdea', {
    description: 'Share a change idea with all committees, in words chosen for them.',
    by,
    input: ShareChangeIdeaInput,
    gives: SharedIdeaPayload,
    does: shareChangeIdea,
  }),
  verb('withdrawSharedIdea', {
    description: 'Stop sharing a change idea. Those who took it up keep what they made of it.',
    by,
    input: WithdrawSharedIdeaInput,
    gives: SharedIdeaPayload,
    does: withdrawSharedIdea,
  }),
  verb('takeUpSharedIdea', {
    description: 'Take up an idea of another committee: it becomes a change idea of your own, to be tested in your own area.',
    by,
    input: TakeUpSharedIdeaInput,
    gives: IdeaUptakePayload,
    does: takeUpSharedIdea,
  }),
  verb('noteAdaptation', {
    description: 'Say how your committee uses an idea it took up, for other committees to read.',
    by,
    input: NoteAdaptationInput,
    gives: IdeaUptakePayload,
    does: noteAdaptation,
  }),
];
