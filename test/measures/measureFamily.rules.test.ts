import { missingKinds } from '../../src/measures/measureFamily.rules';
import type { MeasureKind } from '../../src/measures/measure.enums';

test.each<[MeasureKind[], MeasureKind[]]>([
  [[], ['OUTCOME', 'PROCESS', 'BALANCING']],
  [
    ['PROCESS', 'PROCESS'],
    ['OUTCOME', 'BALANCING'],
  ],
  [['BALANCING', 'OUTCOME'], ['PROCESS']],
  [['OUTCOME', 'PROCESS', 'BALANCING', 'PROCESS'], []],
])('a family of %o lacks %o', (kinds, missing) => {
  expect(missingKinds(kinds)).toEqual(missing);
});
