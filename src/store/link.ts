import type { RowType } from './row';

/** A table that joins two types: which of its properties is the parent's key, and which the child's. */
export interface Link {
  readonly through: RowType;
  readonly parent: string;
  readonly child: string;
}
