import { ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, DayColumn, KeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { ActorKind } from '../history/event.enums';
import { LinkRow } from '../store/row';

/** Written by the database only, with each answer given under an agreement. */
@ObjectType({ description: 'What one reader was shown under an agreement on one day.' })
@Entity('sharing_use')
export class SharingUse extends LinkRow {
  @PrimaryColumn('uuid')
  id!: string;

  @KeyColumn()
  agreementId!: string;

  @DayColumn('The day.')
  usedOn!: string;

  @KeyColumn()
  readerId!: string;

  @ChoiceColumn(() => ActorKind, 'Whether a person or a program of the agency asked.')
  readerKind!: ActorKind;

  @TextColumn('The committee that whoever asked was signed in for.')
  readerCommitteeName!: string;

  @WholeColumn('How many requests were made.')
  reads!: number;

  @WholeColumn('How many rows they were given in all; 0 when nothing met what was asked for.')
  rowsGiven!: number;
}
