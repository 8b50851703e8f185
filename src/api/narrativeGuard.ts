import { badInput } from '../kernel/errors';
import { identifierIn } from '../kernel/identifiers';
import type { LocalDate } from '../kernel/localDate';

/** Ids, dates and web addresses are checked by their own types; a test holds their names to these endings. */
const NOT_NARRATIVE = /(?:Id|Ids\.\d+|On|\.id|\.url|\.sha256)$/;

/**
 * Refuses an input in which any text looks like a person's identifier. It stands at the one door of all mutations, so
 * that no new input can forget it.
 * @throws BAD_USER_INPUT naming the field; the text itself is not repeated
 */
export function refuseIdentifiers(value: unknown, today: LocalDate, path = 'input'): void {
  if (typeof value === 'string') {
    const found = NOT_NARRATIVE.test(path) ? null : identifierIn(value, today);
    if (found)
      throw badInput(path, `This text seems to contain a ${found}. No personal data may be recorded here.`, 'noPersonalData');
  } else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [key, inner] of Object.entries(value)) refuseIdentifiers(inner, today, `${path}.${key}`);
  }
}
