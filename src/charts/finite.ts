/** Nothing that is not a number leaves this folder: NaN and the infinities become "no answer". */
export const finiteOrNull = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

export const isPresent = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
