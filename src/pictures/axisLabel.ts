import { type Font, textWidth } from './textWidth';

/** A label centred on `x` (pixels), in row 0 or 1 below the axis. */
export interface AxisLabel {
  readonly text: string;
  readonly x: number;
  readonly row: number;
  /** Where the tick above it stands; null without one. */
  readonly tick: number | null;
  /** A year, which goes for all labels from it on. */
  readonly isYear: boolean;
}

const BETWEEN = 7;

/** A label as near to its place as the picture's edges allow. */
export function labelAt(text: string, place: number, { font, width }: { font: Font; width: number }): AxisLabel {
  const half = textWidth(text, font) / 2;
  return { text, x: Math.min(width - 2 - half, Math.max(2 + half, place)), row: 0, tick: place, isYear: false };
}

/** Whether labels in one row, from left to right, keep their distance. */
export const areApart = (labels: readonly AxisLabel[], font: Font): boolean =>
  labels.every((label, index) => {
    const before = labels[index - 1];
    return before === undefined || clear(before, label, font);
  });

/** As many labels as keep their distance; of two that do not, the later stays. */
export const laterOnes = (labels: readonly AxisLabel[], font: Font): AxisLabel[] =>
  labels.reduceRight<AxisLabel[]>((kept, label) => {
    const next = kept[0];
    return next === undefined || clear(label, next, font) ? [label, ...kept] : kept;
  }, []);

const clear = (left: AxisLabel, right: AxisLabel, font: Font): boolean =>
  right.x - left.x >= (textWidth(left.text, font) + textWidth(right.text, font)) / 2 + BETWEEN;
