import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  FlagColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalProtectedNumberColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';
import { ChartKind, RebaseSide, RuleSet } from './chart.enums';
import { MeasureKind, MeasureStatus } from './measure.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'Something that is counted or timed again and again, to learn whether a change is an improvement.',
})
@Entity('measure')
export class Measure extends CommitteeRow {
  @TextColumn('The committee’s reference, for example M-2026-01.')
  ref!: string;

  @TextColumn('Its name.')
  name!: string;

  @ChoiceColumn(() => MeasureKind, 'What it tells about a change.')
  kind!: MeasureKind;

  @OptionalKeyColumn()
  aimId!: string | null;

  @ChoiceColumn(() => MeasureStatus, 'Whether it is in use.')
  status!: MeasureStatus;

  @OptionalTextColumn('Why it is no longer collected.')
  retiredReason!: string | null;

  @OptionalChoiceColumn(() => ChartKind, 'The kind of chart people chose for it; null for the one that suits its definition.')
  chartKind!: ChartKind | null;

  @OptionalChoiceColumn(() => RuleSet, 'The rules people chose for it; null for those that suit its chart.')
  ruleSet!: RuleSet | null;

  @OptionalDayColumn('Centre and limits come from the periods that start on this day or earlier; null for all of a phase.')
  baselineEndOn!: string | null;

  @OptionalProtectedNumberColumn()
  centreLine!: number | null;

  @OptionalChoiceColumn(() => RebaseSide, 'Run charts only: which lasting runs give a new median; null for none.')
  rebaseSide!: RebaseSide | null;

  @FlagColumn('Whether unusually large moving ranges are dropped before limits are computed.')
  screensMovingRanges!: boolean;
}
