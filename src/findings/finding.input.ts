import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  IdInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalIdsInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
} from '../api/inputFields';
import { ClassifiedInput } from '../tiers/classify.input';
import { describedEnum } from '../api/describedEnum';
import { FindingKind, FindingLevel, FindingPolarity } from './finding.enums';

@InputType({ description: 'A finding to record.' })
export class RecordFindingInput extends ClassifiedInput {
  @IdInput('The source it comes from.')
  sourceId!: string;

  @OptionalReferenceInput('Your reference; made up from the source’s when not given, for example LR-2026-01/F3.')
  ref?: string | null;

  @OptionalChoiceInput(() => FindingKind, 'What the source calls it; FINDING when not given.')
  kind?: FindingKind | null;

  @ChoiceInput(() => FindingPolarity, 'Whether it is a concern or a strength.')
  polarity!: FindingPolarity;

  @OptionalChoiceInput(() => FindingLevel, 'Whose gift the answer lies in; MULTI_AGENCY when not given.')
  level?: FindingLevel | null;

  @NarrativeInput('What was found, as a pattern of the system and without anything that points at a person.')
  statement!: string;

  @OptionalNarrativeInput('Why it happens.')
  why?: string | null;

  @OptionalNarrativeInput('How far it reaches.')
  reach?: string | null;

  @OptionalIdInput('Its main theme.')
  primaryThemeId?: string | null;

  @OptionalIdsInput('All its themes; the main theme need not be repeated.')
  themeIds?: string[] | null;

  @OptionalIdsInput('The quality indicators it bears on.')
  indicatorIds?: string[] | null;

  @OptionalIdInput('The earlier finding that this one repeats.')
  repeatOfId?: string | null;

  @OptionalFlagInput('True while it is still being written.')
  isDraft?: boolean | null;
}

@InputType({ description: 'A draft finding that is ready to be recorded.' })
export class ConfirmFindingInput extends ChangeInput {}

export const FindingAnswer = describedEnum('FindingAnswer', 'What the committee can say to a finding.', {
  ACCEPTED: 'It accepts the finding and owes a response.',
  NOT_ACCEPTED: 'It does not accept the finding; a reason is needed.',
  REFERRED_ELSEWHERE: 'The answer lies elsewhere; the forum is needed.',
});
export type FindingAnswer = keyof typeof FindingAnswer;

@InputType({ description: 'The committee’s answer to a finding.' })
export class RespondToFindingInput extends ChangeInput {
  @ChoiceInput(() => FindingAnswer, 'What the committee says.')
  answer!: FindingAnswer;

  @OptionalNarrativeInput('Why; needed when the finding is not accepted.')
  reason?: string | null;

  @OptionalLineInput('The forum it is taken to; needed when it is referred elsewhere.')
  referredTo?: string | null;
}

@InputType({ description: 'A finding that another one replaces.' })
export class SupersedeFindingInput extends ChangeInput {
  @IdInput('The finding that replaces it.')
  supersededById!: string;
}

@InputType({ description: 'A finding that was thought settled and is not.' })
export class ReopenFindingInput extends ChangeInput {
  @NarrativeInput('Why it is opened again.')
  reason!: string;
}
