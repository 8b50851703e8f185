import { types } from 'pg';

const { INT8, DATE } = types.builtins;
const INT8_LIST = 1016;
const DATE_LIST = 1182;
const TEXT_LIST = 1009;

type Reader = (text: string) => unknown;

/** pg also answers for types that its own declarations do not list. */
const usualReader = types.getTypeParser as (oid: number, format: string) => Reader;

/** Counts come as int8; one that a JavaScript number cannot hold exactly is refused rather than rounded. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a whole number`);
  return value;
}

const readers: Record<number, Reader> = {
  [INT8]: wholeNumber,
  [INT8_LIST]: (text) =>
    (usualReader(TEXT_LIST, 'text')(text) as (string | null)[]).map((item) => (item === null ? null : wholeNumber(item))),
  // pg would make a Date at local midnight, which is another day in another time zone.
  [DATE]: (text) => text,
  [DATE_LIST]: usualReader(TEXT_LIST, 'text'),
};

/** Handed to each pool instead of changing pg's process-wide parsers. */
export const columnTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    (format === 'binary' ? undefined : readers[oid]) ?? usualReader(oid, format ?? 'text'),
};
