import type { Part, SummarisedGroup, Summary } from './summary';

/** @throws RangeError: what does not add up cannot be protected, since an onlooker would reason from sums that are not there */
export function requireSums({ total, parts, dimensions }: Summary): void {
  const refuse = (what: string): never => {
    throw new RangeError(`${what} cannot be protected: the counts do not add up.`);
  };
  if (parts.length > 0 && sumOf(parts.map(({ count }) => count)) !== total) refuse('The parts');
  for (const { name, groups, overlaps } of dimensions) {
    const never = new Set(groups.flatMap(({ neverInPart }) => neverInPart ?? []));
    if (never.size > 1) throw new RangeError(`${name} cannot be protected: it is known to be empty in more than one part.`);
    if (!overlaps && sumOf(groups.map(({ count }) => count)) !== total) refuse(name);
    for (const { count, inPart } of groups) {
      if (inPart.length !== parts.length || (parts.length > 0 && sumOf(inPart) !== count)) refuse(name);
    }
    if (!overlaps && parts.some(({ count }, part) => sumOf(groups.map(({ inPart }) => inPart[part] ?? 0)) !== count))
      refuse(name);
  }
}

export const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** A group whose records can only be in one part: its count says how many of them are in each. */
export const isInOnePart = ({ neverInPart }: SummarisedGroup, parts: readonly Part[]): boolean =>
  parts.length > 1 && parts.filter(({ key }) => !neverInPart?.includes(key)).length <= 1;
