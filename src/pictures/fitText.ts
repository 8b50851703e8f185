import { plainText } from './escapeXml';
import { type Font, textWidth } from './textWidth';

const ELLIPSIS = '\u2026';

/** The text, or its beginning with an ellipsis, within a width in pixels; empty when not even two letters fit. */
export function shortened(text: string, width: number, font: Font): string {
  const plain = plainText(text);
  if (textWidth(plain, font) <= width) return plain;
  const characters = Array.from(plain);
  let length = 0;
  let used = textWidth(ELLIPSIS, font);
  for (const character of characters) {
    used += textWidth(character, font);
    if (used > width) break;
    length += 1;
  }
  return length < 2 ? '' : characters.slice(0, length).join('').trimEnd() + ELLIPSIS;
}

/** The text in at most so many lines within a width in pixels, broken at spaces where it can be. */
export function wrapped(text: string, width: number, font: Font, most: number): string[] {
  const plain = plainText(text);
  if (textWidth(plain, font) <= width || most <= 1) return plain === '' ? [] : [shortened(plain, width, font)];
  const line = firstLine(plain, width, font);
  return [line.trimEnd(), ...wrapped(plain.slice(line.length), width, font, most - 1)];
}

function firstLine(text: string, width: number, font: Font): string {
  const words = text.split(/(?<= )/);
  let line = '';
  for (const word of words) {
    if (textWidth((line + word).trimEnd(), font) > width) break;
    line += word;
  }
  return line === '' ? brokenWord(text, width, font) : line;
}

/** At least one character, so that a line never makes no progress. */
function brokenWord(text: string, width: number, font: Font): string {
  let line = '';
  for (const character of text) {
    if (line !== '' && textWidth(line + character, font) > width) break;
    line += character;
  }
  return line;
}
