const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export const superscript = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') + [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)] ?? '').join('');

/**
 * A number as a reader would write it: 62, 0.35, 1,250, 1.2 million, 3 × 10⁻⁶. Written without Intl, whose answers depend on the
 * machine's language data. Whole numbers below a million keep all their digits.
 */
export function plainNumber(value: number, significant = 3): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size === 0) return '0';
  if (size >= 1e15 || size < 1e-4) return sign + scientific(size, significant);
  if (size >= 1e9) return `${sign}${decimal(size / 1e9, significant)} billion`;
  if (size >= 1e6) return `${sign}${decimal(size / 1e6, significant)} million`;
  return sign + decimal(size, significant);
}

/** "62 %", "£12.5", "14 days": a sign of money comes first. */
export function withUnit(value: number, unit: string | null | undefined, significant = 3): string {
  const number = plainNumber(value, significant);
  if (!unit) return number;
  return /^[£$€]$/.test(unit) ? number.replace(/^(−?)/, `$1${unit === '$' ? '$$' : unit}`) : `${number} ${unit}`;
}

function decimal(size: number, significant: number): string {
  const places = Math.min(12, Math.max(0, significant - 1 - Math.floor(Math.log10(size))));
  const [whole = '0', fraction = ''] = size.toFixed(places).split('.');
  const digits = fraction.replace(/0+$/, '');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (digits ? `.${digits}` : '');
}

function scientific(size: number, significant: number): string {
  const [mantissa = '1', exponent = '0'] = size.toExponential(significant - 1).split('e');
  const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${digits} × 10${superscript(Number(exponent))}`;
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Up to twelve in words. */
export const countWord = (count: number): string => words[count] ?? plainNumber(count);
