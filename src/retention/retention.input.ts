import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  DayInput,
  IdInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalIdInput,
  OptionalNarrativeInput,
  OptionalWholeInput,
} from '../api/inputFields';
import { DisposalDecision, Fate } from './retention.enums';

@InputType({ description: 'How long a kind of record is kept from now on. What is left out stays.' })
export class AgreeRetentionInput extends ChangeInput {
  @OptionalWholeInput('How many months it is kept, from 1 to 1200.', { least: 1, most: 1200 })
  periodMonths?: number | null;

  @OptionalChoiceInput(() => Fate, 'What becomes of the record then.')
  fate?: Fate | null;

  @NarrativeInput('The schedule this comes from, so that whoever disposes of something can point to it.')
  authority!: string;
}

@InputType({ description: 'What has to be kept, and why.' })
export class PlaceLegalHoldInput extends MutationInput {
  @LineInput('What it is called, for example the inquiry.')
  name!: string;

  @NarrativeInput('Why.')
  reason!: string;

  @OptionalIdInput('The learning source whose thread is kept; left out, all records of the committee are.')
  sourceId?: string | null;

  @DayInput('The first day on which it holds.')
  fromOn!: string;
}

@InputType({ description: 'Which hold ends, and why.' })
export class ReleaseLegalHoldInput extends ChangeInput {
  @NarrativeInput('Why.')
  reason!: string;
}

@InputType({ description: 'What is to be done with a record that is due.' })
export class ProposeDisposalInput extends MutationInput {
  @IdInput('The rule by which it is due.')
  ruleId!: string;

  @IdInput('The record: a source, an action, a plan, a cycle or a member.')
  recordId!: string;

  @ChoiceInput(() => DisposalDecision, 'What is to be done; it has to be what the rule says, unless that is a review.')
  decision!: DisposalDecision;

  @OptionalDayInput('Until when it is kept; needed to keep it.')
  keepUntilOn?: string | null;

  @OptionalNarrativeInput('Why it is kept, or to which archive it goes and under which reference; needed for both.')
  note?: string | null;
}

@InputType({ description: 'Which disposal is carried out.' })
export class CarryOutDisposalInput extends ChangeInput {}

@InputType({ description: 'Which disposal is declined.' })
export class DeclineDisposalInput extends ChangeInput {}
