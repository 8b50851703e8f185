import { hidden, shown } from '../../src/disclosure/disclosed';
import { childrenPolicy, isSensitive, isSmallChange, recordsPolicy, withThreshold } from '../../src/disclosure/policy';
import { protectNext } from '../../src/disclosure/protectNext';
import { protectSummary } from '../../src/disclosure/protectSummary';
import { numbersOf, type DisclosedSummary, type Summary } from '../../src/disclosure/summary';
import { actionSummary, questions, randomActions, randomNumbers } from './support/actions';
import { bounded } from './support/audit';
import { publicationsOf } from './support/history';
import { breachesSeenByAll, countsOf, type Protector } from './support/onlooker';
import { kindsOf, neverWorld, oneWayWorld, recordsWorld, sum, summaryOf, tableOf, together, twoWayWorld } from './support/worlds';

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

const seeds = Array.from({ length: 150 }, (_, i) => i + 1);
const sizeOf = (seed: number): number => 5 + ((seed * 7) % 140);
const actionsOf = (seed: number) => actionSummary(randomActions(sizeOf(seed), randomNumbers(seed)));

/** Six publications of a committee whose actions come and go. */
function historyOf(seed: number) {
  const random = randomNumbers(seed);
  let counts = randomActions(40 + seed * 2, random);
  return Array.from({ length: 6 }, (_, i) => {
    const added = randomActions(Math.floor(random() * 20), random);
    counts = counts.map((count, kind) => (count > 0 && random() < 0.15 ? count - 1 : count) + added[kind]!);
    return { on: `202${i}-12-31`, summary: actionSummary(counts) };
  });
}

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
    for (const seed of seeds.slice(0, 12)) {
      const summary = actionsOf(seed);
      const disclosed = protectSummary(summary, recordsPolicy);
      for (const [i, one] of questions.entries()) {
        for (const other of questions.slice(i + 1)) {
          expect(bounded({ summary, disclosed, policy: recordsPolicy }, [...one, ...other])).toEqual([]);
        }
      }
    }
  }, 120_000);

  test.each([recordsPolicy, childrenPolicy])(
    'nor over time: publications one after the other, each a change of a few records',
    (policy) => {
      for (const seed of seeds.slice(0, 40)) {
        const snapshots = historyOf(seed);
        const before = new Map<string, number[]>();
        for (const { on, summary: disclosed } of publicationsOf(snapshots, policy)) {
          const { summary } = snapshots.find((snapshot) => snapshot.on === on)!;
          expect({ seed, on, bounded: bounded({ summary, disclosed, policy, before }) }).toEqual({ seed, on, bounded: [] });
          for (const [place, { value }] of numbersOf(disclosed)) {
            if (value === null) continue;
            expect((before.get(place) ?? []).filter((earlier) => isSmallChange(value, earlier, policy))).toEqual([]);
            before.set(place, [...(before.get(place) ?? []), value]);
          }
        }
      }
    },
  );

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

/** Some actions of each kind opened to partners, who can list them; of some committees none, nearly all, or all. */
function openedOf(seed: number): { listed: Summary; withheld: Summary } {
  const random = randomNumbers(seed * 31);
  const share = [0, 0.2, 0.5, 0.9, 1][seed % 5]!;
  const counts = randomActions(sizeOf(seed), randomNumbers(seed));
  const open = counts.map((count) =>
    Array.from({ length: count }, () => (random() < share ? 1 : 0)).reduce<number>((n, one) => n + one, 0),
  );
  return { listed: actionSummary(open), withheld: actionSummary(counts.map((count, kind) => count - open[kind]!)) };
}

const protectBeside =
  (listed: Summary): Protector =>
  (withheld, policy) =>
    protectNext({ all: together(withheld, listed), listable: listed }, [], policy)!.numbers;

/** What protects the numbers alone: as if nobody could list a row. */
const protectTotals =
  (listed: Summary): Protector =>
  (withheld, policy) =>
    protectSummary(together(withheld, listed), policy);

