import { canonicalJson, type Json } from '../kernel/canonicalJson';

/** The name of the recipe: raise it when the sealed plan changes its shape. The README and examples/verifySeal.mjs say it in full. */
export const SEAL_RECIPE = 'golden-thread-plan-1';

interface Named {
  readonly globalId: string;
}

type CycleFacts = Readonly<Record<(typeof plannedFacts)[number], string | number | boolean | null>>;

/** The facts of a cycle that are its plan, by their names in the API. */
const plannedFacts = [
  ...([
    'intent',
    'objective',
    'scale',
    'childrenOrEpisodes',
    'staff',
    'teams',
    'sites',
    'degreeOfBelief',
    'costOfFailure',
  ] as const),
  ...(['readiness', 'changesAtOnce', 'learnedFromPrevious', 'ladderReason', 'lowersStatutorySafeguard'] as const),
  ...(['plannedOn', 'plannedEndOn', 'doStartedOn', 'recordedAfterTheFact'] as const),
] as const;

export interface PredictionToSeal {
  readonly text: string;
  readonly measure: Named | null;
  readonly direction: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly expectedValue: number | null;
  readonly horizonOn: string | null;
  readonly confidence: number | null;
}

/** A plan with all its parts, each list in the order in which the API gives it. */
export interface PlanToSeal {
  readonly cycle: Named & CycleFacts & { readonly doStartedAt: Date };
  readonly ramp: Named;
  readonly lead: Named | null;
  readonly questions: readonly { readonly text: string; readonly predictions: readonly PredictionToSeal[] }[];
  readonly tasks: readonly Readonly<Record<'what' | 'who' | 'whenOn' | 'whenText' | 'place', string | null>>[];
  readonly plannedData: readonly ({ readonly measure: Named | null } & Readonly<
    Record<'what' | 'how' | 'collector', string | null>
  >)[];
  readonly measures: readonly Named[];
  readonly predecessors: readonly Named[];
}

/** What is sealed: exactly the answer to examples/sealedPlan.graphql, without the seal itself. */
export function sealedText({ cycle, ramp, lead, ...parts }: PlanToSeal): string {
  return canonicalJson({
    id: cycle.globalId,
    ramp: named(ramp),
    lead: lead && named(lead),
    ...Object.fromEntries(plannedFacts.map((fact) => [fact, cycle[fact]])),
    doStartedAt: cycle.doStartedAt.toISOString(),
    questions: parts.questions.map(({ text, predictions }) => ({ text, predictions: predictions.map(sealedPrediction) })),
    tasks: parts.tasks.map(({ what, who, whenOn, whenText, place }) => ({ what, who, whenOn, whenText, place })),
    plannedData: parts.plannedData.map(({ what, how, collector, measure }) => ({
      what,
      how,
      collector,
      measure: measure && named(measure),
    })),
    measures: parts.measures.map(named),
    predecessors: parts.predecessors.map(named),
  });
}

const named = ({ globalId }: Named): Json => ({ id: globalId });

const sealedPrediction = ({
  text,
  measure,
  direction,
  lower,
  upper,
  expectedValue,
  horizonOn,
  confidence,
}: PredictionToSeal): Json => ({
  ...{ text, direction, lower, upper, expectedValue, horizonOn, confidence },
  measure: measure && named(measure),
});
