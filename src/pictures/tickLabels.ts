import { fixed, withPower, withUnit } from './formatValue';

const SHORT_UNITS: readonly string[] = ['%', '\u00a3'];
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];

/** The ticks of an axis of values in one notation, short whatever their size: "40%", "2,500", "1.5m", "2\u00d710\u207b\u2079". */
export function tickLabels(ticks: readonly number[], unit: string | null): string[] {
  const format = notation(ticks);
  const shown = unit !== null && SHORT_UNITS.includes(unit) ? unit : null;
  return ticks.map((tick) => withUnit(tick === 0 ? '0' : format(tick), shown));
}

function notation(ticks: readonly number[]): (tick: number) => string {
  const most = Math.max(...ticks.map(Math.abs), 0);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  if (most >= 1e15 || step < 1e-4) return withPower;
  const [divisor, suffix] = SCALES.find(([scale]) => most >= 1e5 && most >= scale) ?? [1, ''];
  if (step / divisor >= 0.01) return (tick) => fixed(tick / divisor, decimals(step / divisor)) + suffix;
  return (tick) => fixed(tick, decimals(step));
}

/** How many decimals tell ticks apart that are 1, 2 or 5 of some power of ten from each other. */
const decimals = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
