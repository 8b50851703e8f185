import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, KeyColumn, OptionalDayColumn, OptionalKeyColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description:
    'A change idea as its committee shares it with all others, in words chosen for them. Nothing of what prompted it is here or can be reached from here.',
})
@Entity('shared_idea')
export class SharedIdea extends CommitteeRow {
  @KeyColumn()
  changeIdeaId!: string;

  @OptionalKeyColumn()
  parentSharedIdeaId!: string | null;

  /** Null at the root of a lineage. */
  @OptionalKeyColumn()
  rootId!: string | null;

  @TextColumn('The committee that shares it.')
  areaName!: string;

  @TextColumn('What is done differently, in the words chosen for sharing.')
  statement!: string;

  @OptionalTextColumn('What was learnt that others should know.')
  learning!: string | null;

  @DayColumn('Since when it is shared.')
  sharedOn!: string;

  @OptionalDayColumn('When it was withdrawn. Only its own committee still sees it then.')
  withdrawnOn!: string | null;

  @OptionalTextColumn('Why it was withdrawn.')
  withdrawnReason!: string | null;

  /**
   * One of the two types that other committees may see: see `readableByAll` in the tenancy test. Asked as at a moment it is
   * still today's row that says whether they may.
   */
  static override visibleTo(alias: string, committee: string): string {
    const isShared = `exists (select 1 from public.shared_idea today where today.id = ${alias}.id and today.withdrawn_on is null)`;
    return `(${alias}.committee_id = ${committee} or ${isShared})`;
  }
}

/** The root of the lineage a shared idea belongs to. */
export const rootOf = ({ rootId, id }: SharedIdea): string => rootId ?? id;
