import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, KeyColumn, OptionalKeyColumn, OptionalMomentColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description:
    'That records must be kept whatever their rule says, for a court case, an inquiry or a request for information: all of one source with its thread, or all of the committee.',
})
@Entity('legal_hold')
export class LegalHold extends CommitteeRow {
  @TextColumn('What it is called.')
  name!: string;

  @TextColumn('Why it was placed.')
  reason!: string;

  @OptionalKeyColumn()
  sourceId!: string | null;

  @DayColumn('The first day on which it holds.')
  fromOn!: string;

  @KeyColumn()
  placedById!: string;

  @OptionalMomentColumn('When it was released; null while it holds.')
  releasedAt!: Date | null;

  @OptionalKeyColumn()
  releasedById!: string | null;

  @OptionalTextColumn('Why it was released.')
  releasedReason!: string | null;
}