describe('an onlooker who also lists the rows that are open, and takes them from what is published', () => {
  test.each(policies)('bounds no number of withheld rows below the threshold: %o', (policy) => {
    for (const seed of seeds) {
      const { listed, withheld } = openedOf(seed);
      const disclosed = protectBeside(listed)(withheld, policy);
      expect({ seed, bounded: bounded({ summary: withheld, listed, disclosed, policy }) }).toEqual({ seed, bounded: [] });
    }
  });

  test('every number that is told is true, and where nothing is withheld all are told', () => {
    for (const seed of seeds) {
      const { listed, withheld } = openedOf(seed);
      const counts = countsOf(together(withheld, listed));
      const told = numbersOf(protectBeside(listed)(withheld, recordsPolicy));
      for (const [i, [place, { value }]] of told.entries()) expect([place, value ?? counts[i]]).toEqual([place, counts[i]]);
      if (withheld.total === 0) expect(told.filter(([, { suppressed }]) => suppressed)).toEqual([]);
    }
  });

  test('nor over time, while rows come, go and are opened or closed', () => {
    for (const seed of seeds.slice(0, 40)) {
      const random = randomNumbers(seed);
      const earlier: DisclosedSummary[] = [];
      const before = new Map<string, number[]>();
      for (const { summary: withheld } of historyOf(seed)) {
        const listed = actionSummary(randomActions(Math.floor(random() * 60), random));
        const next = protectNext({ all: together(withheld, listed), listable: listed }, earlier, recordsPolicy);
        if (!next) continue;
        const found = bounded({ summary: withheld, listed, disclosed: next.numbers, policy: recordsPolicy, before });
        expect({ seed, bounded: found }).toEqual({ seed, bounded: [] });
        earlier.push(next.withheld);
        const known = countsOf(listed);
        for (const [i, [place, { value }]] of numbersOf(next.numbers).entries())
          if (value !== null) before.set(place, [...(before.get(place) ?? []), value - known[i]!]);
      }
    }
  });

  test('the audit has teeth: numbers protected as if nobody could list a row are found out', () => {
    const foundOut = seeds.filter((seed) => {
      const { listed, withheld } = openedOf(seed);
      const disclosed = protectTotals(listed)(withheld, recordsPolicy);
      return bounded({ summary: withheld, listed, disclosed, policy: recordsPolicy }).length > 0;
    });
    expect(foundOut.length).toBeGreaterThan(seeds.length / 3);
  });

  const oneWay = (...counts: number[]): Summary => ({
    total: sum(counts),
    parts: [],
    dimensions: [{ name: 'GROUP', overlaps: false, groups: counts.map((count, i) => ({ key: `G${i}`, count, inPart: [] })) }],
  });
  const kinds = kindsOf(2, 1, 2);
  const worlds = [
    { name: 'one-way', world: oneWayWorld(3, 14), lists: [oneWay(2, 0, 0), oneWay(1, 7, 0), oneWay(3, 3, 20)], threshold: 4 },
    {
      name: 'two by two',
      world: twoWayWorld(2, 2, 14),
      lists: [
        tableOf([
          [1, 0],
          [0, 2],
        ]),
        tableOf([
          [9, 1],
          [0, 3],
        ]),
      ],
      threshold: 3,
    },
    {
      name: 'overlapping themes',
      world: recordsWorld(kinds, 7),
      lists: [[1, 0, 2, 0, 0, 0, 3, 1]].map((counts) => summaryOf(kinds, counts)),
      threshold: 3,
    },
  ];

  test.each(worlds)(
    'nor by knowing the rule, and every set of rows that would have been answered alike: $name',
    ({ world, lists, threshold }) => {
      for (const listed of lists) {
        const policy = withThreshold(recordsPolicy, threshold);
        expect(breachesSeenByAll(world, protectBeside(listed), policy).breaches).toEqual([]);
        expect(breachesSeenByAll(world, protectTotals(listed), policy).breaches).not.toEqual([]);
      }
    },
    120_000,
  );
});

const shareHidden = (numbers: readonly { readonly suppressed: boolean }[]): number =>
  numbers.filter(({ suppressed }) => suppressed).length / numbers.length;
const inPercent = (shares: readonly number[]): string => `${Math.round((100 * sum(shares)) / shares.length)} %`;

/** Printed for docs/disclosure.md. */
test('what it costs: the share of numbers hidden', () => {
  const lines = [30, 60, 120, 240, 480].map((size) => {
    const summaries = seeds.slice(0, 30).map((seed) => actionSummary(randomActions(size, randomNumbers(seed))));
    const costs = (protect: Protector) => {
      const disclosed = summaries.map((summary) => protect(summary, recordsPolicy));
      return {
        groups: inPercent(
          disclosed.map(({ dimensions }) => shareHidden(dimensions.flatMap(({ groups }) => groups.map(({ count }) => count)))),
        ),
        all: inPercent(disclosed.map((one) => shareHidden(numbersOf(one).map(([, number]) => number)))),
      };
    };
    return { actions: size, small: costs(onlySmallCells), hidden: costs(protectSummary) };
  });
  const published = seeds.slice(0, 30).flatMap((seed) => publicationsOf(historyOf(seed), recordsPolicy).slice(1));
  const later = {
    publications: `${published.length} of 150`,
    hidden: inPercent(published.map(({ summary }) => shareHidden(numbersOf(summary).map(([, number]) => number)))),
  };
  process.stdout.write(`${[...lines, later].map((line) => JSON.stringify(line)).join('\n')}\n`);
  const shares = lines.map(({ hidden: { all } }) => Number.parseInt(all));
  expect(shares).toEqual([...shares].sort((one, other) => other - one));
  expect(shares.at(-1)).toBeLessThan(15);
});
