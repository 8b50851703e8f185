import type { ChartPicture } from './chartPicture';
import { colours } from './colours';
import type { Font } from './textWidth';
import { isOnAxis, type ValueAxis } from './valueAxis';

/** What a line is called at its right end. */
export interface LineLabel {
  readonly text: string;
  readonly value: number;
  readonly colour: string;
  readonly isBold: boolean;
}

/** Centre, limits and target as they stand at the last point that has them, where the axis reaches; names only where there is room. */
export function lineLabels({ points, target }: ChartPicture, values: ValueAxis, isNarrow: boolean): LineLabel[] {
  const last = points.findLast(({ centre }) => centre !== null);
  const limit = { colour: colours.quietText, isBold: false };
  const label = (name: string, value: number | null, style: { colour: string; isBold: boolean }): LineLabel[] => {
    if (!isOnAxis(value, values)) return [];
    const number = values.notation.line(value);
    return [{ text: isNarrow ? number : `${name} ${number}`, value, ...style }];
  };
  return [
    ...label('Centre', last?.centre ?? null, { colour: colours.text, isBold: true }),
    ...label('Target', target, { colour: colours.target, isBold: false }),
    ...(isNarrow ? [] : label('Upper', last?.upper ?? null, limit)),
    ...(isNarrow ? [] : label('Lower', last?.lower ?? null, limit)),
  ];
}

/** Places for labels of this height, as near to those wanted as they can be without overlap, from top to bottom in pixels. */
export function spread(wanted: readonly number[], font: Font, { top, bottom }: { top: number; bottom: number }): number[] {
  const gap = font.size + 2;
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = [...wanted];
  let free = top;
  for (const index of order) {
    places[index] = Math.max(free, wanted[index] ?? 0);
    free = (places[index] ?? 0) + gap;
  }
  let end = bottom;
  for (const index of order.reverse()) {
    places[index] = Math.min(end, places[index] ?? 0);
    end = (places[index] ?? 0) - gap;
  }
  return places;
}
