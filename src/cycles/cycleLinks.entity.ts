import { Entity, PrimaryColumn } from 'typeorm';
import { LinkRow } from '../store/row';

@Entity('pdsa_cycle_predecessor')
export class CyclePredecessor extends LinkRow {
  @PrimaryColumn('uuid')
  cycleId!: string;

  @PrimaryColumn('uuid')
  predecessorId!: string;
}

@Entity('cycle_measure')
export class CycleMeasure extends LinkRow {
  @PrimaryColumn('uuid')
  cycleId!: string;

  @PrimaryColumn('uuid')
  measureId!: string;
}

/** The cycles a cycle starts from, those that start from it, and the measures that show what it does. */
export const earlier = { through: CyclePredecessor, parent: 'cycleId', child: 'predecessorId' };
export const later = { through: CyclePredecessor, parent: 'predecessorId', child: 'cycleId' };
export const measuring = { through: CycleMeasure, parent: 'cycleId', child: 'measureId' };
export const measuredBy = { through: CycleMeasure, parent: 'measureId', child: 'cycleId' };
