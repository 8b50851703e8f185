import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import {
  ChoiceColumn,
  FlagColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalProtectedNumberColumn,
  OptionalTextColumn,
  WholeColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { DataPointStatus } from './dataPoint.enums';
import type { Calculation } from './measure.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'One version of a data point, kept as it was. `recordedAt` says when it became known here.',
})
@Entity('data_point_revision')
export class DataPointRevision extends CommitteeRow {
  @KeyColumn()
  dataPointId!: string;

  @KeyColumn()
  measureId!: string;

  @KeyColumn()
  definitionId!: string;

  @Column('text')
  calculation!: Calculation;

  @WholeColumn('Counts the versions of the data point, from 1.')
  number!: number;

  @OptionalProtectedNumberColumn()
  value!: number | null;

  @OptionalProtectedNumberColumn()
  numerator!: number | null;

  @OptionalProtectedNumberColumn()
  denominator!: number | null;

  @FlagColumn('True when there was no figure for the period.')
  isMissing!: boolean;

  @OptionalTextColumn('Why there was none.')
  missingReason!: string | null;

  @ChoiceColumn(() => DataPointStatus, 'How far it could be relied on.')
  status!: DataPointStatus;

  @OptionalDayColumn('The day this version was published.')
  publishedOn!: string | null;

  @OptionalTextColumn('Why the figure was revised.')
  reason!: string | null;
}
