import type { CycleFacts, MeasureFacts, PredictionFacts, RampFacts } from '../../src/fidelity/cycleFacts.rules';

/** A prediction that meets every criterion of its kind. */
export const prediction: PredictionFacts = {
  recordedOn: '2026-03-01',
  measureId: 'm',
  direction: 'INCREASE',
  lower: 70,
  upper: 90,
  horizonOn: '2026-04-30',
  confidence: 0.8,
  verdict: 'MET',
  dataSay: 'MET',
  observedValue: 80,
};

/** A cycle that meets every criterion. */
export const cycle: CycleFacts = {
  id: 'c',
  leadMemberId: null,
  status: 'CLOSED',
  intent: 'TEST_CHANGE',
  scale: 'SINGLE',
  objective: 'To see whether a diary hold helps',
  questionCount: 1,
  taskCount: 1,
  plannedDataCount: 1,
  predictions: [prediction],
  changesAtOnce: 1,
  observationCount: 1,
  carriedOutAsPlanned: true,
  unexpectedSeen: false,
  learning: 'It does',
  decision: 'ADAPT',
  rationale: 'One chair is not three',
  plannedOn: '2026-03-01',
  doStartedOn: '2026-04-01',
  doEndedOn: '2026-04-20',
  studiedOn: '2026-05-02',
  actedOn: '2026-05-03',
  sealedAt: new Date('2026-04-01T09:00:00Z'),
  recordedAfterTheFact: false,
  predecessorIds: [],
  learnedFromPrevious: null,
  successors: [{ id: 'd', plannedOn: '2026-05-10', learnedFromPrevious: 'A hold works for one chair' }],
};

export const nextCycle: CycleFacts = {
  ...cycle,
  id: 'd',
  scale: 'SMALL',
  decision: 'ADOPT',
  plannedOn: '2026-05-10',
  doStartedOn: '2026-05-15',
  doEndedOn: '2026-06-01',
  studiedOn: '2026-06-05',
  actedOn: '2026-06-10',
  predecessorIds: ['c'],
  learnedFromPrevious: 'A hold works for one chair',
  predictions: [{ ...prediction, recordedOn: '2026-05-10', horizonOn: '2026-05-31' }],
  successors: [],
};

const months = ['01', '02', '03', '04', '05'];

export const monthly: MeasureFacts = {
  id: 'm',
  frequency: 'MONTHLY',
  points: months.map((month) => ({ periodStart: `2026-${month}-01`, periodEnd: `2026-${month}-28` })),
  readByRule: true,
};

/** A ramp that meets every criterion. */
export const ramp: RampFacts = {
  id: 'r',
  cycles: [cycle, nextCycle],
  measures: [monthly],
  hasTheory: true,
  aims: [{ hasNumericTarget: true, hasDate: true }],
};
