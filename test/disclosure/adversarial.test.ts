import { hidden, shown } from '../../src/disclosure/disclosed';
import { childrenPolicy, isSensitive, isSmallChange, recordsPolicy, withThreshold } from '../../src/disclosure/policy';
import { protectSnapshots } from '../../src/disclosure/protectSnapshots';
import { protectSummary } from '../../src/disclosure/protectSummary';
import { numbersOf } from '../../src/disclosure/summary';
import { actionSummary, questions, randomActions, randomNumbers } from './support/actions';
import { bounded } from './support/audit';
import { breachesSeenByAll, countsOf, type Protector } from './support/onlooker';
import { kindsOf, neverWorld, oneWayWorld, recordsWorld, twoWayWorld } from './support/worlds';

const policies = [3, 5, 10].flatMap((threshold) =>
  [recordsPolicy, childrenPolicy].map((policy) => withThreshold(policy, threshold)),
);

/** What many a service does: hide the small cells and nothing else. */
const onlySmallCells: Protector = (summary, policy) => {
  const told = (count: number) => (isSensitive(count, [], policy) ? hidden('SMALL_NUMBERS') : shown(count));
  return {
    total: told(summary.total),
    parts: summary.parts.map(({ key, count }) => ({ key, count: told(count) })),
    dimensions: summary.dimensions.map(({ name, groups }) => ({
      name,
      groups: groups.map(({ key, count, inPart }) => ({ key, count: told(count), inPart: inPart.map(told) })),
    })),
  };
};

/** Complementary suppression as it is often done: one more cell in each line with a single hidden one, whatever it holds. */
const oneMoreCell: Protector = (summary, policy) => {
  const disclosed = onlySmallCells(summary, policy);
  return {
    ...disclosed,
    dimensions: disclosed.dimensions.map(({ name, groups }) => {
      const lone = groups.filter(({ count }) => count.suppressed).length === 1;
      const cover = groups.findIndex(({ count }) => lone && !count.suppressed);
      return { name, groups: groups.map((group, i) => (i === cover ? { ...group, count: hidden('SMALL_NUMBERS') } : group)) };
    }),
  };
};

const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const sizeOf = (seed: number): number => 8 + ((seed * 13) % 75);
const actionsOf = (seed: number) => actionSummary(randomActions(sizeOf(seed), randomNumbers(seed)));

describe('an onlooker with every answer, and all the arithmetic there is', () => {
  test.each(policies)('bounds no hidden number below the threshold: %o', (policy) => {
    for (const seed of seeds) {
      const summary = actionsOf(seed);
      expect({ seed, bounded: bounded({ summary, disclosed: protectSummary(summary, policy), policy }) }).toEqual({
        seed,
        bounded: [],
      });
    }
  });

  test('nor with the answers to any two questions', () => {
    for (const seed of [1, 4, 7]) {
      const summary = actionsOf(seed);
      const disclosed = protectSummary(summary, recordsPolicy);
      for (const [i, one] of questions.entries()) {
        for (const other of questions.slice(i + 1)) {
          expect(bounded({ summary, disclosed, policy: recordsPolicy }, [...one, ...other])).toEqual([]);
        }
      }
    }
  }, 120_000);

  test('nor over time: publications one after the other, each a change of a few records', () => {
    for (const seed of [2, 5]) {
      const random = randomNumbers(seed);
      let counts = randomActions(60, random);
      const snapshots = Array.from({ length: 5 }, (_, i) => {
        const added = randomActions(Math.floor(random() * 14), random);
        counts = counts.map((count, kind) => (count > 0 && random() < 0.15 ? count - 1 : count) + added[kind]!);
        return { on: `202${i}-12-31`, summary: actionSummary(counts) };
      });
      const before = new Map<string, number[]>();
      for (const { on, summary: disclosed } of protectSnapshots(snapshots, recordsPolicy)) {
        const { summary } = snapshots.find((snapshot) => snapshot.on === on)!;
        expect(bounded({ summary, disclosed, policy: recordsPolicy, before })).toEqual([]);
        for (const [place, { value }] of numbersOf(disclosed)) {
          if (value === null) continue;
          expect((before.get(place) ?? []).filter((earlier) => isSmallChange(value, earlier, recordsPolicy))).toEqual([]);
          before.set(place, [...(before.get(place) ?? []), value]);
        }
      }
    }
  });

  test.each([
    ['hiding small cells only', onlySmallCells],
    ['hiding one more cell, whatever it holds', oneMoreCell],
  ])('the audit has teeth: %s is found out', (_, weak) => {
    const foundOut = seeds.filter((seed) => {
      const summary = actionsOf(seed);
      return bounded({ summary, disclosed: weak(summary, recordsPolicy), policy: recordsPolicy }).length > 0;
    });
    expect(foundOut.length).toBeGreaterThan(seeds.length / 2);
  });
});

