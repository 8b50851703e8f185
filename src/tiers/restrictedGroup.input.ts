import { InputType } from 'type-graphql';
import { ChangeInput, IdInput, IdsInput, LineInput, MutationInput, NarrativeInput, OptionalDayInput } from '../api/inputFields';

@InputType({ description: 'A group of people to whom something can be restricted.' })
export class FoundRestrictedGroupInput extends MutationInput {
  @LineInput('What it is called. Everyone who works with the committee can read it.')
  name!: string;

  @NarrativeInput('What it is for.')
  purpose!: string;

  @IdsInput('Who is in it from today on; at least one.')
  memberIds!: string[];
}

@InputType({ description: 'Someone to let into a group.' })
export class AdmitToRestrictedGroupInput extends ChangeInput {
  @IdInput('The member to let in.')
  memberId!: string;

  @OptionalDayInput('The first day in it; today when not given.')
  fromOn?: string | null;

  @OptionalDayInput('The first day not in it any more, where that is known.')
  untilOn?: string | null;
}

@InputType({ description: 'A membership of a group that ends.' })
export class LeaveRestrictedGroupInput extends ChangeInput {
  @OptionalDayInput('The first day not in it any more; today when not given, which takes effect at once.')
  untilOn?: string | null;
}
