/**
 * Every field of the API that is a number, or a text that the service words itself and that may hold one, with how it leaves the
 * service to readers below analyst. What people typed (titles, narrative) has its own guard and is not listed.
 */
export interface Treatment {
  readonly how: string;
  readonly fields: readonly string[];
}

/** Hidden where small, and told so by the field named beside it. */
export const protectedFields: Readonly<Record<string, string>> = {
  'DataPoint.value': 'disclosure',
  'DataPoint.numerator': 'disclosure',
  'DataPoint.denominator': 'disclosure',
  'DataPointRevision.value': 'disclosure',
  'DataPointRevision.numerator': 'disclosure',
  'DataPointRevision.denominator': 'disclosure',
  'ChartPoint.value': 'disclosure',
  'ChartPoint.numerator': 'disclosure',
  'ChartPoint.denominator': 'disclosure',
  'PredictionDataOutcome.observedValue': 'disclosure',
  'Measure.centreLine': 'centreLineDisclosure',
  'Aim.baselineValue': 'baselineDisclosure',
  'PdsaCycle.childrenOrEpisodes': 'disclosure',
  'PlanSeal.canonicalText': 'disclosure',
  'PlanSeal.sha256': 'disclosure',
  'AuditFacts.sampleSize': 'disclosure',
  'AuditFacts.compliantCount': 'disclosure',
  'ConsultationFacts.respondents': 'disclosure',
  'ConsultationFacts.invited': 'disclosure',
  'Event.hash': 'disclosure',
  'StatusSummary.total': 'totalDisclosure',
  'StatusSummary.overdue': 'overdueDisclosure',
  'SummaryGroup.count': 'countDisclosure',
  'SummaryGroup.overdue': 'overdueDisclosure',
  'AgendaCount.count': 'countDisclosure',
  'AgendaItem.why': 'disclosure',
};

/** Lists whose rows are no work of a committee's, or are about whoever asks: how many there are is told to all. */
export const openLists: readonly string[] = [
  ...['HeldItem', 'Committee', 'Agency', 'Theme', 'QualityIndicator', 'Member', 'ServiceAccount', 'SharedIdea'],
];

/** Lists that tell nobody how many there are: they reach into other committees. */
export const untoldLists: readonly string[] = ['AgencyAction'];

const of = (type: string, ...names: string[]): string[] => names.map((name) => `${type}.${name}`);

