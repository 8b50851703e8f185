import fc from 'fast-check';
import { analyse } from '../../src/charts/analyse';
import type { Analysis } from '../../src/charts/analysisTypes';
import { movingRanges } from '../../src/charts/movingRange';
import { noSignals } from '../../src/charts/signals';
import type { AnalysisOptions, SeriesPoint } from '../../src/charts/types';
import { anyCase, anyRuleSet, values } from './support/generated';
import { deepFrozen, numbersIn, seriesOf } from './support/series';

fc.configureGlobal({ numRuns: 300 });

const signalsOf = ({ points, phases, icons }: Analysis) => ({
  points: points.map(({ signals, makingDataCount }) => ({ signals, makingDataCount })),
  phases: phases.map(({ signals, runs }) => ({ signals, runs })),
  icons,
});

test('no number of an answer is NaN or infinite, and odd data never throw', () => {
  const odd = fc.oneof(fc.double(), fc.constant(null), fc.integer(), fc.constantFrom(0, -1, 1e308, -1e308, 5e-324));
  const oddPoint = fc.record(
    { value: odd, numerator: odd, denominator: odd, values: fc.array(odd, { maxLength: 3 }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyCase, fc.array(oddPoint, { maxLength: 20 }), ({ options }, odds) => {
      const analysis = analyse({ points: odds.map((point, i) => ({ period: i, ...point })) }, options);
      const recorded = analysis.points.map(({ lines, value, numerator, denominator }) => [lines, value, numerator, denominator]);
      expect(numbersIn([recorded, analysis.phases, analysis.provenance]).every(Number.isFinite)).toBe(true);
    }),
  );
});

test('a missing point never carries a signal, and is never read as zero', () => {
  fc.assert(
    fc.property(anyCase, ({ points, options }) => {
      const answered = analyse({ points }, options).points.filter(({ value }) => value === null);
      for (const point of answered)
        expect(point).toMatchObject({ value: null, signals: noSignals, makingDataCount: null, position: null });
    }),
  );
});

test('a missing point among others leaves the run chart where it is without it', () => {
  fc.assert(
    fc.property(values, fc.nat(50), anyRuleSet, (series, at, ruleSet) => {
      fc.pre(ruleSet !== 'MDC_XMR');
      const withGap = [...series.slice(0, at), null, ...series.slice(at)];
      const gap = Math.min(at, series.length);
      const before = analyse(seriesOf(series), { kind: 'RUN', ruleSet });
      const after = analyse(seriesOf(withGap), { kind: 'RUN', ruleSet });
      const kept = after.points.filter((_, i) => i !== gap);
      expect(kept.map(({ lines, signals }) => ({ lines, signals }))).toEqual(
        before.points.map(({ lines, signals }) => ({ lines, signals })),
      );
    }),
  );
});

test('a moving range never bridges a missing point', () => {
  fc.assert(
    fc.property(values, (series) => {
      movingRanges(series).forEach((range, i) => {
        const before = series[i - 1] ?? null;
        const now = series[i] ?? null;
        expect(range).toBe(before === null || now === null ? null : Math.abs(now - before));
      });
    }),
  );
});

test('the limits of an I chart with a gap come from the ranges within the two stretches', () => {
  const { points } = analyse(seriesOf([1, 3, null, 100, 104]), { kind: 'I', ruleSet: 'NONE', screenMovingRanges: false });
  expect(points[0]?.lines.sigma).toBeCloseTo((2 + 4) / 2 / 1.128, 12);
});

test('adding missing periods at either end changes nothing', () => {
  const padding = fc.tuple(fc.nat(4), fc.nat(4));
  fc.assert(
    fc.property(anyCase, padding, ({ points, options }, [before, after]) => {
      const missing = (from: number, count: number): SeriesPoint[] =>
        Array.from({ length: count }, (_, i) => ({ period: from + i, value: null }));
      const padded = [...missing(-before, before), ...points, ...missing(1000, after)];
      const plain = analyse({ points }, options);
      const full = analyse({ points: padded }, options);
      const within = full.points.slice(before, before + points.length);
      const last = plain.points.findLastIndex(({ value }) => value !== null);
      const first = plain.points.findIndex(({ value }) => value !== null);
      fc.pre(first >= 0);
      expect(within.slice(first, last + 1)).toEqual(plain.points.slice(first, last + 1));
      expect(full.icons).toEqual(plain.icons);
      expect(full.phases.map(({ signals, centre }) => ({ signals, centre }))).toEqual(
        plain.phases.map(({ signals, centre }) => ({ signals, centre })),
      );
      expect(full.provenance.gaps).toEqual(plain.provenance.gaps);
      expect(full.provenance.usefulObservations).toBe(plain.provenance.usefulObservations);
    }),
  );
});

test('a positive scale and a shift of all values change no signal on run and I charts', () => {
  const kind = fc.constantFrom('RUN' as const, 'I' as const);
  const scale = fc.constantFrom(0.001, 0.1, 1 / 3, 0.7, 1, 3, 12.5, 1000);
  const moved = fc.constantFrom(-1000, -7.3, -0.1, 0, 0.1, 0.3, 17, 1e5);
  fc.assert(
    fc.property(values, kind, anyRuleSet, scale, moved, (series, chart, ruleSet, by, plus) => {
      const options: AnalysisOptions = { kind: chart, ruleSet, improvementDirection: 'INCREASE' };
      const plain = analyse(seriesOf(series), options);
      const changed = analyse(seriesOf(series.map((value) => (value === null ? null : value * by + plus))), options);
      expect(signalsOf(changed)).toEqual(signalsOf(plain));
    }),
  );
});

test('the multiplier changes no signal on any chart', () => {
  const multiplier = fc.constantFrom(0.001, 1 / 3, 100, 1000, 10_000);
  fc.assert(
    fc.property(anyCase, multiplier, ({ points, options }, by) => {
      const plain = analyse({ points }, options);
      const multiplied = analyse({ points }, { ...options, multiplier: by });
      expect(signalsOf(multiplied)).toEqual(signalsOf(plain));
      multiplied.points.forEach(({ lines: { upper } }, i) => {
        const own = plain.points[i]?.lines.upper ?? null;
        expect(upper).toBe(own === null ? null : own * by);
      });
    }),
  );
});

test('points are taken in period order, whatever order they came in', () => {
  const shuffled = anyCase.chain((one) =>
    fc
      .shuffledSubarray(one.points, { minLength: one.points.length, maxLength: one.points.length })
      .map((points) => ({ one, points })),
  );
  fc.assert(
    fc.property(shuffled, ({ one, points }) => {
      expect(analyse({ points }, one.options)).toEqual(analyse({ points: one.points }, one.options));
    }),
  );
});

test('two points of one period are refused', () => {
  fc.assert(
    fc.property(anyCase, fc.nat(), ({ points, options }, which) => {
      const twin = points[which % Math.max(1, points.length)];
      fc.pre(twin !== undefined);
      expect(() => analyse({ points: [...points, { ...twin }] }, options)).toThrow(`two points for the period ${twin.period}`);
    }),
  );
});

test('inputs are not mutated', () => {
  fc.assert(
    fc.property(anyCase, ({ points, options }) => {
      const input = { points: [...points].reverse() };
      const before = structuredClone({ input, options });
      analyse(deepFrozen(input), deepFrozen(options));
      expect({ input, options }).toEqual(before);
    }),
  );
});

test('a p limit never leaves [0, 1], also with a given centre, and an np limit never leaves [0, n]', () => {
  const share = fc.constantFrom('P' as const, 'P_PRIME' as const);
  const given = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(anyCase, share, given, ({ points, options }, kind, centreLine) => {
      for (const { lines } of analyse({ points }, { ...options, kind, centreLine }).points) {
        const { lower, lower2, lower1, upper1, upper2, upper } = lines;
        for (const limit of [lower, lower2, lower1, upper1, upper2, upper]) {
          if (limit !== null) expect(limit >= 0 && limit <= 1).toBe(true);
        }
      }
      for (const { lines, denominator } of analyse({ points }, { ...options, kind: 'NP' }).points) {
        if (lines.upper !== null && lines.lower !== null)
          expect(lines.lower >= 0 && lines.upper <= (denominator ?? 0)).toBe(true);
      }
    }),
  );
});

test('a point on the median never makes or breaks a shift', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(-2, -1, 1, 2), { minLength: 1, maxLength: 40 }), fc.nat(40), (series, at) => {
      const options: AnalysisOptions = { kind: 'RUN', ruleSet: 'IHI_RUN_CHART', centreLine: 0 };
      const place = at % series.length;
      const plain = analyse(seriesOf(series), options).points.map(({ signals }) => signals.shift);
      const more = analyse(seriesOf([...series.slice(0, place), 0, ...series.slice(place)]), options).points;
      expect(more.map(({ signals }) => signals.shift).filter((_, i) => i !== place)).toEqual(plain);
    }),
  );
});

test('a phase is analysed as if it stood alone', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 30 }), ({ points, options: { kind, ruleSet } }, after) => {
      fc.pre(after < points.length);
      const whole = analyse({ points }, { kind, ruleSet, partsAfter: [after] });
      const alone = [points.slice(0, after), points.slice(after)].flatMap(
        (part) => analyse({ points: part }, { kind, ruleSet }).points,
      );
      expect(whole.points.map((point) => ({ ...point, phase: 1 }))).toEqual(alone);
    }),
  );
});
