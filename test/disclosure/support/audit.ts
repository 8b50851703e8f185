import { isSensitive, stepOut, type DisclosurePolicy } from '../../../src/disclosure/policy';
import { numbersOf, placeOf, type DisclosedSummary, type ShownBefore, type Summary } from '../../../src/disclosure/summary';
import { actionKinds, countedAt } from './actions';
import { isReachable, type Equation } from './integerProgram';
import { countsOf } from './onlooker';

export interface Audited {
  readonly summary: Summary;
  readonly disclosed: DisclosedSummary;
  readonly policy: DisclosurePolicy;
  readonly before?: ShownBefore;
}

const incidence = (place: string): number[] => actionKinds.map((kind) => (countedAt.get(place)!(kind) ? 1 : 0));

/**
 * The hidden small numbers that an onlooker bounds, from the answers to some questions and from what anyone knows of actions:
 * no whole-numbered set of actions that gives the same answers has a showable number there, which is one of at least the threshold,
 * or, of a number that was shown before, one that has changed by nothing or by much. Exact, by integer programming.
 */
export function bounded({ summary, disclosed, policy, before = new Map() }: Audited, asked = [...countedAt.keys()]): string[] {
  const counts = countsOf(summary);
  const numbers = numbersOf(disclosed).map(([place, number], i) => ({ place, number, count: counts[i]! }));
  const equations = numbers
    .filter(({ place, number }) => asked.includes(place) && !number.suppressed)
    .map(({ place, number }): Equation => ({ coefficients: incidence(place), sum: number.value! }));
  const independent = [...new Map(equations.map((one) => [JSON.stringify(one), one])).values()];
  // Without a total nothing is bounded from above; any large one will do.
  const roomy = equations.some(({ coefficients }) => coefficients.every((c) => c === 1))
    ? independent
    : [...withSlack(independent), { coefficients: [...actionKinds.map(() => 1), 1], sum: 1000 }];
  const width = roomy[0]!.coefficients.length;
  const padded = (goal: readonly number[]): number[] => Array.from({ length: width }, (_, i) => goal[i] ?? 0);
  const reaches = (goal: readonly number[], least: number): boolean => isReachable(roomy, padded(goal), least);
  return numbers
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
      const isPossible = incidence(place).some((c) => c === 1) && !isNever(summary, place);
      if (isPossible && isSensitive(count, earlier, policy) && !couldBeShown()) found.push(place);
      const rest = summary.total - count;
      const outside = incidence(place).map((c) => 1 - c);
      if (isOverlapping(place) && isSensitive(rest, [], policy) && !reaches(outside, policy.threshold))
        found.push(`outside ${place}`);
      return found;
    });
}

const withSlack = (equations: readonly Equation[]): Equation[] =>
  equations.map(({ coefficients, sum }) => ({ coefficients: [...coefficients, 0], sum }));

const isOverlapping = (place: string): boolean => place.startsWith('["group","THEME"');
const isNever = (summary: Summary, place: string): boolean =>
  place === placeOf('cell', 'STATUS', 'DONE', 'OVERDUE') && summary.total >= 0;
