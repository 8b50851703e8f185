import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({ implements: CommitteeRow, description: 'What a committee has agreed about how it works here.' })
@Entity('committee_settings')
export class CommitteeSettings extends CommitteeRow {
  @WholeColumn('For how many months an improvement has to hold after an action is signed off, before it counts as sustained.')
  sustainMonths!: number;
}
