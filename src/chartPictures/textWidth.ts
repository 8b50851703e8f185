/**
 * Advance widths of ASCII 32 to 126 in hundredths of the font size: the wider of Arial and DejaVu Sans, because the reader's
 * machine chooses the font and a label that fits in the wider one fits in both.
 */
const widths = [
  ...[32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84],
  ...[56, 102, 68, 69, 72, 77, 67, 61, 78, 75, 29, 50, 67, 56, 86, 75, 79, 67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39, 34],
  ...[39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52],
  ...[64, 34, 64, 84],
];

const boldFactor = 1.12;

function signWidth(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20 || /\p{Mark}/u.test(sign)) return 0;
  const known = widths[code - 32];
  if (known !== undefined) return known;
  if (/[⁰¹²³⁴-⁻]/.test(sign)) return 53;
  return code >= 0x1100 ? 110 : code === 0xa0 ? 32 : 84;
}

export function textWidth(text: string, size: number, isBold = false): number {
  let hundredths = 0;
  for (const sign of text) hundredths += signWidth(sign);
  return (hundredths / 100) * size * (isBold ? boldFactor : 1);
}

/** The text, or as much of it as fits followed by an ellipsis; nothing when not even one sign fits. */
export function shortened(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text;
  const room = width - textWidth('…', size, isBold);
  let used = 0;
  let kept = '';
  for (const sign of text) {
    used += textWidth(sign, size, isBold);
    if (used > room) break;
    kept += sign;
  }
  return kept.trim() === '' ? '' : `${kept.trimEnd()}…`;
}

export interface Lettering {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
  readonly isBold?: boolean;
}

/** Broken between words into at most so many lines; what is left over is shortened on the last one. */
export function wrapped(text: string, { width, size, lines, isBold = false }: Lettering): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const found: string[] = [];
  while (words.length > 0 && found.length < lines) {
    const isLast = found.length === lines - 1;
    let line = words.shift() ?? '';
    while (words.length > 0 && !isLast && textWidth(`${line} ${words[0] ?? ''}`, size, isBold) <= width)
      line += ` ${words.shift() ?? ''}`;
    if (isLast && words.length > 0) line = [line, ...words.splice(0)].join(' ');
    found.push(shortened(line, width, size, isBold));
  }
  return found;
}
