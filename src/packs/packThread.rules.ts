import type { LocalDate } from '../kernel/localDate';

export type Marking = 'OFFICIAL' | 'OFFICIAL_SENSITIVE';

export interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** That texts are left out, in a sentence; they are null then. */
export interface Withheld {
  readonly sentence: string;
}

export interface SourceOfPack {
  readonly withheld: Withheld | null;
  readonly id: string;
  readonly ref: string;
  readonly title: string | null;
  readonly kind: string;
  readonly status: string;
  readonly marking: Marking;
  readonly publisher: string | null;
  readonly publishedYear: number | null;
  readonly attribution: string | null;
  readonly response: { readonly sentence: string } | null;
}

export interface FindingOfPack {
  readonly withheld: Withheld | null;
  readonly id: string;
  readonly ref: string;
  readonly statement: string | null;
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
  readonly withheld: Withheld | null;
  readonly id: string;
  readonly ref: string;
  readonly text: string | null;
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
  readonly withheld: Withheld | null;
  readonly id: string;
  readonly ref: string;
  readonly title: string | null;
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
    readonly description: string | null;
    readonly datedOn: LocalDate;
    readonly impactLevel: number;
  }>;
  readonly dueDateChanges: Page<{
    readonly fromOn: LocalDate;
    readonly toOn: LocalDate;
    readonly reason: string | null;
    readonly approvedBy: { readonly role: string };
  }>;
  readonly signOffs: readonly { readonly meetingOn: LocalDate; readonly minuteRef: string; readonly isOnAssertion: boolean }[];
}

export interface CycleOfPack {
  readonly withheld: Withheld | null;
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
  readonly ramp: { readonly number: number; readonly title: string | null };
  readonly changeIdea: { readonly ref: string; readonly statement: string | null };
}

export interface BreakOfPack {
  readonly kind: string;
  readonly ref: string;
  readonly sentence: string;
  readonly sinceOn: LocalDate;
  readonly nextStep: string;
}
