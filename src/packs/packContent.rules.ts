import { canonicalJson, type Json } from '../kernel/canonicalJson';
import type { LocalDate } from '../kernel/localDate';
import type { Change, NamedRow } from './changeFacts.rules';
import type { MeasureOfPack } from './packMeasure.rules';
import type {
  ActionOfPack,
  BreakOfPack,
  CycleOfPack,
  FindingOfPack,
  Marking,
  Page,
  RecommendationOfPack,
  SourceOfPack,
  Withheld,
} from './packThread.rules';

/** The name of the recipe: raise it when a pack changes its shape. docs/packs.md says it in full. */
export const PACK_FORMAT = 'golden-thread-pack-1';

export interface DecisionOfPack {
  readonly withheld: Withheld | null;
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
  /** Null where it is withheld. */
  readonly why: string | null;
  readonly sinceOn: LocalDate | null;
  readonly subject: (NamedRow & { readonly action?: { readonly ref: string; readonly title: string | null } }) | null;
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
      readonly counts: readonly { readonly kind: string; readonly count: number | null }[];
      readonly entries: readonly AgendaEntryOfPack[];
    };
  };
}

/** The lists of a pack, each whole. */
export interface ListsOfPack {
  readonly sources: readonly SourceOfPack[];
  readonly findings: readonly FindingOfPack[];
  readonly recommendations: readonly RecommendationOfPack[];
  readonly actions: readonly ActionOfPack[];
  readonly measures: readonly MeasureOfPack[];
  readonly cycles: readonly CycleOfPack[];
  readonly breaks: readonly BreakOfPack[];
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
  /** The smallest count that is in it, where the committee keeps small numbers from some of its readers. */
  readonly smallestCountShown: number | null;
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
