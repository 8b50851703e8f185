import { plainText } from './escapeXml';

const MINUS = '\u2212';
const SUPERSCRIPTS = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/**
 * A value as a person in Britain reads it: "83.3%", "1,235 days", "\u22120.04". Written by hand and not by `toLocaleString`,
 * whose answer changes with the locale data of the machine.
 */
export const formatValue = (value: number, unit: string | null): string => withUnit(formatNumber(value), unit);

/** A number with the unit where a person writes it: after it, close for a sign, before it for pounds. */
export function withUnit(number: string, unit: string | null): string {
  const plain = plainText(unit ?? '');
  if (plain === '') return number;
  if (plain === '\u00a3') return number.startsWith(MINUS) ? `${MINUS}\u00a3${number.slice(1)}` : `\u00a3${number}`;
  return plain === '%' ? `${number}%` : `${number} ${plain}`;
}

/** Whether a unit is short enough to stand at every value of an axis. */
export const isSign = (unit: string): boolean => unit === '%' || unit === '\u00a3';

/** Three significant digits and all whole ones: enough to tell two points apart, and no more than was measured. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return withPower(value);
  if (Number.isInteger(value) || size >= 1000) return fixed(value, 0);
  return fixed(value, size >= 10 ? 1 : 2 - Math.floor(Math.log10(size)));
}

/** With so many decimals at most: zeros at the end are dropped, thousands have commas, and a minus is a minus. */
export function fixed(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  const [whole = '0', part = ''] = digits.split('.');
  const kept = part.replace(/0+$/, '');
  const number = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (kept === '' ? '' : `.${kept}`);
  return value < 0 && number !== '0' ? MINUS + number : number;
}

/** "1.5\u00d710\u00b9\u00b2": what remains of a number too long to be read. */
export function withPower(value: number): string {
  const [digits = '0', power = '0'] = value.toExponential(2).split('e');
  const raised = power.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit))).replace('-', '\u207b');
  return `${fixed(Number(digits), 2)}\u00d710${raised.replace('+', '')}`;
}
