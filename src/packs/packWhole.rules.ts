import { ruleBroken } from '../kernel/errors';

/** How long a list inside another may be: the longest page there is. */
export const MOST_INSIDE = 200;

/**
 * A pack that left out the end of a list would say of a finding that nothing answers it, when something does.
 * @throws RULE_BROKEN naming the first list that is too long
 */
export function requireWhole(content: object, field: string): void {
  const list = cutList(content);
  if (list === null) return;
  const message = `A pack holds every list whole, of at most ${MOST_INSIDE} inside another, and there are more ${list}.`;
  throw ruleBroken('pack.listTooLong', message, field);
}

/** The first list of which there is more than its page, such as "findings of LR-2026-01/F1/A1"; null where all are whole. */
function cutList(part: object, of: string | null = null): string | null {
  const owner = 'ref' in part && typeof part.ref === 'string' ? part.ref : of;
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null) continue;
    const found = isCut(value) ? called(name, owner) : cutList(value, owner);
    if (found !== null) return found;
  }
  return null;
}

const isCut = (part: object): boolean => {
  const { pageInfo } = part as { pageInfo?: { hasNextPage?: boolean } };
  return pageInfo?.hasNextPage === true;
};

const called = (name: string, owner: string | null): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return owner === null ? words : `${words} of ${owner}`;
};
