import { ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, KeyColumn, OptionalTextColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow, LinkRow } from '../store/row';
import { DriverKind } from './driver.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'Something an aim is thought to depend on: a part of the theory of change.',
})
@Entity('driver')
export class Driver extends CommitteeRow {
  @KeyColumn()
  aimId!: string;

  @ChoiceColumn(() => DriverKind, 'Whether it is a primary or a secondary driver.')
  kind!: DriverKind;

  @TextColumn('What has to be in place or to happen.')
  statement!: string;

  @WholeColumn('Its place among the drivers of its kind, from 1.')
  position!: number;

  @OptionalTextColumn('Why it is no longer part of the theory; null while it is.')
  retiredReason!: string | null;
}

@Entity('driver_link')
export class DriverLink extends LinkRow {
  @Column('uuid')
  aimId!: string;

  @PrimaryColumn('uuid')
  parentDriverId!: string;

  @Column('text')
  parentKind!: DriverKind;

  @PrimaryColumn('uuid')
  childDriverId!: string;

  @Column('text')
  childKind!: DriverKind;
}
