/** One period of a chart as it is drawn. Values and lines are in the unit of the chart; null is "there is none". */
export interface PicturePoint {
  /** YYYY-MM-DD of the first day of the period, or for series without dates any label. */
  readonly period: string;
  /** YYYY-MM-DD of the last day; null where the series has no dates, or none is known: then it stands at its first day. */
  readonly periodEnd: string | null;
  /** How a person reads the period, for example "Mar 2026". */
  readonly label: string;
  /** Null is a gap: missing or withheld. */
  readonly value: number | null;
  readonly missingBecause: string | null;
  readonly isExcluded: boolean;
  readonly excludedBecause: string | null;
  readonly isInBaseline: boolean;
  readonly isProvisional: boolean;
  /** Counted from 1. */
  readonly phase: number;
  readonly centre: number | null;
  /** `lower` and `upper` are the 3-sigma limits. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lower2: number | null;
  readonly upper2: number | null;
  readonly lower1: number | null;
  readonly upper1: number | null;
  /** What a signal at this point means; null when the point is part of none. */
  readonly signal: SignalMeaning | null;
  /** In words, for example "shift above the centre". */
  readonly signalNames: readonly string[];
}

export type SignalMeaning = 'BETTER' | 'WORSE' | 'NEITHER';

/** When a PDSA cycle ran: dates are YYYY-MM-DD, and `to` is null while it runs. */
export interface PictureCycle {
  readonly label: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
}

export interface PictureNote {
  /** YYYY-MM-DD, or the period of a point in a series without dates. */
  readonly on: string;
  readonly text: string;
}

export interface PicturePhase {
  readonly number: number;
  /** The period of its first point. */
  readonly from: string;
  /** Why the phase begins, for example "New definition". */
  readonly reason: string | null;
}

/** All that is drawn of one chart. Every text in it may come from a user and is treated as text. */
export interface ChartPicture {
  /** Unique in a page: ids of parts of the drawing are made from it. */
  readonly id: string;
  readonly title: string;
  /** For example "p chart". */
  readonly kindName: string;
  /** What the chart says, as a plain sentence. */
  readonly summary: string;
  /** What the lines can bear, in two or three words: "trial limits"; null when nothing need be said. */
  readonly caution: string | null;
  /** What to know before reading it, each a sentence. */
  readonly warnings: readonly string[];
  /** How it was computed, each a sentence. */
  readonly provenance: readonly string[];
  /** "%", "days" ... */
  readonly unit: string | null;
  readonly betterIs: 'HIGHER' | 'LOWER' | 'NEITHER';
  readonly target: number | null;
  /** False: points stand at equal distances under their labels. */
  readonly hasDates: boolean;
  readonly points: readonly PicturePoint[];
  readonly phases: readonly PicturePhase[];
  readonly cycles: readonly PictureCycle[];
  readonly notes: readonly PictureNote[];
  /** The footer: rule set and version, as-at day. */
  readonly source: string | null;
}

/** CSS pixels; the width is held between 300 and 2000. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}
