import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { DegreeOfBelief } from '../aims/changeIdea.enums';
import {
  ChoiceColumn,
  FlagColumn,
  KeyColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalFlagColumn,
  OptionalKeyColumn,
  OptionalMomentColumn,
  OptionalProtectedWholeColumn,
  OptionalTextColumn,
  OptionalWholeColumn,
  WholeColumn,
} from '../api/columns';
import { TieredRow, type FindRow } from '../store/row';
import { CycleDecision, CycleIntent, CycleStatus, TestScale } from './cycle.enums';
import { cycleLabel } from './cycle.rules';
import { CostOfFailure, Readiness } from './planning.enums';
import { PdsaRamp } from './ramp.entity';

@ObjectType({
  implements: TieredRow,
  description: 'One Plan-Do-Study-Act cycle: a test of a change, with what was predicted, what happened and what was decided.',
})
@Entity('pdsa_cycle')
export class PdsaCycle extends TieredRow {
  @KeyColumn()
  changeIdeaId!: string;

  @KeyColumn()
  rampId!: string;

  @WholeColumn('Its place in the ramp, from 1. A place is never given twice.')
  position!: number;

  @ChoiceColumn(() => CycleStatus, 'Which stage it is in.')
  status!: CycleStatus;

  @OptionalChoiceColumn(() => CycleIntent, 'What it is for.')
  intent!: CycleIntent | null;

  @OptionalChoiceColumn(() => TestScale, 'How large the test is.')
  scale!: TestScale | null;

  @OptionalProtectedWholeColumn()
  childrenOrEpisodes!: number | null;

  @OptionalWholeColumn('How many members of staff take part.')
  staff!: number | null;

  @OptionalWholeColumn('How many teams take part.')
  teams!: number | null;

  @OptionalWholeColumn('At how many sites.')
  sites!: number | null;

  @OptionalChoiceColumn(() => DegreeOfBelief, 'Plan: how confident people were that the change would lead to improvement.')
  degreeOfBelief!: DegreeOfBelief | null;

  @OptionalChoiceColumn(() => CostOfFailure, 'Plan: what it would cost if the change failed.')
  costOfFailure!: CostOfFailure | null;

  @OptionalChoiceColumn(() => Readiness, 'Plan: how those who would make the change stood towards it.')
  readiness!: Readiness | null;

  @OptionalWholeColumn('Plan: how many changes are tested at once; null while nobody has said.')
  changesAtOnce!: number | null;

  @OptionalTextColumn('Plan: what it takes up from what the cycles before it taught.')
  learnedFromPrevious!: string | null;

  @OptionalTextColumn('Plan: why it goes to the whole system after few smaller tests, or after a prediction that was not met.')
  ladderReason!: string | null;

  @OptionalTextColumn('Plan: what it is to find out or achieve.')
  objective!: string | null;

  @OptionalFlagColumn('Plan: false once someone has said that the test lowers no statutory safeguard; null while nobody has.')
  lowersStatutorySafeguard!: boolean | null;

  @OptionalKeyColumn()
  leadMemberId!: string | null;

  @OptionalDayColumn('The day the plan was made.')
  plannedOn!: string | null;

  @OptionalDayColumn('Plan: the day on which Do is to end.')
  plannedEndOn!: string | null;

  @OptionalDayColumn('The day it was begun, as people say.')
  doStartedOn!: string | null;

  @OptionalMomentColumn('When the start was recorded here, by the clock of the service: from then on the plan is frozen.')
  doStartedAt!: Date | null;

  @FlagColumn(
    'True when its start was recorded on a later day than it happened, or all of it at once: what was predicted then was known.',
  )
  recordedAfterTheFact!: boolean;

  @OptionalDayColumn('The day it was finished or stopped.')
  doEndedOn!: string | null;

  @OptionalDayColumn('The day it was studied.')
  studiedOn!: string | null;

  @OptionalDayColumn('The day the decision was taken.')
  actedOn!: string | null;

  @OptionalFlagColumn('Do: whether it was carried out as planned; null while nobody has said.')
  carriedOutAsPlanned!: boolean | null;

  @OptionalTextColumn('Do: how it departed from the plan.')
  deviation!: string | null;

  @OptionalFlagColumn(
    'Do: whether anything unexpected was seen; false means that someone looked and saw nothing, null that nobody has said.',
  )
  unexpectedSeen!: boolean | null;

  @OptionalTextColumn('Do: why it was stopped before its end; null when it was not.')
  stoppedEarlyReason!: string | null;

  @OptionalTextColumn('Study: what was learnt.')
  learning!: string | null;

  @OptionalChoiceColumn(() => CycleDecision, 'Act: what was decided.')
  decision!: CycleDecision | null;

  @OptionalTextColumn('Act: why.')
  rationale!: string | null;

  @OptionalTextColumn('Act: what follows, for example the next scale or the plan to implement.')
  nextStep!: string | null;

  @OptionalTextColumn('Why it was given up before it was started.')
  cancelledReason!: string | null;

  /** By its label and the reference of its change idea. */
  static async calledBy({ changeIdeaId, rampId, position }: PdsaCycle, find: FindRow): Promise<string | null> {
    const [ramp, idea] = await Promise.all([find(PdsaRamp, rampId), find(ChangeIdea, changeIdeaId)]);
    return ramp && idea && `${cycleLabel(ramp.number, position)} of the change idea ${idea.ref}`;
  }
}
