import { compareScales } from '../cycles/testSize.rules';
import type { TestScale } from '../cycles/cycle.enums';
import { ruleBroken } from '../kernel/errors';
import { counted } from '../kernel/text';
import type { UptakeState } from './spread.enums';

/** What one uptake says of one area. */
export interface Uptake {
  readonly committeeId: string;
  readonly state: UptakeState;
  readonly cyclesClosed: number;
  readonly smallestScale: TestScale | null;
  readonly largestScale: TestScale | null;
}

export interface SpreadTally {
  readonly areas: number;
  readonly areasTried: number;
  readonly areasAdopted: number;
  readonly areasHeld: number;
  readonly areasGivenUp: number;
  readonly smallestScale: TestScale | null;
  readonly largestScale: TestScale | null;
}

/**
 * How far an idea has spread. An area counts once, however often it took the idea up: by the best that became of it, and as
 * given up only when nothing is left of it there.
 */
export function spreadOf(uptakes: readonly Uptake[]): SpreadTally {
  const areas = [...new Set(uptakes.map(({ committeeId }) => committeeId))].map((area) =>
    uptakes.filter(({ committeeId }) => committeeId === area),
  );
  const areasIn = (...states: readonly UptakeState[]): number =>
    areas.filter((area) => area.some(({ state }) => states.includes(state))).length;
  const scales = uptakes
    .flatMap(({ smallestScale, largestScale }) => [smallestScale, largestScale])
    .filter((scale) => scale !== null)
    .sort(compareScales);
  return {
    areas: areas.length,
    areasTried: areas.filter((area) => area.some(({ cyclesClosed }) => cyclesClosed > 0)).length,
    areasAdopted: areasIn('ADOPTED', 'HELD'),
    areasHeld: areasIn('HELD'),
    areasGivenUp: areas.filter((area) => area.every(({ state }) => state === 'GIVEN_UP')).length,
    smallestScale: scales[0] ?? null,
    largestScale: scales.at(-1) ?? null,
  };
}

/** "Tried in 5 areas, held in 3, at scales SINGLE to LARGE." */
export function spreadSentence({ areasTried, areasHeld, areasGivenUp, smallestScale, largestScale }: SpreadTally): string {
  if (areasTried === 0) return areasGivenUp === 0 ? 'Not tried yet.' : `Not tried; given up in ${counted(areasGivenUp, 'area')}.`;
  const parts = [
    `Tried in ${counted(areasTried, 'area')}`,
    `held in ${areasHeld}`,
    ...(areasGivenUp > 0 ? [`given up in ${areasGivenUp}`] : []),
    ...(smallestScale && largestScale ? [scalesInWords(smallestScale, largestScale)] : []),
  ];
  return `${parts.join(', ')}.`;
}

const scalesInWords = (smallest: TestScale, largest: TestScale): string =>
  smallest === largest ? `at scale ${largest}` : `at scales ${smallest} to ${largest}`;

/** @throws RULE_BROKEN for an idea that the committee has taken up before */
export function requireNotTakenUp(committeeId: string, uptakes: readonly Uptake[]): void {
  if (!uptakes.some((uptake) => uptake.committeeId === committeeId)) return;
  throw ruleBroken('sharedIdea.takenUp', 'Your committee has taken this idea up already.', 'input.sharedIdeaId');
}

/** @throws RULE_BROKEN for an idea that only a group may read: every committee would */
export function requireShareable(isRestricted: boolean): void {
  if (!isRestricted) return;
  throw ruleBroken(
    'spread.restricted',
    'What is RESTRICTED to a group is not shared with every committee.',
    'input.changeIdeaId',
  );
}

/** @throws RULE_BROKEN for an idea that is shared already */
export function requireNotShared(shared: { withdrawnOn: string | null } | undefined): void {
  if (shared?.withdrawnOn === null) {
    throw ruleBroken(
      'sharedIdea.shared',
      'This change idea is shared already. To share it in other words, withdraw it first.',
      'input.changeIdeaId',
    );
  }
}
