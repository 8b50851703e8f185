import type { Analysis } from '../charts/analysisTypes';
import type { Cadence } from '../charts/cadence';
import type { ImprovementDirection, Period } from '../charts/types';

export interface PictureNote {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly text: string;
}

export interface PictureCycle {
  /** "1a", "1b", "2" */
  readonly label: string;
  readonly startedOn: string;
  /** Null while it is running. */
  readonly endedOn: string | null;
  readonly decision: string | null;
}

export interface PhaseLabel {
  /** The first period of the phase. */
  readonly from: Period;
  readonly label: string;
}

/** Everything that a picture of one measure shows. Words may come from anyone: they are escaped wherever they go. */
export interface ChartPicture {
  /** Makes the ids inside the picture unique on its page. */
  readonly idPrefix: string;
  readonly title: string;
  readonly subtitle?: string | null;
  readonly yLabel?: string | null;
  readonly unit?: string | null;
  readonly analysis: Analysis;
  readonly direction: ImprovementDirection;
  readonly targetLabel?: string | null;
  readonly phaseLabels?: readonly PhaseLabel[];
  readonly notes?: readonly PictureNote[];
  readonly definitionChanges?: readonly PictureNote[];
  readonly cycles?: readonly PictureCycle[];
  /** Periods whose value may still change: drawn hollow. */
  readonly provisional?: readonly Period[];
  /** Read from the periods when it is not given. */
  readonly cadence?: Cadence | null;
  readonly automaticRebase?: boolean;
  /** In pixels, 240 to 2000; 720 when not given. */
  readonly width?: number;
  /** Chosen from the width when not given; grows where lanes and labels would leave the plot too low to read. */
  readonly height?: number;
  /** Writes the summary sentence under the title too, for a picture that travels alone. */
  readonly showSummary?: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
