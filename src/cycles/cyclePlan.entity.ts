import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  KeyColumn,
  NarrativeColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalNumberColumn,
  OptionalTextColumn,
  WholeColumn,
} from '../api/columns';
import { TieredRow } from '../store/row';
import { PredictionDirection } from './cycle.enums';

/*
 * The Plan stage as records. The database refuses any change of them once their cycle has left PLANNING.
 */
@ObjectType({ implements: TieredRow, description: 'A question a cycle is to answer.' })
@Entity('pdsa_question')
export class PdsaQuestion extends TieredRow {
  @KeyColumn()
  cycleId!: string;

  @WholeColumn('Its place in the plan, from 1.')
  position!: number;

  @NarrativeColumn('The question.')
  text!: string | null;
}

@ObjectType({
  implements: TieredRow,
  description:
    'A question answered in advance: in words, and where possible by what a measure will show, by when, and how sure one is.',
})
@Entity('prediction')
export class Prediction extends TieredRow {
  @KeyColumn()
  questionId!: string;

  @WholeColumn('Its place under the question, from 1.')
  position!: number;

  @NarrativeColumn('What is predicted.')
  text!: string | null;

  @OptionalKeyColumn()
  measureId!: string | null;

  @OptionalChoiceColumn(() => PredictionDirection, 'Which way the measure will move.')
  direction!: PredictionDirection | null;

  @OptionalNumberColumn('The lowest value predicted.')
  lower!: number | null;

  @OptionalNumberColumn('The highest value predicted.')
  upper!: number | null;

  @OptionalNumberColumn('The most likely value.')
  expectedValue!: number | null;

  @OptionalDayColumn('By when.')
  horizonOn!: string | null;

  @OptionalNumberColumn('How sure one is, from 0 to 1.')
  confidence!: number | null;
}

@ObjectType({ implements: TieredRow, description: 'What is to be done in a cycle, by whom, when and where.' })
@Entity('pdsa_task')
export class PdsaTask extends TieredRow {
  @KeyColumn()
  cycleId!: string;

  @WholeColumn('Its place in the plan, from 1.')
  position!: number;

  @NarrativeColumn('What is to be done.')
  what!: string | null;

  @OptionalTextColumn('Who does it: a post or role, never a name.')
  who!: string | null;

  @OptionalDayColumn('On which day.')
  whenOn!: string | null;

  @OptionalTextColumn('When, in words, where there is no single day.')
  whenText!: string | null;

  @OptionalTextColumn('Where.')
  place!: string | null;
}

@ObjectType({ implements: TieredRow, description: 'Data to be collected in a cycle.' })
@Entity('planned_data')
export class PlannedData extends TieredRow {
  @KeyColumn()
  cycleId!: string;

  @WholeColumn('Its place in the plan, from 1.')
  position!: number;

  @NarrativeColumn('What is collected.')
  what!: string | null;

  @OptionalTextColumn('How it is collected.')
  how!: string | null;

  @OptionalTextColumn('Who collects it: a post or role, never a name.')
  collector!: string | null;

  @OptionalKeyColumn()
  measureId!: string | null;
}
