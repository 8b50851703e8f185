/** Finished markup. Plain strings are text, and are always escaped on their way in. */
export interface Markup {
  readonly markup: string;
}

export type Child = Markup | string | null;
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML 1.0 forbids even when escaped, and marks that could turn the reading order of what follows. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

export const cleaned = (text: string): string => text.replace(forbidden, '').replace(/\s+/g, ' ').trim();

export const escaped = (text: string): string => text.replace(forbidden, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`],
  );
  const inside = joined(children).markup;
  return { markup: inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>` };
}

export const group = (...children: readonly Child[]): Markup => element('g', {}, ...children);

export const joined = (children: readonly Child[]): Markup => ({
  markup: children.map((child) => (child === null ? '' : typeof child === 'string' ? escaped(child) : child.markup)).join(''),
});

/** Two decimals are finer than any screen; a number that is none would spoil the whole picture. */
export const short = (value: number): string => (Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '0');

/** An id of the page's own choosing, with every sign that an id may not hold written as its code. */
export const idOf = (prefix: string, part: string): string =>
  `chart-${[...prefix].map((sign) => (/[A-Za-z0-9-]/.test(sign) ? sign : `_${sign.codePointAt(0)?.toString(16) ?? ''}_`)).join('')}-${part}`;
