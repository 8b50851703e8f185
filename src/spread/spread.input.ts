import { InputType } from 'type-graphql';
import { DegreeOfBelief } from '../aims/changeIdea.enums';
import {
  ChangeInput,
  IdInput,
  IdsInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
} from '../api/inputFields';

@InputType({ description: 'A change idea to share with all committees. They see these words, never the record behind them.' })
export class ShareChangeIdeaInput extends MutationInput {
  @IdInput('The change idea; it stays your committee’s.')
  changeIdeaId!: string;

  @NarrativeInput('What is done differently, in words that say nothing of the case, source or finding behind it.')
  statement!: string;

  @OptionalNarrativeInput('What was learnt that others should know.')
  learning?: string | null;
}

@InputType({ description: 'A shared idea that others are no longer to see. Those who took it up keep what they made of it.' })
export class WithdrawSharedIdeaInput extends ChangeInput {
  @NarrativeInput('Why it is withdrawn; only your own committee sees this.')
  reason!: string;
}

@InputType({
  description:
    'An idea of another committee to test in your own area. Your committee’s name, its adaptation and the counts of its closed cycles are shown to those who see the idea.',
})
export class TakeUpSharedIdeaInput extends MutationInput {
  @IdInput('The shared idea.')
  sharedIdeaId!: string;

  @IdsInput('The drivers of your own theory that it is to move, at least one.')
  driverIds!: string[];

  @OptionalNarrativeInput('How you adapt it, for other committees to read; leave it out to use the idea as it was shared.')
  adaptation?: string | null;

  @NarrativeInput('What would be done differently in your area, in your own words: those that were shared stay their owner’s.')
  statement!: string;

  @OptionalReferenceInput('Your reference for the change idea; made up when not given.')
  ref?: string | null;

  @OptionalChoiceInput(() => DegreeOfBelief, 'How confident you are that it leads to improvement in your area.')
  degreeOfBelief?: DegreeOfBelief | null;
}

@InputType({ description: 'How an idea that was taken up is used in your area. Other committees read it.' })
export class NoteAdaptationInput extends ChangeInput {
  @NarrativeInput('How you adapt it, in words that say nothing of a case, source or finding.')
  adaptation!: string;
}
