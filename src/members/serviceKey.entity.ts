import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, KeyColumn, OptionalKeyColumn, OptionalMomentColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { CommitteeRow, LinkRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description: 'A key that signs a service account in. The key itself is shown once, when it is issued, and kept nowhere.',
})
@Entity('service_key')
export class ServiceKey extends CommitteeRow {
  @KeyColumn()
  serviceAccountId!: string;

  @TextColumn('The middle part of the key, and the user name when the key is used by Basic authentication.')
  keyId!: string;

  @TextColumn('What this key is used for, for example "Power BI, quarterly report".')
  purpose!: string;

  @Column('text')
  keyHash!: string;

  @DayColumn('The last day on which it signs in.')
  expiresOn!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The only documents it may ask, each by the SHA-256 of its text; null when it may ask any.',
  })
  @Column('text', { array: true, nullable: true })
  trustedDocuments!: string[] | null;

  @OptionalKeyColumn()
  issuedById!: string | null;

  @OptionalMomentColumn('When it was confirmed, where its service account needs that; it signs nobody in before.')
  confirmedAt!: Date | null;

  @OptionalMomentColumn('When it was revoked; it signs nobody in since.')
  revokedAt!: Date | null;

  @OptionalTextColumn('Why it was revoked.')
  revokedReason!: string | null;
}

/** When a key was last used; it has the id of the key. It is no version of the key, so that reading changes nothing. */
@Entity('service_key_use')
export class ServiceKeyUse extends LinkRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('date')
  lastUsedOn!: string;
}
