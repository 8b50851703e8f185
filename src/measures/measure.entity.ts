import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChoiceColumn, OptionalKeyColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
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
}
