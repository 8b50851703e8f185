import type { TestScale } from '../../src/cycles/cycle.enums';
import type { UptakeState } from '../../src/spread/spread.enums';
import { spreadOf, spreadSentence, type Uptake } from '../../src/spread/spread.rules';

const uptake = (committeeId: string, state: UptakeState, cyclesClosed = 1, scales: TestScale[] = []): Uptake => ({
  ...{ committeeId, state, cyclesClosed },
  ...{ smallestScale: scales[0] ?? null, largestScale: scales.at(-1) ?? null },
});

test.each<[string, Uptake[]]>([
  ['Not tried yet.', []],
  ['Not tried yet.', [uptake('a', 'TAKEN_UP', 0), uptake('b', 'TAKEN_UP', 0)]],
  ['Not tried; given up in 1 area.', [uptake('a', 'TAKEN_UP', 0), uptake('b', 'GIVEN_UP', 0)]],
  ['Tried in 1 area, held in 0.', [uptake('a', 'TRIED')]],
  ['Tried in 1 area, held in 1, at scale SMALL.', [uptake('a', 'HELD', 2, ['SMALL'])]],
  [
    'Tried in 2 areas, held in 1, at scales VERY_SMALL to WHOLE_SYSTEM.',
    [uptake('a', 'HELD', 2, ['MULTI_TEAM', 'WHOLE_SYSTEM']), uptake('b', 'ADOPTED', 2, ['VERY_SMALL', 'LARGE'])],
  ],
  ['Tried in 2 areas, held in 0, given up in 1.', [uptake('a', 'GIVEN_UP'), uptake('b', 'TRIED')]],
])('%s', (sentence, uptakes) => {
  expect(spreadSentence(spreadOf(uptakes))).toBe(sentence);
});

test('an area counts once, by the best that became of the idea there', () => {
  const tally = spreadOf([uptake('a', 'GIVEN_UP'), uptake('a', 'HELD'), uptake('b', 'TAKEN_UP', 0), uptake('b', 'GIVEN_UP')]);
  expect(tally).toMatchObject({ areas: 2, areasTried: 2, areasAdopted: 1, areasHeld: 1, areasGivenUp: 0 });
});
