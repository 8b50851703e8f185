import { ink } from './look';
import { type Markup, cleaned, element } from './xml';

export interface Place {
  readonly x: number;
  /** The baseline of the letters. */
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly isBold?: boolean;
}

export const label = (text: string, { x, y, size, anchor = 'start', fill = ink.text, isBold = false }: Place): Markup =>
  element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'text-anchor': anchor === 'start' ? null : anchor,
      fill,
      'font-weight': isBold ? 'bold' : null,
    },
    cleaned(text),
  );

export interface Stroke {
  readonly stroke: string;
  readonly width?: number;
  readonly dash?: string | null;
}

export const stroked = ({ stroke, width = 1, dash = null }: Stroke) => ({
  fill: 'none',
  stroke,
  'stroke-width': width,
  'stroke-dasharray': dash,
});

export const horizontal = (x1: number, x2: number, y: number, stroke: Stroke): Markup =>
  element('line', { x1, x2, y1: y, y2: y, ...stroked(stroke) });

export const vertical = (x: number, y1: number, y2: number, stroke: Stroke): Markup =>
  element('line', { x1: x, x2: x, y1, y2, ...stroked(stroke) });
