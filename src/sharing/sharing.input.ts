import { InputType } from 'type-graphql';
import { ChangeInput, DayInput, FlagInput, IdInput, MutationInput, NarrativeInput, OptionalDayInput } from '../api/inputFields';

@InputType({ description: 'The terms on which an agency is to see its own actions here, for its people in other committees.' })
export class ProposeSharingAgreementInput extends MutationInput {
  @IdInput('The agency that is to receive.')
  agencyId!: string;

  @NarrativeInput('What it is shared for.')
  purpose!: string;

  @NarrativeInput('The legal basis it is shared on.')
  legalBasis!: string;

  @FlagInput('Whether it covers the actions that the agency leads.')
  coversLed!: boolean;

  @FlagInput('Whether it covers the actions that the agency contributes to.')
  coversContributed!: boolean;

  @FlagInput('Whether titles are shown, and what the agency’s own part is.')
  showsTitles!: boolean;

  @FlagInput('Whether progress is shown: when work started and ended, and how confident the lead is.')
  showsProgress!: boolean;

  @FlagInput('Whether the dates of milestones are shown.')
  showsMilestones!: boolean;

  @DayInput('The first day, today or later.')
  startsOn!: string;

  @OptionalDayInput('The last day. Left out for a standing agreement.')
  endsOn?: string | null;

  @OptionalDayInput('When the committee is to look at it again. A standing agreement needs this.')
  reviewOn?: string | null;
}

@InputType({ description: 'Which agreement the committee signs.' })
export class SignSharingAgreementInput extends ChangeInput {}

@InputType({ description: 'Which agreement the agency accepts.' })
export class AcceptSharingAgreementInput extends ChangeInput {}

@InputType({ description: 'Which agreement was looked at again and stands.' })
export class ReviewSharingAgreementInput extends ChangeInput {
  @DayInput('When it is to be looked at again next.')
  reviewOn!: string;
}

@InputType({ description: 'Which agreement comes to an end, when and why.' })
export class EndSharingAgreementInput extends ChangeInput {
  @DayInput('The last day, today or later.')
  lastOn!: string;

  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'Which agreement is revoked, and why.' })
export class RevokeSharingAgreementInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}
