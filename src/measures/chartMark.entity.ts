import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  OptionalKeyColumn,
  OptionalMomentColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { ChartMarkKind } from './chart.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'Something a person marked on the chart of a measure, with the reason. It is never changed; it can be withdrawn.',
})
@Entity('chart_mark')
export class ChartMark extends CommitteeRow {
  @KeyColumn()
  measureId!: string;

  @KeyColumn()
  authorId!: string;

  @ChoiceColumn(() => ChartMarkKind, 'What it marks.')
  kind!: ChartMarkKind;

  @DayColumn('The day it stands at; for a phase, exclusion or astronomical point the first day of a period.')
  markedOn!: string;

  @TextColumn('What happened, or why.')
  text!: string;

  @OptionalMomentColumn('When it was withdrawn; null while it stands.')
  withdrawnAt!: Date | null;

  @OptionalKeyColumn()
  withdrawnById!: string | null;

  @OptionalTextColumn('Why it was withdrawn.')
  withdrawnReason!: string | null;
}
