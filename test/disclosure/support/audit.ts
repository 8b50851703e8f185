import { isSensitive, stepOut, type DisclosurePolicy } from '../../../src/disclosure/policy';
import { shown, type Disclosed } from '../../../src/disclosure/disclosed';
import { numbersOf, placeOf, type DisclosedSummary, type ShownBefore, type Summary } from '../../../src/disclosure/summary';
import { actionKinds, countedAt } from './actions';
import { isReachable, type Equation } from './integerProgram';
import { countsOf } from './onlooker';

export interface Audited {
  /** The records that are withheld from the onlooker. */
  readonly summary: Summary;
  /** Those that the onlooker can list, and so knows one by one; none where it is not given. */
  readonly listed?: Summary;
  /** What is told of both together. */
  readonly disclosed: DisclosedSummary;
  readonly policy: DisclosurePolicy;
  readonly before?: ShownBefore;
}

/** What there can be, and which of it each number counts. */
export interface World<K> {
  readonly kinds: readonly K[];
  readonly countedAt: ReadonlyMap<string, (kind: K) => boolean>;
}

/** One number as it was answered, beside what it truly is; of records that the onlooker can list nothing is left in it. */
export interface AnsweredNumber {
  readonly place: string;
  readonly number: Disclosed;
  readonly count: number;
}

/** What an answer tells of the records that were not listed. */
export const beyond = (listed: number, number: Disclosed): Disclosed =>
  number.value === null ? number : shown(number.value - listed);

interface Asked {
  readonly numbers: readonly AnsweredNumber[];
  readonly policy: DisclosurePolicy;
  readonly before: ShownBefore;
  /** Of groups that overlap others the rest is a count too. */
  readonly isOverlapping: (place: string) => boolean;
}

/**
 * The small numbers that an onlooker is told, or bounds though they are hidden, from the answers to some questions and from what anyone knows of actions:
 * no whole-numbered set of actions that gives the same answers has a showable number there, which is one of at least the threshold,
 * or, of a number that was shown before, one that has changed by nothing or by much. Exact, by integer programming.
 */
export function boundedIn<K>({ kinds, countedAt }: World<K>, { numbers, policy, before, isOverlapping }: Asked): string[] {
  const incidence = (place: string): number[] => kinds.map((kind) => (countedAt.get(place)!(kind) ? 1 : 0));
  const isPossible = (place: string): boolean => incidence(place).includes(1);
  const equations = numbers
    .filter(({ number }) => !number.suppressed)
    .map(({ place, number }): Equation => ({ coefficients: incidence(place), sum: number.value! }));
  const independent = [...new Map(equations.map((one) => [JSON.stringify(one), one])).values()];
  // Without a total nothing is bounded from above; any large one will do.
  const roomy = equations.some(({ coefficients }) => coefficients.every((c) => c === 1))
    ? independent
    : [...withSlack(independent), { coefficients: [...kinds.map(() => 1), 1], sum: 1000 }];
  const width = roomy[0]!.coefficients.length;
  const padded = (goal: readonly number[]): number[] => Array.from({ length: width }, (_, i) => goal[i] ?? 0);
  const reaches = (goal: readonly number[], least: number): boolean => isReachable(roomy, padded(goal), least);
  const told = numbers.filter(({ place, number, count }) => {
    return !number.suppressed && isPossible(place) && isSensitive(count, before.get(place) ?? [], policy);
  });
  const worked = numbers
    .filter(({ number }) => number.suppressed)
    .flatMap(({ place, count }) => {
      const found: string[] = [];
      const earlier = before.get(place) ?? [];
      const couldBe = (value: number): boolean =>
        isReachable([...roomy, { coefficients: padded(incidence(place)), sum: value }], padded([]), 0);
      const couldBeShown = (): boolean =>
        reaches(incidence(place), count + stepOut(count, earlier, policy)) ||
        (earlier.length > 0 &&
          Array.from({ length: count }, (_, i) => i).some((i) => !isSensitive(i, earlier, policy) && couldBe(i)));
      if (isPossible(place) && isSensitive(count, earlier, policy) && !couldBeShown()) found.push(place);
      const outside = incidence(place).map((c) => 1 - c);
      const rest = numbers.find((one) => one.place === placeOf())!.count - count;
      if (isOverlapping(place) && isSensitive(rest, [], policy) && !reaches(outside, policy.threshold))
        found.push(`outside ${place}`);
      return found;
    });
  return [...told.map(({ place }) => `told ${place}`), ...worked];
}

/** The same for a summary of the actions of these tests. */
export function bounded(
  { summary, listed, disclosed, policy, before = new Map() }: Audited,
  asked = [...countedAt.keys()],
): string[] {
  const counts = countsOf(summary);
  const known = listed ? countsOf(listed) : [];
  const numbers = numbersOf(disclosed).map(([place, answered], i) => {
    const number = beyond(known[i] ?? 0, answered);
    // What was not asked is not known, though it is of interest.
    return { place, count: counts[i]!, number: asked.includes(place) ? number : { ...number, suppressed: true } };
  });
  const isOverlapping = (place: string): boolean => place.startsWith('["group","THEME"');
  const hiddenOnes = new Set(numbersOf(disclosed).flatMap(([place, { suppressed }]) => (suppressed ? [place] : [])));
  const found = boundedIn({ kinds: actionKinds, countedAt }, { numbers, policy, before, isOverlapping });
  return found.filter((place) => place.startsWith('told ') || hiddenOnes.has(place.replace('outside ', '')));
}

const withSlack = (equations: readonly Equation[]): Equation[] =>
  equations.map(({ coefficients, sum }) => ({ coefficients: [...coefficients, 0], sum }));
