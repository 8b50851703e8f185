import { escapeXml } from './escapeXml';

/** A piece of SVG or HTML. Only the functions here make one, so that text cannot become markup unescaped. */
export interface Markup {
  readonly source: string;
}

export type Attributes = Readonly<Record<string, string | number | null>>;

/** Text as markup: everything in it is escaped. */
export const text = (content: string): Markup => ({ source: escapeXml(content) });

/** One after the other, each on a line of its own, so that two pictures can be compared line by line. */
export const fragment = (parts: readonly Markup[]): Markup => ({
  source: parts
    .map(({ source }) => source)
    .filter((source) => source !== '')
    .join('\n'),
});

export const nothing: Markup = { source: '' };

/** An element. Attributes that are null are left out; without `children` it closes itself, as SVG shapes and HTML voids may. */
export function element(name: string, attributes: Attributes, children?: readonly Markup[]): Markup {
  const start = `<${name}${Object.entries(attributes).map(written).join('')}`;
  return { source: children ? `${start}>${children.map(({ source }) => source).join('')}</${name}>` : `${start}/>` };
}

/** Coordinates to a hundredth of a pixel: enough for any screen, and the same on every machine. */
export const rounded = (pixels: number): number => Math.round(pixels * 100) / 100 + 0;

function written([name, value]: [string, string | number | null]): string {
  if (value === null) return '';
  return ` ${name}="${typeof value === 'number' ? String(rounded(value)) : escapeXml(value)}"`;
}
