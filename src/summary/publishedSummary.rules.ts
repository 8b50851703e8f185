import { publishedNumber, type AskedNumber } from '../disclosure/catalogue';
import { hidden, shown, type Disclosed } from '../disclosure/disclosed';
import type { DisclosedSummary } from '../disclosure/summary';

/** A count with those of it that are overdue, as far as they were published. */
export interface PublishedCounts {
  readonly count: Disclosed;
  readonly overdue: Disclosed;
}

export interface PublishedSummary extends PublishedCounts {
  readonly groups: readonly (PublishedCounts & { readonly key: string | null })[];
}

/**
 * A summary made of numbers of one publication and of nothing else.
 * @param asked what the filter asks for; null where no publication holds it
 */
export function publishedSummary(numbers: DisclosedSummary, asked: AskedNumber | null, dimension: string): PublishedSummary {
  const groups = numbers.dimensions.find(({ name }) => name === dimension)?.groups ?? [];
  const isOfOther = asked?.group && asked.group.dimension !== dimension;
  const wanted = groups.filter(({ key }) => !asked?.group || isOfOther || asked.group.key === key);
  return {
    ...countsOf(numbers, asked),
    groups: wanted.map(({ key }) => ({
      key,
      // Two dimensions are never crossed.
      ...countsOf(numbers, asked && !isOfOther ? { part: asked.part, group: { dimension, key } } : null),
    })),
  };
}

function countsOf(numbers: DisclosedSummary, asked: AskedNumber | null): PublishedCounts {
  const count = publishedNumber(numbers, asked);
  if (asked === null) return { count, overdue: hidden('NOT_PUBLISHED') };
  if (asked.part === 'OVERDUE') return { count, overdue: count };
  // Of those that are not overdue none is: that is so by what the words mean.
  if (asked.part === 'NOT_OVERDUE') return { count, overdue: shown(0) };
  return { count, overdue: publishedNumber(numbers, { ...asked, part: 'OVERDUE' }) };
}
