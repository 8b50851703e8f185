import type { Permission } from '../access/policy';
import type { RowType } from './row';

/** What a verb is said of. */
export interface Subject {
  readonly type: RowType;
  /** The input that names it, such as `id` or `points.id`. */
  readonly named: string;
}

/** A permission with what its conditions are asked of; a verb that makes something new has no subject. */
export interface VerbPermission extends Permission {
  readonly subject?: Subject | undefined;
}

/** Whether a field of the input, such as `input.points.3.id`, is the one that names the subject. */
export const isNamedBy = ({ named }: Subject, field: string): boolean => field.replace(/\.\d+/g, '') === `input.${named}`;
