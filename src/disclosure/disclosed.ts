/**
 * Why a number is not shown. Every hiding that depends on the numbers has one and the same code: a code that told a small number
 * from one hidden to cover it would give the small one away.
 */
export const suppressionReasons = {
  SMALL_NUMBERS: 'This number is small, or a small number or a small change could be worked out from it.',
  NOT_PUBLISHED: 'Numbers for this combination of conditions are not published: small numbers could be worked out from them.',
  NOT_YET_PUBLISHED: 'No numbers have been published for this day: they come out at fixed dates.',
  UNKNOWN_SIZE: 'How many children or episodes stand behind this figure is not recorded, so it cannot be shown safely.',
  SINGLE_EVENTS: 'Each figure of this measure is about one event, so it could point at one child.',
} as const;

export type SuppressionReason = keyof typeof suppressionReasons;

/** A number as it leaves the service: shown as it is, or hidden with the reason. A value of null that is not hidden is missing. */
export interface Disclosed {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly reason: SuppressionReason | null;
}

export const shown = (value: number | null): Disclosed => ({ value, suppressed: false, reason: null });

export const hidden = (reason: SuppressionReason): Disclosed => ({ value: null, suppressed: true, reason });
