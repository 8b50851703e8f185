/** Nothing that is not a number leaves this folder: NaN and the infinities become "no answer". */
export const finiteOrNull = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

/** A number whose square overflows: no sigma, and perhaps no mean, can be worked out from it. */
export const isTooLarge = (value: number): boolean => Math.abs(value) > 1e150;

export const isPresent = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
