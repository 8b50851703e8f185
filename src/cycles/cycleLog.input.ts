import { InputType } from 'type-graphql';
import {
  MutationInput,
  NarrativeInput,
  OptionalChoiceInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalIdsInput,
  OptionalNarrativeInput,
  OptionalPartInput,
} from '../api/inputFields';
import { CycleDecision, CycleIntent, PredictionVerdict } from './cycle.enums';
import { PredictionInput, TestSizeInput } from './cyclePlanParts.input';

@InputType({
  description:
    'A small cycle, logged in one go between two meetings: say what you know. The cycle gets as far as that leads, and what the method would still ask for comes back as advice. Logging is not refused for what is missing, but for a leap to the whole system without its reason.',
})
export class LogPdsaCycleInput extends MutationInput {
  @OptionalIdInput('The ramp it belongs to. Give this or the change idea.')
  rampId?: string | null;

  @OptionalIdInput('The change idea it tests: it joins the latest ramp, or begins the first.')
  changeIdeaId?: string | null;

  @NarrativeInput('What it was to find out.')
  objective!: string;

  @OptionalChoiceInput(() => CycleIntent, 'What it was for; TEST_CHANGE when not given.')
  intent?: CycleIntent | null;

  @OptionalPartInput(() => TestSizeInput, 'How large it was.')
  size?: TestSizeInput | null;

  @OptionalIdsInput('The measures that show what it did.')
  measureIds?: string[] | null;

  @OptionalNarrativeInput('The question it was to answer; the objective when a prediction is given without one.')
  question?: string | null;

  @OptionalPartInput(() => PredictionInput, 'What was predicted.')
  prediction?: PredictionInput | null;

  @OptionalNarrativeInput('What it took up from what the cycles before it taught.')
  learnedFromPrevious?: string | null;

  @OptionalDayInput('The day the plan was made; today for one that is only planned or begins today, and otherwise not known.')
  plannedOn?: string | null;

  @OptionalIdInput('Who leads it; you, when not given.')
  leadMemberId?: string | null;

  @OptionalDayInput(
    'The day it was begun; leave it out for a cycle that is only planned. For one that was done, the day it ended, or today, when not given.',
  )
  startedOn?: string | null;

  @OptionalDayInput('The day it ended; not known when not given, unless it began today.')
  endedOn?: string | null;

  @OptionalNarrativeInput('What was seen.')
  observed?: string | null;

  @OptionalNarrativeInput('What was seen and not expected.')
  unexpected?: string | null;

  @OptionalFlagInput('True when someone looked for the unexpected and saw none.')
  noneUnexpected?: boolean | null;

  @OptionalFlagInput('Whether it was carried out as planned.')
  carriedOutAsPlanned?: boolean | null;

  @OptionalChoiceInput(() => PredictionVerdict, 'Whether the prediction came true.')
  verdict?: PredictionVerdict | null;

  @OptionalNarrativeInput('What was learnt.')
  learning?: string | null;

  @OptionalDayInput('The day it was studied; not known when not given, unless it began today.')
  studiedOn?: string | null;

  @OptionalChoiceInput(() => CycleDecision, 'What was decided.')
  decision?: CycleDecision | null;

  @OptionalNarrativeInput('Why.')
  rationale?: string | null;

  @OptionalNarrativeInput('What follows.')
  nextStep?: string | null;

  @OptionalDayInput('The day it was decided; not known when not given, unless it began today.')
  actedOn?: string | null;

  @OptionalNarrativeInput('Why it went to the whole system after few smaller tests, or after a prediction that was not met.')
  ladderReason?: string | null;

  @OptionalFlagInput('Whether the test would lower a statutory safeguard. Such a test is refused.')
  lowersStatutorySafeguard?: boolean | null;
}
