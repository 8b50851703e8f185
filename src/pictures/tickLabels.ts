import { fixed, isSign, withPower, withUnit } from './formatValue';

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];

/** How the values of an axis are written: in one notation, short whatever their size ("40%", "2,500", "1.5m", "2\u00d710\u207b\u2079"). */
export interface Notation {
  readonly tick: (value: number) => string;
  /** With a decimal more, for lines that lie between ticks. */
  readonly line: (value: number) => string;
}

/** The notation for an axis with these ticks. Units other than signs are left to the subtitle. */
export function notationOf(ticks: readonly number[], unit: string | null): Notation {
  const shown = unit !== null && isSign(unit) ? unit : null;
  const written = (decimals: number) => (value: number) => withUnit(value === 0 ? '0' : format(value, ticks, decimals), shown);
  return { tick: written(0), line: written(1) };
}

function format(value: number, ticks: readonly number[], more: number): string {
  const most = Math.max(...ticks.map(Math.abs), 0);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  if (most >= 1e15 || step < 1e-4) return withPower(value);
  const [divisor, suffix] = SCALES.find(([scale]) => most >= 1e5 && most >= scale) ?? [1, ''];
  if (step / divisor < 0.01) return fixed(value, decimals(step) + more);
  return fixed(value / divisor, decimals(step / divisor) + more) + suffix;
}

/** How many decimals tell ticks apart that are 1, 2 or 5 of some power of ten from each other. */
const decimals = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
