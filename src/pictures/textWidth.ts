export interface Font {
  /** CSS pixels. */
  readonly size: number;
  readonly isBold: boolean;
}

// Thousandths of the size for the characters from space to tilde, the wider of Roboto and Arial each time: whichever the
// reader has, a text is never wider than measured (kerning only narrows).
const REGULAR = widths(`
  278 278 355 616 562 889 667 191 342 348 431 584 278 333 278 413 562 562 562 562 562 562 562 562 562 562 278 278 584 584 584 556
  1015 667 667 722 722 667 611 778 722 278 552 667 556 873 722 778 667 778 722 667 611 722 667 944 667 667 611 278 411 278 469 556
  333 556 562 523 564 556 348 562 556 243 239 507 243 877 556 570 562 568 339 516 327 556 500 751 500 500 500 338 260 338 680`);
const BOLD = widths(`
  278 333 474 592 574 889 722 238 350 351 454 584 278 394 290 371 574 574 574 574 574 574 574 574 574 574 333 333 584 584 584 611
  975 722 722 722 722 667 611 778 722 292 559 722 611 875 722 778 667 778 722 667 620 722 667 944 667 667 611 333 421 333 584 556
  333 556 611 556 611 556 358 611 611 278 278 556 278 889 611 611 611 611 389 556 338 611 556 778 556 556 509 389 280 389 648`);

const PUNCTUATION: ReadonlyMap<string, number> = new Map([
  ...Array.from('\u00b7\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u2019', (sign) => [sign, 400] as const),
  ...Array.from('\u00a3\u00d7\u2013\u2212', (sign) => [sign, 670] as const),
]);
const WIDEST_ALPHABETIC = 1200;
const WIDEST_OTHER = 1300;
const ACCENT = 140;

/** An upper estimate of the width of a line of text in Roboto or Arial, in CSS pixels. */
export function textWidth(text: string, { size, isBold }: Font): number {
  const table = isBold ? BOLD : REGULAR;
  let thousandths = 0;
  for (const character of text) thousandths += table.get(character) ?? otherWidth(character, table);
  return (thousandths * size) / 1000;
}

function otherWidth(character: string, table: ReadonlyMap<string, number>): number {
  if (/\p{Mark}/u.test(character)) return 0;
  const unaccented = table.get(character.normalize('NFD').charAt(0));
  if (unaccented !== undefined) return unaccented + ACCENT;
  return PUNCTUATION.get(character) ?? (character < '\u2000' ? WIDEST_ALPHABETIC : WIDEST_OTHER);
}

function widths(table: string): ReadonlyMap<string, number> {
  const numbers = table.trim().split(/\s+/).map(Number);
  return new Map(numbers.map((width, index) => [String.fromCharCode(32 + index), width]));
}
