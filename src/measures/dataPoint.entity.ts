import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  FlagColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalProtectedNumberColumn,
  OptionalTextColumn,
} from '../api/columns';
import { periodInWords } from '../kernel/period';
import { CommitteeRow, type FindRow } from '../store/row';
import { DataPointStatus } from './dataPoint.enums';
import { Measure } from './measure.entity';
import type { Calculation } from './measure.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'What a measure was in one period. A period without a figure is a data point too: a missing one.',
})
@Entity('data_point')
export class DataPoint extends CommitteeRow {
  @KeyColumn()
  measureId!: string;

  @KeyColumn()
  definitionId!: string;

  @Column('text')
  calculation!: Calculation;

  @DayColumn('The first day of the period.')
  periodStart!: string;

  @DayColumn('The last day of the period.')
  periodEnd!: string;

  @OptionalProtectedNumberColumn()
  value!: number | null;

  @OptionalProtectedNumberColumn()
  numerator!: number | null;

  @OptionalProtectedNumberColumn()
  denominator!: number | null;

  @FlagColumn('True when there is no figure for the period. That is not zero.')
  isMissing!: boolean;

  @OptionalTextColumn('Why there is none.')
  missingReason!: string | null;

  @ChoiceColumn(() => DataPointStatus, 'How far it can be relied on.')
  status!: DataPointStatus;

  @OptionalDayColumn('The day this version of the figure was published.')
  publishedOn!: string | null;

  @OptionalTextColumn('Something to know when reading it.')
  note!: string | null;

  /** By its measure and its period. */
  static async calledBy({ measureId, periodStart, periodEnd }: DataPoint, find: FindRow): Promise<string | null> {
    const measure = await find(Measure, measureId);
    return measure && `of the measure ${measure.ref} for ${periodInWords({ start: periodStart, end: periodEnd })}`;
  }
}
