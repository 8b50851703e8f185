import type { LocalDate } from '../kernel/localDate';

export interface Certified {
  readonly decision: 'DESTROY' | 'TRANSFER' | 'KEEP';
  readonly record: string;
  readonly decidedOn: string;
  readonly dueOn: LocalDate;
  readonly authority: string;
  readonly rows: number;
  readonly keepUntilOn: string | null;
}

/** What was done with a record whose time was over, in one sentence that can be filed. */
export function certificate({ decision, record, decidedOn, authority, rows, keepUntilOn }: Certified): string {
  const said = { DESTROY: destroyed(record, rows), TRANSFER: `${record} was handed to an archive`, KEEP: `${record} is kept` };
  const until = keepUntilOn ? ` until ${keepUntilOn}` : '';
  return `On ${decidedOn} ${said[decision]}${until}, under: ${authority}`;
}

const destroyed = (record: string, rows: number): string =>
  `the texts of ${record} were erased, in ${rows} ${rows === 1 ? 'row' : 'rows'}; ids, dates, states and counts are kept`;
