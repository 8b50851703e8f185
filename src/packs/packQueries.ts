import { MOST_INSIDE } from './packWhole.rules';

/*
 * What a pack says is the answers to these queries as at its moment, so that there is one definition of every number. Anybody who may
 * read the committee's content can ask them again; docs/packs.md says how. A list is asked for page by page, and its pages make one list.
 */

const meeting = `query PackMeeting($meetingId: ID!) {
  committee { id name kind chiefOfficersBody isInvented ratingLegend { colours { colour label meaning } } }
  meeting: node(id: $meetingId) {
    ... on Meeting {
      id kind meetsOn meetsAt place status heldAt
      subgroup { id name }
      sincePrevious {
        previous {
          id meetsOn
          decisions(first: ${MOST_INSIDE}) {
            nodes { id kind minuteRef reason newDueOn subjectVersion recordedAt subject { id ...Named } withheld { sentence } }
            pageInfo { hasNextPage }
          }
        }
      }
      agenda {
        isKept keptAt
        counts { kind count }
        entries {
          kind why sinceOn subjectVersion
          subject { id ...Named ... on RedateRequest { action { ref title } } }
        }
      }
    }
  }
}
${named()}`;

const sources = `query PackSources($first: Int!, $after: String) {
  list: learningSources(first: $first, after: $after) {
    nodes { id ref title kind status statusReason marking publisher publishedYear url attribution response { sentence } withheld { sentence } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const findings = `query PackFindings($first: Int!, $after: String) {
  list: findings(first: $first, after: $after) {
    nodes {
      id ref statement why kind polarity level status statusReason noActionReason referredTo recordedAt
      source { id } repeatOf { id ref } primaryTheme { code label } assurances { id meetingOn minuteRef } withheld { sentence }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const recommendations = `query PackRecommendations($first: Int!, $after: String) {
  list: recommendations(first: $first, after: $after) {
    nodes {
      id ref text addressee status statusReason responseReason respondedOn progress progressRatedOn recordedAt
      source { id } findings(first: ${MOST_INSIDE}) { nodes { id } pageInfo { hasNextPage } } withheld { sentence }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const actions = `query PackActions($first: Int!, $after: String) {
  list: actions(first: $first, after: $after) {
    nodes {
      id ref title status statusReason changeType intendedOutcome leadRole leadAgency { name }
      originalDueOn dueOn redateCount isOverdue startedOn completedOn reviewOn
      rating { asAtOn basis category now { colour label text } againstOriginal { colour label text } }
      improvement { status reasons { sentence } }
      findings(first: ${MOST_INSIDE}) { nodes { id } pageInfo { hasNextPage } }
      recommendations(first: ${MOST_INSIDE}) { nodes { id } pageInfo { hasNextPage } }
      evidence(first: ${MOST_INSIDE}) { nodes { id kind description datedOn impactLevel withheld { sentence } } pageInfo { hasNextPage } }
      dueDateChanges(first: ${MOST_INSIDE}) { nodes { id fromOn toOn reason approvedBy { role } recordedAt withheld { sentence } } pageInfo { hasNextPage } }
      signOffs { id meetingOn minuteRef isOnAssertion highestImpactLevel stands }
      measures(first: ${MOST_INSIDE}) { nodes { id } pageInfo { hasNextPage } }
      withheld { sentence }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const measures = `query PackMeasures($first: Int!, $after: String) {
  list: measures(first: $first, after: $after, filter: { statuses: [ACTIVE] }) {
    nodes {
      id ref name kind
      definition { number statement effectiveFrom dataSource }
      standing { signal signalFromOn lastPeriodEndsOn isSilent sentence }
      chart {
        title kind ruleSet unit directionOfGood target summary variationIcon assuranceIcon
        points {
          period label periodStartsOn periodEndsOn value missingReason status phase isInBaseline excludedBecause
          centre lowerLimit upperLimit lowerTwoSigma upperTwoSigma lowerOneSigma upperOneSigma
          signals { rule side meaning } disclosure { sentence }
        }
        phases { number from reason }
        cycles { label title fromOn toOn }
        notes { markedOn text }
        warnings { code message }
        provenance { ruleSetVersion }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const cycles = `query PackCycles($first: Int!, $after: String) {
  list: pdsaCycles(first: $first, after: $after) {
    nodes {
      id label status objective scale plannedOn doStartedOn studiedOn actedOn decision learning nextStep recordedAt
      ramp { number title } changeIdea { ref statement } withheld { sentence }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const breaks = `query PackBreaks($first: Int!, $after: String) {
  list: threadBreaks(first: $first, after: $after) {
    nodes { kind ref sentence sinceOn nextStep }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const meetingQuery = meeting;

/** Each list of a pack, by the name it has there. */
export const listQueries = { sources, findings, recommendations, actions, measures, cycles, breaks } as const;

export type PackList = keyof typeof listQueries;

/** What changed is told from the events between two heads of the chain. */
export const eventsQuery = `query PackEvents($afterSeq: Int!, $upToSeq: Int!, $first: Int!, $after: String) {
  list: events(first: $first, after: $after, filter: { afterSeq: $afterSeq, upToSeq: $upToSeq }) {
    nodes {
      seq moment sentence
      changes { typeName kind row { id ...Owned } fields { field before after } }
    }
    pageInfo { hasNextPage endCursor }
  }
}
${named()}
fragment Owned on Node {
  ...Named
  ... on EvidenceItem { action { id ...Named } }
  ... on ProgressUpdate { action { id ...Named } }
  ... on Milestone { action { id ...Named } }
  ... on Contribution { action { id ...Named } }
  ... on SignOff { action { id ...Named } }
  ... on DueDateChange { reason approvedBy { role } action { id ...Named } }
  ... on FindingAssurance { finding { id ...Named } }
  ... on MeetingDecision { subject { id ...Named } }
  ... on DataPoint { measure { id ...Named } }
  ... on MeasureDefinition { measure { id ...Named } }
  ... on ChartMark { measure { id ...Named } }
}`;

/** What each measure in use says, to be compared with what it said at the last pack. */
export const standingsQuery = `query PackStandings($first: Int!, $after: String) {
  list: measures(first: $first, after: $after, filter: { statuses: [ACTIVE] }) {
    nodes { id ref name standing { signal signalFromOn sentence } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** How people call a thing. */
function named(): string {
  return `fragment Named on Node {
  __typename
  ... on Versioned { withheld { sentence } }
  ... on LearningSource { ref title }
  ... on Finding { ref title: statement }
  ... on Recommendation { ref title: text }
  ... on Action { ref title }
  ... on Measure { ref label: name }
  ... on ChangeIdea { ref title: statement }
  ... on PdsaCycle { ref: label title: objective }
  ... on PdsaRamp { title }
  ... on Plan { label: title }
  ... on Aim { label: statement }
  ... on Meeting { day: meetsOn subgroup { name } }
  ... on Subgroup { label: name }
  ... on Escalation { title: question decided: decision { subject { __typename id ... on Finding { ref } ... on Recommendation { ref } ... on Action { ref } ... on Measure { ref } ... on PdsaCycle { ref: label } ... on Plan { label: title } } } }
  ... on RedateRequest { title: reason asksFor: action { __typename id ref } }
}`;
}
