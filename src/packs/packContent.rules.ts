import { canonicalJson, type Json } from '../kernel/canonicalJson';
import type { LocalDate } from '../kernel/localDate';
import type { Change, NamedRow } from './change.rules';
import type { MeasureOfPack } from './packMeasure.rules';

/** The name of the recipe: raise it when a pack changes its shape. docs/packs.md says it in full. */
export const PACK_FORMAT = 'golden-thread-pack-1';

export type Marking = 'OFFICIAL' | 'OFFICIAL_SENSITIVE';

export interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface DecisionOfPack {
  readonly id: string;
  readonly kind: string;
  readonly minuteRef: string;
  readonly reason: string | null;
  readonly newDueOn: LocalDate | null;
  readonly recordedAt: string;
  readonly subject: NamedRow;
}

export interface AgendaEntryOfPack {
  readonly kind: string;
  readonly why: string;
  readonly sinceOn: LocalDate | null;
  readonly subject:
    (NamedRow & { readonly action?: { readonly ref: string; readonly title: string }; readonly question?: string }) | null;
}

export interface MeetingOfPack {
  readonly committee: {
    readonly name: string;
    readonly isInvented: boolean;
    readonly chiefOfficersBody: string;
    readonly ratingLegend: {
      readonly colours: readonly { readonly colour: string; readonly label: string; readonly meaning: string }[];
    };
  };
  readonly meeting: {
    readonly id: string;
    readonly meetsOn: LocalDate;
    readonly meetsAt: string | null;
    readonly place: string | null;
    readonly status: string;
    readonly subgroup: { readonly name: string } | null;
    readonly sincePrevious: {
      readonly previous: { readonly meetsOn: LocalDate; readonly decisions: Page<DecisionOfPack> } | null;
    };
    readonly agenda: {
      readonly isKept: boolean;
      readonly counts: readonly { readonly kind: string; readonly count: number }[];
      readonly entries: readonly AgendaEntryOfPack[];
    };
  };
}

export interface SourceOfPack {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly marking: Marking;
  readonly publisher: string | null;
  readonly publishedYear: number | null;
  readonly attribution: string | null;
  readonly response: { readonly sentence: string };
}

export interface FindingOfPack {
  readonly id: string;
  readonly ref: string;
  readonly statement: string;
  readonly status: string;
  readonly statusReason: string | null;
  readonly noActionReason: string | null;
  readonly referredTo: string | null;
  readonly recordedAt: string;
  readonly source: { readonly id: string };
  readonly repeatOf: { readonly ref: string } | null;
  readonly primaryTheme: { readonly label: string } | null;
  readonly assurances: readonly { readonly meetingOn: LocalDate; readonly minuteRef: string }[];
}

export interface RecommendationOfPack {
  readonly id: string;
  readonly ref: string;
  readonly text: string;
  readonly status: string;
  readonly responseReason: string | null;
  readonly respondedOn: LocalDate | null;
  readonly progress: string | null;
  readonly progressRatedOn: LocalDate | null;
  readonly source: { readonly id: string };
}

interface Rated {
  readonly colour: string;
  readonly label: string;
  readonly text: string;
}

export interface ActionOfPack {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly status: string;
  readonly statusReason: string | null;
  readonly intendedOutcome: string | null;
  readonly leadRole: string | null;
  readonly leadAgency: { readonly name: string } | null;
  readonly originalDueOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly redateCount: number;
  readonly isOverdue: boolean;
  readonly rating: {
    readonly asAtOn: LocalDate;
    readonly category: string;
    readonly now: Rated;
    readonly againstOriginal: Rated;
  };
  readonly improvement: { readonly status: string; readonly reasons: readonly { readonly sentence: string }[] };
  readonly findings: Page<{ readonly id: string }>;
  readonly recommendations: Page<{ readonly id: string }>;
  readonly evidence: Page<{
    readonly kind: string;
    readonly description: string;
    readonly datedOn: LocalDate;
    readonly impactLevel: number;
  }>;
  readonly dueDateChanges: Page<{
    readonly fromOn: LocalDate;
    readonly toOn: LocalDate;
    readonly reason: string;
    readonly approvedBy: { readonly role: string };
  }>;
  readonly signOffs: readonly { readonly meetingOn: LocalDate; readonly minuteRef: string; readonly isOnAssertion: boolean }[];
}

export interface CycleOfPack {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly objective: string | null;
  readonly doStartedOn: LocalDate | null;
  readonly studiedOn: LocalDate | null;
  readonly decision: string | null;
  readonly learning: string | null;
  readonly nextStep: string | null;
  readonly recordedAt: string;
  readonly ramp: { readonly number: number; readonly title: string };
  readonly changeIdea: { readonly ref: string; readonly statement: string };
}

/** The lists of a pack, each whole. */
export interface ListsOfPack {
  readonly sources: readonly SourceOfPack[];
  readonly findings: readonly FindingOfPack[];
  readonly recommendations: readonly RecommendationOfPack[];
  readonly actions: readonly ActionOfPack[];
  readonly measures: readonly MeasureOfPack[];
  readonly cycles: readonly CycleOfPack[];
}

/** From where what changed is told: the last pack of the same body, or where there is none its last meeting. */
export interface SinceWhen {
  readonly packId: string | null;
  readonly sha256: string | null;
  readonly meetingId: string;
  readonly meetsOn: LocalDate;
  readonly moment: string;
  readonly seq: number;
}

/** All that a pack says. */
export interface PackContent extends ListsOfPack {
  readonly format: typeof PACK_FORMAT;
  readonly marking: Marking;
  readonly asAt: string;
  /** Both null in a draft. */
  readonly number: number | null;
  readonly previousSha256: string | null;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly since: SinceWhen | null;
  readonly changes: readonly Change[];
  readonly about: MeetingOfPack;
}

/** A pack is handled as the most sensitive source in it. */
export const markingOf = (sources: readonly Pick<SourceOfPack, 'marking'>[]): Marking =>
  sources.some(({ marking }) => marking === 'OFFICIAL_SENSITIVE') ? 'OFFICIAL_SENSITIVE' : 'OFFICIAL';

export const canonicalText = (content: PackContent): string => canonicalJson(content as unknown as Json);

export const contentOf = (text: string): PackContent => JSON.parse(text) as PackContent;
