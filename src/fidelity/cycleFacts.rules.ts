import type {
  CycleDecision,
  CycleIntent,
  CycleStatus,
  PredictionDirection,
  PredictionVerdict,
  TestScale,
} from '../cycles/cycle.enums';
import type { DataVerdict } from '../cycles/predictionOutcome.rules';
import type { LocalDate } from '../kernel/localDate';
import type { MeasureFrequency } from '../measures/measure.enums';

/*
 * What fidelity is judged from: facts of the record, whoever reads them from the database. Nothing here is an opinion of ours.
 */
export interface PredictionFacts {
  /** The day it was recorded, by the clock of the service. */
  readonly recordedOn: LocalDate;
  readonly measureId: string | null;
  readonly direction: PredictionDirection | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly horizonOn: LocalDate | null;
  readonly confidence: number | null;
  /** What people say became of it; null until it is compared. */
  readonly verdict: PredictionVerdict | null;
  /** What the data say became of it; null when nobody asked them. */
  readonly dataSay: DataVerdict | null;
  readonly observedValue: number | null;
}

export interface CycleFacts {
  readonly id: string;
  /** Who leads it; it is this person's practice. */
  readonly leadMemberId: string | null;
  readonly status: CycleStatus;
  readonly intent: CycleIntent | null;
  readonly scale: TestScale | null;
  readonly objective: string | null;
  readonly questionCount: number;
  readonly taskCount: number;
  readonly plannedDataCount: number;
  readonly predictions: readonly PredictionFacts[];
  /** How many changes were tested together; null while nobody has said. */
  readonly changesAtOnce: number | null;
  readonly observationCount: number;
  readonly carriedOutAsPlanned: boolean | null;
  /** False means that someone looked and saw nothing; null that nobody has said. */
  readonly unexpectedSeen: boolean | null;
  readonly learning: string | null;
  readonly decision: CycleDecision | null;
  readonly rationale: string | null;
  readonly plannedOn: LocalDate | null;
  readonly doStartedOn: LocalDate | null;
  readonly doEndedOn: LocalDate | null;
  readonly studiedOn: LocalDate | null;
  readonly actedOn: LocalDate | null;
  /** The moment at which the start of Do was recorded and the plan sealed; null if it never was. */
  readonly sealedAt: Date | null;
  /** The start was recorded on a later day than it happened, or the whole cycle at once. */
  readonly recordedAfterTheFact: boolean;
  readonly predecessorIds: readonly string[];
  /** What it takes from the cycles before it, in words. */
  readonly learnedFromPrevious: string | null;
  readonly successors: readonly NextCycle[];
}

export type NextCycle = Pick<CycleFacts, 'id' | 'plannedOn' | 'learnedFromPrevious'>;

export interface MeasureFacts {
  readonly id: string;
  readonly frequency: MeasureFrequency;
  /** The periods for which there is a figure, each once. */
  readonly points: readonly { readonly periodStart: LocalDate; readonly periodEnd: LocalDate }[];
  /** Whether its chart is read with a rule set. */
  readonly readByRule: boolean;
}

export interface RampFacts {
  readonly id: string;
  /** In the order of their places in the ramp. */
  readonly cycles: readonly CycleFacts[];
  /** The measures of its cycles, each once. */
  readonly measures: readonly MeasureFacts[];
  /** Whether its change idea serves a driver, one since retired included. */
  readonly hasTheory: boolean;
  /** The aims that its change idea serves. */
  readonly aims: readonly { readonly hasNumericTarget: boolean; readonly hasDate: boolean }[];
}
