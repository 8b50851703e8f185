import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChoiceColumn, FlagColumn, KeyColumn, NarrativeColumn, OptionalTextColumn, WholeColumn } from '../api/columns';
import { TieredRow } from '../store/row';
import { PredictionVerdict } from './cycle.enums';

/*
 * What is recorded while a cycle runs and afterwards. Rows are only ever added.
 */
@ObjectType({ implements: TieredRow, description: 'Something that was seen while a cycle was carried out.' })
@Entity('observation')
export class Observation extends TieredRow {
  @KeyColumn()
  cycleId!: string;

  @WholeColumn('Its place among the observations of the cycle, from 1.')
  position!: number;

  @NarrativeColumn('What was seen.')
  text!: string | null;

  @FlagColumn('False for something unexpected, such as a problem or a side effect.')
  wasExpected!: boolean;
}

@ObjectType({ implements: TieredRow, description: 'What people say became of a prediction.' })
@Entity('prediction_comparison')
export class PredictionComparison extends TieredRow {
  @KeyColumn()
  predictionId!: string;

  @ChoiceColumn(() => PredictionVerdict, 'Whether it came true.')
  verdict!: PredictionVerdict;

  @OptionalTextColumn('What the verdict rests on.')
  note!: string | null;
}

@ObjectType({
  implements: TieredRow,
  description: 'Something added to the record of a cycle afterwards, with the day it was added; what stood before stays.',
})
@Entity('cycle_addendum')
export class CycleAddendum extends TieredRow {
  @KeyColumn()
  cycleId!: string;

  @KeyColumn()
  authorId!: string;

  @NarrativeColumn('What is added or corrected.')
  text!: string | null;
}
