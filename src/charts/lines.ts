import { finiteOrNull } from './finite';

/** Centre and limits of one point; null where there is none. `lower` and `upper` are the 3-sigma limits. */
export interface Lines {
  readonly centre: number | null;
  readonly sigma: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lower2: number | null;
  readonly upper2: number | null;
  readonly lower1: number | null;
  readonly upper1: number | null;
}

export interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

export const unbounded: Bounds = { lowest: -Infinity, highest: Infinity };
export const zeroOrMore: Bounds = { lowest: 0, highest: Infinity };
export const proportion: Bounds = { lowest: 0, highest: 1 };

export const onlyCentre = (centre: number | null): Lines => ({
  centre,
  sigma: null,
  lower: null,
  upper: null,
  lower2: null,
  upper2: null,
  lower1: null,
  upper1: null,
});

/** centre -/+ 1, 2 and 3 sigma, cut to what the plotted value can be. Cut before signals are judged: see SPEC section 5. */
export function limitLines(centre: number | null, sigma: number | null, bounds: Bounds = unbounded): Lines {
  const spread = finiteOrNull(sigma);
  if (centre === null || spread === null || !Number.isFinite(centre + 3 * spread) || !Number.isFinite(centre - 3 * spread)) {
    return onlyCentre(finiteOrNull(centre));
  }
  const at = (multiple: number): number => Math.min(bounds.highest, Math.max(bounds.lowest, centre + multiple * spread));
  return { centre, sigma: spread, lower: at(-3), upper: at(3), lower2: at(-2), upper2: at(2), lower1: at(-1), upper1: at(1) };
}

export function mapLines(lines: Lines, change: (value: number) => number): Lines {
  const changed = (value: number | null): number | null => (value === null ? null : finiteOrNull(change(value)));
  return {
    centre: changed(lines.centre),
    sigma: changed(lines.sigma),
    lower: changed(lines.lower),
    upper: changed(lines.upper),
    lower2: changed(lines.lower2),
    upper2: changed(lines.upper2),
    lower1: changed(lines.lower1),
    upper1: changed(lines.upper1),
  };
}
