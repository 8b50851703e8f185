import { readFileSync } from 'node:fs';

/** The advance of a character in thousandths of the size, read from a TrueType font; null where the font has no glyph. */
export function glyphWidths(file: string): (character: string) => number | null {
  const font = readFileSync(file);
  const tables = tablesOf(font);
  const at = (name: string): number => tables.get(name) ?? 0;
  const unitsPerEm = font.readUInt16BE(at('head') + 18);
  const metrics = font.readUInt16BE(at('hhea') + 34);
  const map = unicodeMap(font, at('cmap'));
  return (character) => {
    const glyph = glyphOf(font, map, character.codePointAt(0) ?? 0);
    return glyph === 0 ? null : (1000 * font.readUInt16BE(at('hmtx') + 4 * Math.min(glyph, metrics - 1))) / unitsPerEm;
  };
}

function tablesOf(font: Buffer): Map<string, number> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  return new Map(entries.map((entry) => [font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8)]));
}

/** The subtable of format 4, which maps the characters of the basic plane. */
function unicodeMap(font: Buffer, cmap: number): number {
  const offsets = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  return offsets.find((offset) => font.readUInt16BE(offset) === 4) ?? 0;
}

function glyphOf(font: Buffer, map: number, code: number): number {
  const size = font.readUInt16BE(map + 6);
  for (let segment = map + 14; segment < map + 14 + size; segment += 2) {
    if (code > font.readUInt16BE(segment)) continue;
    const [start, delta, range] = [segment + size + 2, segment + 2 * size + 2, segment + 3 * size + 2] as const;
    const first = font.readUInt16BE(start);
    if (code < first) return 0;
    const offset = font.readUInt16BE(range);
    const glyph = offset === 0 ? code : font.readUInt16BE(range + offset + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + font.readUInt16BE(delta)) & 0xffff;
  }
  return 0;
}
