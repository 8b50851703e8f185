import type { ChartPicture } from './chartPicture';
import type { Lane } from './cycleLane';
import type { Header } from './header';
import type { LegendItem } from './legend';
import type { PeriodAxis } from './periodAxis';
import type { Font } from './textWidth';
import type { ValueAxis } from './valueAxis';

/** Edges in pixels from the top left of the picture. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where everything goes, settled before anything is drawn. All places and sizes are CSS pixels. */
export interface Plan {
  readonly picture: ChartPicture;
  /** Begins every id in the drawing. */
  readonly idPrefix: string;
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly font: Font;
  readonly plot: Plot;
  readonly values: ValueAxis;
  readonly y: (value: number) => number;
  readonly periods: PeriodAxis;
  /** Where the stretch of each point begins; one more than there are points. */
  readonly edges: readonly number[];
  /** The radius of an ordinary point. */
  readonly radius: number;
  readonly header: Header;
  readonly phasesTop: number | null;
  readonly notesTop: number | null;
  readonly lane: Lane;
  readonly laneTop: number;
  readonly legend: readonly (readonly LegendItem[])[];
  readonly legendTop: number;
  /** Whether the source stands at the foot. */
  readonly hasSource: boolean;
}
