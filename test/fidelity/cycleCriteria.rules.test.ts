import { cycleCriteria, type CycleCriterion, type FidelitySettings } from '../../src/fidelity/cycleCriteria.rules';
import type { CycleFacts, PredictionFacts } from '../../src/fidelity/cycleFacts.rules';
import type { LeftOutReason } from '../../src/fidelity/ratio.rules';
import { cycle, nextCycle, prediction, ramp } from './factMaking';

const settings: FidelitySettings = { today: '2026-09-15', nextCycleDays: 14 };

type Code = keyof typeof cycleCriteria;
type Answer = 'holds' | 'fails' | LeftOutReason;

function judge(code: Code, judged: CycleFacts, inRamp = ramp): Answer {
  const criterion: CycleCriterion = cycleCriteria[code];
  return criterion.unless(judged, settings) ?? (criterion.holds(judged, inRamp, settings) ? 'holds' : 'fails');
}

test.each(Object.keys(cycleCriteria) as Code[])('%s holds for a cycle that is as it should be', (code) => {
  expect(judge(code, cycle)).toBe('holds');
  expect(judge(code, nextCycle)).toBe('holds');
});

const predicted = (...differing: Partial<PredictionFacts>[]): Partial<CycleFacts> => ({
  predictions: differing.map((one) => ({ ...prediction, ...one })),
});
const cancelled: Partial<CycleFacts> = { status: 'CANCELLED', doStartedOn: null, decision: null };
const notBegun: Partial<CycleFacts> = { status: 'PLANNING', doStartedOn: null, decision: null };
const next = { id: 'd', plannedOn: '2026-05-17', learnedFromPrevious: 'Much' };