export const otherFields: readonly Treatment[] = [
  {
    how: 'worked out from figures as the reader may see them, so that it cannot depend on a hidden one',
    fields: [
      ...of('PredictionDataOutcome', 'baseline', 'sentence'),
      ...of('AttributionStretch', 'median', 'points'),
      ...of('ChartPoint', 'centre', 'sigma', 'lowerLimit', 'upperLimit', 'lowerOneSigma', 'upperOneSigma'),
      ...of('ChartPoint', 'lowerTwoSigma', 'upperTwoSigma', 'subgroupSize', 'missingReason'),
      ...of('ChartPhase', 'centre', 'points', 'usefulObservations', 'longestRun', 'longestRunExpected', 'crossings', 'runs'),
      ...of('ChartPhase', 'fewestCrossingsExpected', 'fewestRunsExpected', 'mostRunsExpected'),
      ...of('ChartSignal', 'points', 'sentence'),
      ...of('ChartBaseline', 'values'),
      ...of('ChartProvenance', 'usefulObservations', 'givenCentreLine', 'gaps', 'suppressedPeriods'),
      ...of('Chart', 'summary', 'svg', 'png', 'page'),
      ...['MeasureStanding.sentence', 'ImprovementReason.sentence', 'AttributionCaution.sentence', 'ChartWarning.message'],
      ...['ChartWarning.periods', 'ChartSuggestion.reason', 'MakingDataCountPoint.label'],
    ],
  },
  {
    how: 'reached through `fidelity` and `calibration` only, which are null for readers below analyst, or shown as one’s own practice',
    fields: [
      ...of('FidelityProfile', 'cycles', 'ramps'),
      ...of('FidelityCriterion', 'numerator', 'denominator', 'percentage', 'leftOutCount', 'name', 'question'),
      ...of('FidelityDays', 'count', 'median'),
      ...of('RampDayCount', 'count', 'median'),
      ...of('PublishedRatio', 'numerator', 'denominator', 'percentage', 'question'),
      ...of('PublishedShare', 'numerator', 'denominator', 'percentage', 'source'),
      ...of('Calibration', 'brierCount', 'brierScore'),
      ...of('ConfidenceBand', 'from', 'to', 'meanConfidence'),
      ...of('CountedShare', 'numerator', 'denominator', 'percentage'),
      ...of('VerdictCounts', 'met', 'partly', 'notMet', 'cannotTell'),
      'FidelityLeftOut.sentence',
    ],
  },
  {
    how: 'reached through `coverage` only, which is null for readers below analyst, as `coverageDisclosure` says',
    fields: [
      ...of('CoverageFunnel', 'found', 'accepted', 'withResponse', 'withAction', 'withEvidence', 'withImpact'),
      ...of('FindingCoverage', 'actions', 'actionsDone', 'actionsOverdue', 'highestEvidenceLevel'),
    ],
  },
  {
    how: 'reached through `response` only, which is null for readers below analyst, as `responseDisclosure` says',
    fields: [
      ...of('SourceResponse', 'live', 'proposed', 'givenUp', 'personDependent', 'intermediate', 'system', 'sentence'),
      'ResponseByChangeType.count',
    ],
  },
  {
    how: 'reached through `closureLedger` only, which is refused to readers below analyst',
    fields: [
      ...of('ClosureLedger', 'closures', 'onAssertion', 'reopened'),
      ...['ClosuresByKind.closures', 'ClosuresByLevel.closures', 'ClosuresByLevel.level'],
    ],
  },
  {
    how: 'reached through `threadAudit` and `repeatThemes` only, which are refused to readers below analyst',
    fields: [
      ...['ThreadAudit.total', 'ThreadBreakCount.count', 'SourceBreakCount.count'],
      ...of('RepeatTheme', 'findings', 'firstYear', 'lastYear', 'recurrences'),
      ...of('ThemeOfSource', 'findings', 'year'),
    ],
  },
  {
    how: 'reached through `heldAbout` only, which is for stewards, and for each about themselves; facts that may be hidden are left out for readers below analyst',
    fields: [
      ...of('HeldSection', 'typeName', 'as', 'count'),
      ...of('HeldItem', 'typeName', 'as', 'sentence'),
      ...of('HeldFact', 'field', 'value'),
    ],
  },
  {
    how: 'how often an agency read what is shared with it, for the committee that shares',
    fields: of('SharingUse', 'reads', 'rowsGiven'),
  },
  {
    how: 'days between two days that are shown beside them, or how many texts of one record were erased: never of children',
    fields: [...of('Recurrence', 'days', 'sentence'), 'Disposal.certificate'],
  },
  {
    how: 'days past or before a date that is shown beside it, or how often people did something to the one record; of figures as the reader may see them',
    fields: ['AgendaEntry.why', 'RatingAgainstDate.sentence'],
  },
  {
    how: 'read for a pack as those who see least of it, and refused to readers below analyst where it was sealed with more',
    fields: [
      ...of('Pack', 'canonicalText', 'page'),
      ...of('PackDraft', 'canonicalText', 'page'),
      ...of('PackChange', 'sentence', 'from', 'to', 'reason'),
      ...of('ChangeSubject', 'typeName', 'ref', 'title'),
    ],
  },
  {
    how: 'refused to readers below analyst',
    fields: [...of('FieldChange', 'field', 'before', 'after'), 'EventChange.typeName', 'Event.sentence'],
  },
  {
    how: 'written to be shared with every committee: counts of areas, cycles and generations, never of children',
    fields: [
      ...of('IdeaSpread', 'areas', 'areasAdopted', 'areasGivenUp', 'areasHeld', 'areasTried', 'sentence'),
      ...of('IdeaUptake', 'cyclesAbandoned', 'cyclesAdapted', 'cyclesAdopted', 'cyclesClosed', 'generation'),
    ],
  },
  {
    how: 'what people intend, expect or judge: no count of anything',
    fields: [
      ...['Aim.targetValue', 'Chart.target', 'MeasureDefinition.goalValue', 'MeasureDefinition.multiplier', 'Evaluation.grade'],
      ...of('Prediction', 'confidence', 'expectedValue', 'lower', 'upper'),
      ...['SignOff.highestImpactLevel', 'SignOff.highestImpactLevelSince', 'EvidenceAtClosure.highestImpactLevel'],
      ...['EvidenceItem.impactLevel', 'ProgressAssessment.score', 'ProgressStep.score', 'PdsaCycle.scaleRank'],
    ],
  },
  {
    how: 'how adults at work arrange a test, or how often people did something to the one record that is read',
    fields: [
      ...of('PdsaCycle', 'changesAtOnce', 'sites', 'staff', 'teams'),
      ...['Action.redateCount', 'DataRevision.versions', 'Evaluation.indicatorCount', 'EvidenceAtClosure.count'],
    ],
  },
  {
    how: 'a number, place or edition given to a record, or a year',
    fields: [
      ...['PdsaRamp.number', 'MeasureDefinition.number', 'DataPointRevision.number', 'TheoryVersion.number', 'ChartPhase.number'],
      ...['ChartPoint.phase', 'ChartSignal.phase', 'ChartBaseline.phase', 'ChartWarning.phase', 'Event.seq'],
      ...['Pack.number', 'Pack.headSeq', 'Changes.fromSeq', 'Changes.toSeq', 'PackChange.eventSeqs'],
      ...['Plan.edition', 'PlanDecision.edition', 'PlanDecision.planVersion', 'SignOff.actionVersion'],
      ...['MeetingDecision.subjectVersion', 'AgendaItem.subjectVersion', 'AgendaEntry.subjectVersion'],
      ...['FindingAssurance.findingVersion', 'LearningSource.publishedYear', 'QualityFramework.publishedYear'],
      ...of('ReviewFacts', 'decisionYear', 'subjectYear'),
    ],
  },
  {
    how: 'settings and constants of a method',
    fields: [
      ...of('CommitteeSettings', 'adaptDays', 'dataDays', 'ladderTests', 'sustainMonths', 'smallestCountShown'),
      ...of('RatingLegend', 'amberDays', 'graceDays', 'quietDays'),
      'RetentionRule.periodMonths',
      ...['Action.sustainMonths', 'ChartConstant.value', 'ChartConstant.name', 'ChartProvenance.multiplier'],
      ...['ChartRebase.baselinePoints', 'ChartRebase.runLength', 'RuleInForce.rule', 'RuleInForce.meaning'],
      ...of('ChartProvenance', 'ruleSetVersion', 'methodVersion'),
      ...of('ProgressStep', 'name', 'definition'),
    ],
  },
  {
    how: 'words of the service, or of people, without a count in them',
    fields: [
      ...of('Chart', 'title', 'unit', 'address'),
      ...of('ChartPoint', 'period', 'label', 'excludedBecause'),
      ...of('ChartPhase', 'from', 'to', 'reason'),
      ...of('ChartSignal', 'from', 'to'),
      ...of('ChartBaseline', 'from', 'to'),
      ...of('ChartExclusion', 'period', 'reason'),
      ...of('ChartCycle', 'label', 'title'),
      ...['ChartNote.text', 'TheoryVersion.svg', 'ChangeIdea.adaptation', 'PdsaCycle.label', 'PdsaCycle.fidelityWithheldBecause'],
      ...['Practice.withheldBecause', 'MissingAimPart.sentence', 'MissingMeasureKind.sentence', 'StalledWork.sentence'],
      ...['CycleAdvice.sentence', 'Disclosure.sentence', 'SummaryGroup.key', 'SummaryGroup.label', 'IssuedServiceKeyPayload.key'],
      ...of('RatingAgainstDate', 'label', 'text'),
      ...of('PageInfo', 'startCursor', 'endCursor'),
      ...of('Allowance', 'rule', 'reason'),
      ...of('ThreadBreak', 'ref', 'nextStep', 'sentence'),
      ...of('TextPlace', 'typeName', 'fieldName'),
      ...of('Withheld', 'fields', 'sentence'),
      ...['Pack.address', 'AgencyMilestone.title', 'RestrictedRead.typeName', 'TextWarning.field'],
    ],
  },
];
