import { badInput } from '../kernel/errors';
import { isLocalDate } from '../kernel/localDate';
import { isUuid } from '../kernel/uuid';
import type { OrderType } from './listing';

const LARGEST_INT = 2 ** 31 - 1;

/** A place in a list: the order it was made for, the value there and the row's id, which settles ties. */
export interface Place {
  readonly order: string;
  readonly value: string;
  readonly id: string;
}

export const writeCursor = (place: Place): string =>
  Buffer.from(JSON.stringify([place.order, place.value, place.id])).toString('base64url');

/** @throws BAD_USER_INPUT for a cursor that is not ours or was made for another order */
export function readCursor(cursor: string, order: string, type: OrderType, argument: string): Place {
  const parts = parse(cursor);
  if (!parts || !isUuid(parts[2]) || !isOfType(parts[1], type)) {
    throw badInput(argument, 'This cursor did not come from a list of this kind.', 'cursor');
  }
  if (parts[0] !== order) throw badInput(argument, 'This cursor was made for a list in another order.', 'cursor');
  return { order: parts[0], value: parts[1], id: parts[2] };
}

function parse(cursor: string): [string, string, string] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string')
      ? (parts as [string, string, string])
      : null;
  } catch {
    return null;
  }
}

function isOfType(value: string, type: OrderType): boolean {
  if (type === 'text') return !value.includes('\0');
  if (type === 'date') return isLocalDate(value) || value === '9999-12-31';
  if (type === 'timestamptz') return !Number.isNaN(Date.parse(value));
  const number = value.trim() === '' ? NaN : Number(value);
  return type === 'int' ? Number.isInteger(number) && Math.abs(number) <= LARGEST_INT : Number.isFinite(number);
}
