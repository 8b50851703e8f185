import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisclosedSummary } from '../disclosure/summary';
import { LinkRow } from '../store/row';
import type { Labels } from '../store/publications';

/** Counts as they came out for readers below analyst. It is never shown as a row. */
@Entity('publication')
export class Publication {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  committeeId!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('date')
  publishedOn!: string;

  @Column('int')
  smallestCountShown!: number;

  @Column('jsonb', { nullable: true })
  numbers!: DisclosedSummary | null;

  @Column('jsonb', { nullable: true })
  withheld!: DisclosedSummary | null;

  @Column('jsonb')
  labels!: Labels;

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }
}
