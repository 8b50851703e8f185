import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, verb } from '../api/verbs';
import { IdeaUptake } from './ideaUptake.entity';
import { SharedIdea } from './sharedIdea.entity';
import { NoteAdaptationInput, ShareChangeIdeaInput, TakeUpSharedIdeaInput, WithdrawSharedIdeaInput } from './spread.input';
import { noteAdaptation, shareChangeIdea, takeUpSharedIdea, withdrawSharedIdea } from './spread.service';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { sharedIdeaPolicy, sharingPolicy, uptakePolicy } from './spread.policy';

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

export const spreadVerbs = [
  verb('shareChangeIdea', {
    description: 'Share a change idea with all committees, in words chosen for them.',
    ...sharingPolicy.shareChangeIdea,
    on: ChangeIdea,
    named: 'changeIdeaId',
    input: ShareChangeIdeaInput,
    gives: SharedIdeaPayload,
    does: shareChangeIdea,
  }),
  verb('withdrawSharedIdea', {
    description: 'Stop sharing a change idea. Those who took it up keep what they made of it.',
    ...sharedIdeaPolicy.withdrawSharedIdea,
    on: SharedIdea,
    input: WithdrawSharedIdeaInput,
    gives: SharedIdeaPayload,
    does: withdrawSharedIdea,
  }),
  verb('takeUpSharedIdea', {
    description: 'Take up an idea of another committee: it becomes a change idea of your own, to be tested in your own area.',
    ...sharedIdeaPolicy.takeUpSharedIdea,
    on: SharedIdea,
    named: 'sharedIdeaId',
    input: TakeUpSharedIdeaInput,
    gives: IdeaUptakePayload,
    does: takeUpSharedIdea,
  }),
  verb('noteAdaptation', {
    description: 'Say how your committee uses an idea it took up, for other committees to read.',
    ...uptakePolicy.noteAdaptation,
    on: IdeaUptake,
    input: NoteAdaptationInput,
    gives: IdeaUptakePayload,
    does: noteAdaptation,
  }),
];
