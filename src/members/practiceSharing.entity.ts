import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import type { Actor } from '../access/actor';
import { KeyColumn, OptionalMomentColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description:
    'That a member lets another see how their own cycles keep to the method. It is never removed; it can be withdrawn.',
})
@Entity('practice_sharing')
export class PracticeSharing extends CommitteeRow {
  @KeyColumn()
  ownerMemberId!: string;

  @KeyColumn()
  withMemberId!: string;

  @OptionalMomentColumn('When it was withdrawn; null while it stands.')
  withdrawnAt!: Date | null;

  static isShownTo({ ownerMemberId, withMemberId }: PracticeSharing, { kind, id }: Actor): boolean {
    return kind === 'PERSON' && (id === ownerMemberId || id === withMemberId);
  }
}