test.each<[Code, string, Partial<CycleFacts>, Answer]>([
  ['F1', 'with nothing planned', { objective: ' ', questionCount: 0, taskCount: 0, plannedDataCount: 0 }, 'fails'],
  ['F1', 'with planned data alone as its plan', { objective: null, questionCount: 0, taskCount: 0 }, 'holds'],
  ['F1', 'with nothing said of Do', { observationCount: 0, carriedOutAsPlanned: null }, 'fails'],
  ['F1', 'said not to have gone as planned', { observationCount: 0, carriedOutAsPlanned: false }, 'holds'],
  ['F1', 'with nothing learnt and nothing compared', { learning: '', ...predicted({ verdict: null }) }, 'fails'],
  ['F1', 'with predictions compared and no more learnt', { learning: null }, 'holds'],
  ['F1', 'without a decision', { decision: null }, 'fails'],
  ['F1', 'without the day of its plan', { plannedOn: null }, 'fails'],
  ['F1', 'in Act', { status: 'ACTING' }, 'UNDER_WAY'],
  ['F1', 'that was cancelled', cancelled, 'CANCELLED'],

  ['F2', 'all on one day', { ...onDay('2026-04-01') }, 'holds'],
  ['F2', 'planned after it began', { plannedOn: '2026-04-02' }, 'fails'],
  ['F2', 'ended before it began', { doEndedOn: '2026-03-31' }, 'fails'],
  ['F2', 'studied before it ended', { studiedOn: '2026-04-19' }, 'fails'],
  ['F2', 'acted on before it was studied', { actedOn: '2026-05-01' }, 'fails'],
  ['F2', 'of which a day is missing', { studiedOn: null }, 'DAY_MISSING'],
  ['F2', 'under way', { status: 'DOING' }, 'UNDER_WAY'],

  ['F3', 'without a question', { questionCount: 0 }, 'fails'],
  ['F3', 'not begun', notBegun, 'NOT_BEGUN'],
  ['F3', 'that was cancelled', cancelled, 'CANCELLED'],

  ['F4', 'without a prediction', { predictions: [] }, 'fails'],
  ['F4', 'not begun', { ...notBegun, predictions: [] }, 'NOT_BEGUN'],

  ['F5', 'predicted on the day it began', predicted({ recordedOn: '2026-04-01' }), 'holds'],
  ['F5', 'predicted the day after', predicted({}, { recordedOn: '2026-04-02' }), 'fails'],
  ['F5', 'logged on the day it began', { ...predicted({ recordedOn: '2026-04-01' }), recordedAfterTheFact: true }, 'fails'],
  ['F5', 'predicted earlier, its start recorded late', { recordedAfterTheFact: true }, 'holds'],
  ['F5', 'never sealed', { sealedAt: null }, 'fails'],
  ['F5', 'without a prediction', { predictions: [] }, 'NO_PREDICTION'],
  ['F5', 'not begun', notBegun, 'NOT_BEGUN'],

  ['F6', 'predicting a direction alone', predicted({ lower: null, upper: null }), 'holds'],
  ['F6', 'predicting a lower bound alone', predicted({ direction: null, upper: null }), 'holds'],
  ['F6', 'with one prediction in words and one to test', predicted({ measureId: null }, {}), 'holds'],
  ['F6', 'whose prediction names no measure', predicted({ measureId: null }), 'fails'],
  ['F6', 'whose prediction has no day', predicted({ horizonOn: null }), 'fails'],
  ['F6', 'whose prediction is for a day before the test began', predicted({ horizonOn: '2026-03-31' }), 'fails'],
  ['F6', 'whose prediction is for the day it began', predicted({ horizonOn: '2026-04-01' }), 'holds'],
  ['F6', 'with one prediction too early and one to test', predicted({ horizonOn: '2026-03-31' }, {}), 'holds'],
  ['F6', 'whose prediction says neither way nor range', predicted({ direction: null, lower: null, upper: null }), 'fails'],
  ['F6', 'that predicts no change of no stated width', predicted({ direction: 'NO_CHANGE', lower: null, upper: null }), 'fails'],
  ['F6', 'without a prediction', { predictions: [] }, 'NO_PREDICTION'],

  ['F7', 'with one prediction not compared', predicted({}, { verdict: null }), 'fails'],
  ['F7', 'said to be met where the data say not', predicted({ dataSay: 'NOT_MET' }), 'fails'],
  ['F7', 'said not to be met where the data say it was', predicted({ verdict: 'NOT_MET' }), 'fails'],
  ['F7', 'said to be past telling where the data tell', predicted({ verdict: 'CANNOT_TELL' }), 'fails'],
  ['F7', 'met in part', predicted({ verdict: 'PARTLY', dataSay: 'NOT_MET' }), 'holds'],
  ['F7', 'said to be met where the data cannot tell', predicted({ dataSay: 'CANNOT_TELL' }), 'holds'],
  ['F7', 'compared in words alone', predicted({ dataSay: null, verdict: 'NOT_MET' }), 'holds'],
  ['F7', 'without a prediction', { predictions: [] }, 'NO_PREDICTION'],
  ['F7', 'not studied', { studiedOn: null }, 'NOT_STUDIED'],

  ['F8', 'first, with a next one that cites nothing', { successors: [{ ...next, learnedFromPrevious: ' ' }] }, 'fails'],
  ['F8', 'first, with none after it', { successors: [] }, 'fails'],
  ['F8', 'later, citing nothing itself', { predecessorIds: ['b'] }, 'fails'],
  ['F8', 'not documented', { decision: null }, 'NOT_DOCUMENTED'],

  ['F9', 'adapted, the next planned on the last day', { successors: [next] }, 'holds'],
  ['F9', 'adapted, the next planned a day late', { successors: [{ ...next, plannedOn: '2026-05-18' }] }, 'fails'],
  ['F9', 'adapted, the next planned on no stated day', { successors: [{ ...next, plannedOn: null }] }, 'fails'],
  ['F9', 'adapted with no next', { successors: [] }, 'fails'],
  ['F9', 'adapted with no next, and time left', { successors: [], actedOn: '2026-09-01' }, 'NEXT_CYCLE_NOT_DUE'],
  ['F9', 'adapted with no next, and time just over', { successors: [], actedOn: '2026-08-31' }, 'fails'],
  ['F9', 'adapted on no stated day', { actedOn: null }, 'DAY_MISSING'],
  ['F9', 'adopted without a reason', { decision: 'ADOPT', rationale: null }, 'fails'],
  ['F9', 'abandoned with a reason', { decision: 'ABANDON', successors: [] }, 'holds'],
  ['F9', 'abandoned without a reason', { decision: 'ABANDON', rationale: ' ' }, 'fails'],
  ['F9', 'not decided on', { decision: null, status: 'ACTING' }, 'NOT_DECIDED'],
  ['F9', 'that was cancelled', cancelled, 'CANCELLED'],

  ['F12', 'with two changes', { changesAtOnce: 2 }, 'fails'],
  ['F12', 'of which nobody said', { changesAtOnce: null }, 'CHANGES_UNSAID'],
  ['F12', 'not begun', notBegun, 'NOT_BEGUN'],

  ['F20', 'with something unexpected', { unexpectedSeen: true }, 'holds'],
  ['F20', 'of which nobody said', { unexpectedSeen: null }, 'fails'],
  ['F20', 'still in Do', { doEndedOn: null }, 'DO_NOT_ENDED'],
  ['F20', 'not begun', notBegun, 'NOT_BEGUN'],
])('%s for a cycle %s', (code, _, differing, answer) => {
  expect(judge(code, { ...cycle, ...differing })).toBe(answer);
});

function onDay(day: string): Partial<CycleFacts> {
  return { plannedOn: day, doStartedOn: day, doEndedOn: day, studiedOn: day, actedOn: day };
}

test('F8 fails in a ramp where only one cycle is documented, however many there are', () => {
  const alone = { ...ramp, cycles: [cycle, { ...nextCycle, decision: null }] };
  expect(judge('F8', cycle, alone)).toBe('fails');
});
