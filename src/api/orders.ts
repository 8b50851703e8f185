import type { Order } from '../store/listing';

/*
 * The orders a list can be asked in. They are never null, so that a cursor can say "after this": a missing date sorts
 * last. Text sorts by code point, the same on every database.
 */
export const byText = (column: string, description: string): Order => ({
  sql: `coalesce({row}.${column}, '') collate "C"`,
  type: 'text',
  description,
});
export const byDay = (column: string, description: string): Order => ({
  sql: `coalesce({row}.${column}, '9999-12-31'::date)`,
  type: 'date',
  description,
});
export const byRequiredDay = (column: string, description: string): Order => ({
  sql: `{row}.${column}`,
  type: 'date',
  description,
});
export const byMoment = (column: string, description: string): Order => ({
  sql: `{row}.${column}`,
  type: 'timestamptz',
  description,
});
export const byWhole = (column: string, description: string): Order => ({
  sql: `coalesce({row}.${column}, 0)`,
  type: 'int',
  description,
});

export const byRequiredWhole = (column: string, description: string): Order => ({
  sql: `{row}.${column}`,
  type: 'int',
  description,
});

/** References such as LR-2025-02/F10 sort as people count: the number inside counts as a number. */
export const byReference = (column: string): Order => ({
  sql: `regexp_replace(regexp_replace({row}.${column}, '(\\d+)', '0000000\\1', 'g'), '0*(\\d{8})', '\\1', 'g') collate "C"`,
  type: 'text',
  description: 'Reference, with numbers in their natural order.',
});
export const byRecorded: Order = byMoment('recorded_at', 'When it was recorded.');
