import type { DisclosurePolicy } from '../../../src/disclosure/policy';
import { numbersOf, type DisclosedSummary, type Summary } from '../../../src/disclosure/summary';

export type Protector = (summary: Summary, policy: DisclosurePolicy) => DisclosedSummary;

/** A hidden number that an onlooker has learned too much about. */
export interface Breach {
  readonly place: string;
  readonly count: number;
  readonly possible: readonly number[];
}

/** The true numbers in the order of numbersOf. */
export function countsOf({ total, parts, dimensions }: Summary): number[] {
  const groups = dimensions.flatMap(({ groups }) => groups.flatMap(({ count, inPart }) => [count, ...inPart]));
  return [total, ...parts.map(({ count }) => count), ...groups];
}

/**
 * The strongest onlooker there is: knows the rule, the threshold and every set of data there could be, and keeps those that would
 * have been answered exactly as these were. Of every hidden small number they must either hold a showable count possible, or each
 * small one: to have learned at most that it is small, never which.
 */
export function breachesSeenByAll(world: readonly Summary[], protect: Protector, policy: DisclosurePolicy) {
  const alike = new Map<string, { hiddenAt: readonly (readonly [number, string])[]; counts: number[][] }>();
  let [hiddenCount, all] = [0, 0];
  for (const summary of world) {
    const numbers = numbersOf(protect(summary, policy));
    const answer = JSON.stringify(numbers);
    const hiddenAt = numbers.flatMap(([place, { suppressed }], i) => (suppressed ? [[i, place] as const] : []));
    hiddenCount += hiddenAt.length;
    all += numbers.length;
    const known = alike.get(answer) ?? { hiddenAt, counts: [] };
    known.counts.push(countsOf(summary));
    alike.set(answer, known);
  }
  const breaches = [...alike.values()].flatMap(({ hiddenAt, counts }) => hiddenAt.flatMap((at) => breachAt(at, counts, policy)));
  return { breaches, answers: alike.size, suppressed: hiddenCount / all };
}

function breachAt([i, place]: readonly [number, string], counts: readonly number[][], { threshold }: DisclosurePolicy): Breach[] {
  const possible = new Set(counts.map((one) => one[i] ?? 0));
  const couldBeShown = [...possible].some((count) => count >= threshold);
  const everySmallOne = Array.from({ length: threshold - 1 }, (_, less) => less + 1).every((count) => possible.has(count));
  const small = [...possible].filter((count) => count > 0 && count < threshold);
  return couldBeShown || everySmallOne || small.length === 0 ? [] : [{ place, count: small[0]!, possible: [...possible] }];
}
