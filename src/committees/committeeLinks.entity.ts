import { Entity, PrimaryColumn } from 'typeorm';
import { LinkRow } from '../store/row';

@Entity('committee_council_area')
export class CommitteeCouncilArea {
  @PrimaryColumn('uuid')
  committeeId!: string;

  @PrimaryColumn('uuid')
  councilAreaId!: string;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}

@Entity('committee_agency')
export class CommitteeAgency {
  @PrimaryColumn('uuid')
  committeeId!: string;

  @PrimaryColumn('uuid')
  agencyId!: string;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}
