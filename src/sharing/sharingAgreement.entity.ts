import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  KeyColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalMomentColumn,
  OptionalTextColumn,
  TextColumn,
} from '../api/columns';
import { CommitteeRow } from '../store/row';

@ObjectType({
  implements: CommitteeRow,
  description:
    'What a committee lets an agency see of that agency’s own actions here, for its people in other committees. The terms never change: a new agreement takes the place of an old one.',
})
@Entity('sharing_agreement')
export class SharingAgreement extends CommitteeRow {
  @KeyColumn()
  agencyId!: string;

  @TextColumn('The committee that shares, as the agreement names it.')
  committeeName!: string;

  @TextColumn('The agency that receives, as the agreement names it.')
  agencyName!: string;

  @TextColumn('What it is shared for.')
  purpose!: string;

  @TextColumn('The legal basis it is shared on.')
  legalBasis!: string;

  @FlagColumn('Whether it covers the actions that the agency leads.')
  coversLed!: boolean;

  @FlagColumn('Whether it covers the actions that the agency contributes to.')
  coversContributed!: boolean;

  @FlagColumn('Whether titles are shown, and what the agency’s own part is.')
  showsTitles!: boolean;

  @FlagColumn(
    'Whether progress is shown: when work started and ended, and how confident the lead is. Never the reports themselves.',
  )
  showsProgress!: boolean;

  @FlagColumn('Whether the dates of milestones are shown; their titles only where titles are.')
  showsMilestones!: boolean;

  @DayColumn('The first day it is meant for. It is in force once both sides have agreed, and not before.')
  startsOn!: string;

  @OptionalDayColumn('The last day it is meant for; null for a standing agreement, which has a day of review.')
  endsOn!: string | null;

  @OptionalDayColumn('When the committee is to look at it again.')
  reviewOn!: string | null;

  @KeyColumn()
  proposedById!: string;

  @OptionalDayColumn('When it was signed for the committee.')
  signedOn!: string | null;

  @OptionalKeyColumn()
  signedById!: string | null;

  @OptionalDayColumn('When it was accepted for the agency.')
  acceptedOn!: string | null;

  @OptionalKeyColumn()
  acceptedById!: string | null;

  @OptionalDayColumn('When the second of both sides agreed.')
  agreedOn!: string | null;

  @OptionalDayColumn('When the committee last looked at it again and let it stand.')
  reviewedOn!: string | null;

  @OptionalKeyColumn()
  reviewedById!: string | null;

  @OptionalDayColumn('The last day, where one side ended it or another agreement took its place.')
  endedOn!: string | null;

  @OptionalKeyColumn()
  endedById!: string | null;

  @OptionalTextColumn('Why it was ended.')
  endedReason!: string | null;

  @OptionalKeyColumn()
  supersededById!: string | null;

  @OptionalMomentColumn('When it was revoked; what is asked since is not answered.')
  revokedAt!: Date | null;

  @OptionalKeyColumn()
  revokedById!: string | null;

  @OptionalTextColumn('Why it was revoked.')
  revokedReason!: string | null;

  /** Both sides have the document. Whose people someone is follows from their own membership: see governance.agency_of_actor(). */
  static override visibleTo(alias: string, committee: string): string {
    return `(${alias}.committee_id = ${committee} or ${alias}.agency_id = (select governance.agency_of_actor()))`;
  }
}
