import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChoiceColumn, FlagColumn, KeyColumn, OptionalTextColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
import { PredictionVerdict } from './cycle.enums';

/*
 * What is recorded while a cycle runs and afterwards. Rows are only ever added.
 */
@ObjectType({ implements: CommitteeRow, description: 'Something that was seen while a cycle was carried out.' })
@Entity('observation')
export class Observation extends CommitteeRow {
  @KeyColumn()
  cycleId!: string;

  @WholeColumn('Its place among the observations of the cycle, from 1.')
  position!: number;

  @TextColumn('What was seen.')
  text!: string;

  @FlagColumn('False for something unexpected, such as a problem or a side effect.')
  wasExpected!: boolean;
}

@ObjectType({ implements: CommitteeRow, description: 'What people say became of a prediction.' })
@Entity('prediction_comparison')
export class PredictionComparison extends CommitteeRow {
  @KeyColumn()
  predictionId!: string;

  @ChoiceColumn(() => PredictionVerdict, 'Whether it came true.')
  verdict!: PredictionVerdict;

  @OptionalTextColumn('What the verdict rests on.')
  note!: string | null;
}

@ObjectType({
  implements: CommitteeRow,
  description: 'Something added to the record of a cycle afterwards, with the day it was added; what stood before stays.',
})
@Entity('cycle_addendum')
export class CycleAddendum extends CommitteeRow {
  @KeyColumn()
  cycleId!: string;

  @KeyColumn()
  authorId!: string;

  @TextColumn('What is added or corrected.')
  text!: string;
}