describe('an onlooker who also knows the rule, and every set of data that would have been answered alike', () => {
  const worlds = [
    { name: 'one-way, 4 groups', world: oneWayWorld(4, 15), thresholds: [2, 3, 5] },
    { name: 'two by two', world: twoWayWorld(2, 2, 16), thresholds: [3, 5] },
    { name: 'three groups by two parts', world: twoWayWorld(3, 2, 11), thresholds: [2, 3] },
    { name: 'two groups by three parts', world: twoWayWorld(2, 3, 11), thresholds: [2, 3] },
    { name: 'one group that is never in one part', world: neverWorld(3, 12), thresholds: [2, 3] },
    { name: 'agencies beside overlapping themes, by two parts', world: recordsWorld(kindsOf(2, 2, 1), 8), thresholds: [2, 3] },
    { name: 'two overlapping themes, by two parts', world: recordsWorld(kindsOf(2, 1, 2), 8), thresholds: [2, 3] },
    { name: 'three overlapping themes', world: recordsWorld(kindsOf(1, 1, 3), 7), thresholds: [2, 3] },
  ];

  test.each(worlds)(
    'never learns more of a hidden number than that it is small: $name',
    ({ world, thresholds }) => {
      for (const base of [recordsPolicy, childrenPolicy]) {
        for (const threshold of thresholds) {
          expect(breachesSeenByAll(world, protectSummary, withThreshold(base, threshold)).breaches).toEqual([]);
        }
      }
    },
    120_000,
  );

  test.each([onlySmallCells, oneMoreCell])('the audit has teeth here too', (weak) => {
    expect(breachesSeenByAll(oneWayWorld(3, 12), weak, withThreshold(recordsPolicy, 3)).breaches).not.toEqual([]);
  });
});

test('what it costs: the share of numbers hidden', () => {
  const lines = [30, 60, 120, 240, 480].map((size) => {
    const shares = [onlySmallCells, protectSummary].map((protect) => {
      const all = seeds.slice(0, 8).map((seed) => {
        const summary = actionSummary(randomActions(size, randomNumbers(seed)));
        const disclosed = protect(summary, recordsPolicy);
        const share = (numbers: readonly { readonly suppressed: boolean }[]): number =>
          numbers.filter(({ suppressed }) => suppressed).length / numbers.length;
        return {
          groups: share(disclosed.dimensions.flatMap(({ groups }) => groups.map(({ count }) => count))),
          all: share(numbersOf(disclosed).map(([, number]) => number)),
          small: countsOf(summary).filter((count) => isSensitive(count, [], recordsPolicy)).length / countsOf(summary).length,
        };
      });
      const mean = (of: 'groups' | 'all'): string =>
        `${Math.round((100 * all.reduce((sum, one) => sum + one[of], 0)) / all.length)} %`;
      return { groups: mean('groups'), all: mean('all') };
    });
    return {
      size,
      small: shares[0]!.all,
      hidden: shares[1]!.all,
      smallGroups: shares[0]!.groups,
      hiddenGroups: shares[1]!.groups,
    };
  });
  process.stdout.write(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  expect(lines).toHaveLength(5);
});
