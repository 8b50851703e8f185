import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { KeyColumn, OptionalKeyColumn, OptionalMomentColumn, TextColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description: 'Who a member is to an issuer that signs people in: whoever brings its token for this subject is the member.',
})
@Entity('member_identity')
export class MemberIdentity extends CommitteeRow {
  @KeyColumn()
  memberId!: string;

  @TextColumn('The address of the issuer, as its tokens name it.')
  issuer!: string;

  /** Shown by a relation, to those who manage or audit access only. */
  @Column('text')
  subject!: string;

  @OptionalKeyColumn()
  linkedById!: string | null;

  @OptionalMomentColumn('When somebody else confirmed it; it signs nobody in before.')
  confirmedAt!: Date | null;

  @OptionalKeyColumn()
  confirmedById!: string | null;

  @OptionalMomentColumn('When the link was ended; it signs nobody in since.')
  endedAt!: Date | null;
}
