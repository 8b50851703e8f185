import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  IdInput,
  LineInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalIdsInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
  OptionalPartsInput,
} from '../api/inputFields';
import { ClassifiedInput } from '../tiers/classify.input';
import { ActionOrigin, ChangeType } from './action.enums';

@InputType({ description: 'What a contributing agency does.' })
export class ContributionInput {
  @IdInput('The agency.')
  agencyId!: string;

  @LineInput('Its part.')
  part!: string;
}

@InputType({ description: 'A step on the way.' })
export class MilestoneInput {
  @LineInput('What is reached.')
  title!: string;

  @OptionalDayInput('When it is due.')
  dueOn?: string | null;
}

@InputType({ description: 'An action to propose.' })
export class ProposeActionInput extends ClassifiedInput {
  @OptionalReferenceInput('Your reference; made up from the finding’s when not given, for example LR-2026-01/F3/A1.')
  ref?: string | null;

  @LineInput('What is to be done, in a line.')
  title!: string;

  @OptionalNarrativeInput('More about it.')
  description?: string | null;

  @ChoiceInput(() => ChangeType, 'What kind of change it makes.')
  changeType!: ChangeType;

  @OptionalIdsInput('The findings it answers.')
  findingIds?: string[] | null;

  @OptionalIdsInput('The recommendations it carries out; there may be none.')
  recommendationIds?: string[] | null;

  @OptionalChoiceInput(() => ActionOrigin, 'Why it exists; FINDING when not given.')
  origin?: ActionOrigin | null;

  @OptionalNarrativeInput('Why it is a priority, when it answers no finding.')
  originReason?: string | null;

  @OptionalIdInput('The outcome of a plan that it serves.')
  outcomeId?: string | null;

  @OptionalNarrativeInput('What will be different when it is done.')
  intendedOutcome?: string | null;

  @OptionalIdInput('The agency that leads it.')
  leadAgencyId?: string | null;

  @OptionalIdInput('The member who leads it.')
  leadMemberId?: string | null;

  @OptionalLineInput('The post that leads it.')
  leadRole?: string | null;

  @OptionalDayInput('When it is due.')
  dueOn?: string | null;

  @OptionalIdsInput('The measures that will show success.')
  measureIds?: string[] | null;

  @OptionalNarrativeInput('Why there is no measure of success, when there is none.')
  noMeasureReason?: string | null;

  @OptionalIdsInput('The change ideas it tests or carries out.')
  changeIdeaIds?: string[] | null;

  @OptionalIdsInput('Actions that must be done first.')
  dependsOnIds?: string[] | null;

  @OptionalPartsInput(() => ContributionInput, 'The agencies that contribute, each with its part.')
  contributions?: ContributionInput[] | null;

  @OptionalPartsInput(() => MilestoneInput, 'The steps on the way, in order.')
  milestones?: MilestoneInput[] | null;

  @OptionalFlagInput('True while it is still being written.')
  isDraft?: boolean | null;
}

@InputType({ description: 'Changes to an action that is not yet approved. What is left out stays.' })
export class ReviseActionInput extends ChangeInput {
  @OptionalLineInput('What is to be done, in a line.')
  title?: string | null;

  @OptionalNarrativeInput('More about it.')
  description?: string | null;

  @OptionalNarrativeInput('What will be different when it is done.')
  intendedOutcome?: string | null;

  @OptionalIdInput('The agency that leads it.')
  leadAgencyId?: string | null;

  @OptionalIdInput('The member who leads it.')
  leadMemberId?: string | null;

  @OptionalLineInput('The post that leads it.')
  leadRole?: string | null;

  @OptionalDayInput('When it is due.')
  dueOn?: string | null;

  @OptionalNarrativeInput('Why there is no measure of success, when there is none.')
  noMeasureReason?: string | null;
}

@InputType({ description: 'More of the thread to tie to an action: what it answers, what it tests and what will show success.' })
export class TieActionInput extends ChangeInput {
  @OptionalIdsInput('More findings it answers.')
  findingIds?: string[] | null;

  @OptionalIdsInput('More recommendations it carries out.')
  recommendationIds?: string[] | null;

  @OptionalIdsInput('More measures that will show success.')
  measureIds?: string[] | null;

  @OptionalIdsInput('More change ideas it tests or carries out.')
  changeIdeaIds?: string[] | null;

  @OptionalIdsInput('More actions that must be done first.')
  dependsOnIds?: string[] | null;
}
