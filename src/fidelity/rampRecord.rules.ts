import type { TestScale } from '../cycles/cycle.enums';
import { compareScales } from '../cycles/testSize.rules';
import { daysBetween, type LocalDate } from '../kernel/localDate';
import type { MeasureFacts, RampFacts } from './cycleFacts.rules';

type Begun = { readonly doStartedOn: LocalDate; readonly scale: TestScale | null };

/** The tests of a ramp that began, earliest first. A cycle that collects information is no test. */
export const testsOf = ({ cycles }: RampFacts): Begun[] =>
  cycles
    .filter(({ intent }) => intent !== 'COLLECT_INFORMATION')
    .flatMap(({ doStartedOn, scale }) => (doStartedOn ? [{ doStartedOn, scale }] : []))
    .sort((one, other) => daysBetween(other.doStartedOn, one.doStartedOn));

/** The scales of its tests, earliest first, where stated. */
export const scalesOf = (ramp: RampFacts): TestScale[] => testsOf(ramp).flatMap(({ scale }) => scale ?? []);

/** The scale of its first test, where that one states it. */
export const firstScale = (ramp: RampFacts): TestScale | null => testsOf(ramp)[0]?.scale ?? null;

/** A later test is larger than the first. Going back to a smaller one in between is good practice and counts as no fall. */
export function grows(ramp: RampFacts): boolean {
  const [first, ...later] = scalesOf(ramp);
  return first !== undefined && later.some((scale) => compareScales(scale, first) > 0);
}

/** Fewer figures cannot show a course: with two there is only a before and an after. */
export const LEAST_POINTS = 3;

/** The longest step in days that skips no period: half as long again as one. Figures at no fixed interval are never regular. */
const longestStep = { DAILY: 1.5, WEEKLY: 10.5, MONTHLY: 46, QUARTERLY: 138, YEARLY: 549, IRREGULAR: -1 };

/** One of its measures has three figures in a row with no period missing, of which the last is no older than the first Do. */
export function hasRegularData(ramp: RampFacts): boolean {
  const [begunOn] = ramp.cycles.flatMap(({ doStartedOn }) => doStartedOn ?? []).sort();
  return begunOn !== undefined && ramp.measures.some((measure) => isRegular(measure, begunOn));
}

function isRegular({ points, frequency }: MeasureFacts, begunOn: LocalDate): boolean {
  const inOrder = [...points].sort((one, other) => daysBetween(other.periodStart, one.periodStart));
  const steps = inOrder.slice(1).map(({ periodStart }, index) => daysBetween(inOrder[index]?.periodStart ?? '', periodStart));
  return inOrder.slice(LEAST_POINTS - 1).some(({ periodEnd }, index) => {
    const before = steps.slice(index, index + LEAST_POINTS - 1);
    return periodEnd >= begunOn && before.every((step) => step <= longestStep[frequency]);
  });
}

/** How many of a measure's figures are of periods that ended before a day. */
export const pointsBefore = ({ points }: MeasureFacts, day: LocalDate): number =>
  points.filter(({ periodEnd }) => periodEnd < day).length;
