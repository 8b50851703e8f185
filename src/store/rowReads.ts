import type { LocalDate } from '../kernel/localDate';
import type { Link } from './link';
import type { RowType } from './row';

/** The short reads of a store: what may be asked by code that works things out from rows. All are batched. */
export interface RowReads {
  readonly today: LocalDate;
  /** The row with this uuid, or null when the actor's committee has none. */
  find<T extends object>(type: RowType<T>, id: string): Promise<T | null>;
  /** All rows whose key property is this parent, ordered by the properties given. */
  children<T extends object>(type: RowType<T>, by: string, parentId: string, orderBy?: readonly string[]): Promise<T[]>;
  /** The rows that a joining table ties to this parent. */
  linked<T extends object>(type: RowType<T>, link: Link, parentId: string, orderBy: readonly string[]): Promise<T[]>;
  /** Something worked out from these reads, once a request whoever asks for it again. */
  once<T>(name: string, workOut: () => Promise<T>): Promise<T>;
  /** The smallest count that may be told to whoever asks; null where numbers are told as they are. */
  smallestCountShown(): Promise<number | null>;
  /** All rows of the committee, for what has to look at each of them. */
  all<T extends object>(type: RowType<T>): Promise<T[]>;
}
