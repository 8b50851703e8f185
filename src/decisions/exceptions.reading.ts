import { Action } from '../actions/action.entity';
import { openStatuses } from '../actions/action.rules';
import { DueDateChange, EvidenceItem, ProgressUpdate } from '../actions/actionRecord.entity';
import { allRatings, ratingOf } from '../actions/rating.reading';
import { RedateRequest } from '../actions/redateRequest.entity';
import { PdsaCycle } from '../cycles/cycle.entity';
import { PdsaRamp } from '../cycles/ramp.entity';
import { stalledWorkOf } from '../cycles/stalled.reading';
import { Finding } from '../findings/finding.entity';
import { dateInWords } from '../history/words.rules';
import { dateAt } from '../kernel/localDate';
import { Measure } from '../measures/measure.entity';
import { standingOfMeasure } from '../measures/measureStanding.reading';
import type { CommitteeRow } from '../store/row';
import type { RowReads } from '../store/rowReads';
import { ResponseBreak } from '../thread/threadBreak.type';
import { whyAction, type Why } from './agenda.rules';
import { Escalation } from './meetingDecision.entity';

/** Something that needs a meeting’s eye, as it stands now. */
export interface Exception extends Why {
  readonly subject: CommitteeRow;
}

/** All exceptions of the committee; the same for every meeting, so worked out once a request. */
export const exceptionsOf = (reads: RowReads, committeeId: string): Promise<Exception[]> =>
  reads.once('exceptions', async () => {
    const parts = [
      slipping(reads),
      requests(reads),
      escalated(reads),
      unanswered(reads),
      stalled(reads, committeeId),
      signals(reads),
    ];
    return (await Promise.all(parts)).flat();
  });

async function slipping(reads: RowReads): Promise<Exception[]> {
  const rated = await allRatings(reads);
  const found = rated.map(async ({ action, rating: { now, againstOriginal } }) => {
    const [forecast, changes, evidence, updates] = await Promise.all([
      ratingOf(reads, action, 'FORECAST_TO_DUE_DATE'),
      reads.children(DueDateChange, 'actionId', action.id),
      reads.children(EvidenceItem, 'actionId', action.id),
      reads.children(ProgressUpdate, 'actionId', action.id, ['recordedAt']),
    ]);
    const impactLevels = evidence.map(({ impactLevel }) => impactLevel);
    const confidence = updates.flatMap(({ confidence: colour, asAtOn }) => (colour ? [{ colour, asAtOn }] : [])).at(-1) ?? null;
    const facts = {
      ...action,
      redateCount: changes.length,
      impactLevels,
      now,
      againstOriginal,
      forecast: forecast.now,
      confidence,
    };
    return whyAction(facts, reads.today).map((why) => ({ ...why, subject: action }));
  });
  return (await Promise.all(found)).flat();
}

async function requests(reads: RowReads): Promise<Exception[]> {
  const waiting = (await reads.all(RedateRequest)).filter(({ status }) => status === 'WAITING');
  const found = waiting.map(async (request): Promise<Exception[]> => {
    const action = await reads.find(Action, request.actionId);
    if (!action?.dueOn || !openStatuses.includes(action.status)) return [];
    const why = `${action.ref} is due on ${dateInWords(action.dueOn)}; ${dateInWords(request.wantedOn)} is asked for.`;
    return [{ kind: 'DATE_CHANGE_REQUESTED', why, sinceOn: dateAt(request.recordedAt), subject: request }];
  });
  return (await Promise.all(found)).flat();
}

async function escalated(reads: RowReads): Promise<Exception[]> {
  const asked = (await reads.all(Escalation)).filter(({ status }) => status !== 'WITHDRAWN');
  return asked.map((escalation) => ({
    ...{ kind: 'ESCALATED', subject: escalation },
    why: escalation.answeredOn ? `Answered on ${dateInWords(escalation.answeredOn)}.` : 'Waits for an answer.',
    sinceOn: escalation.answeredOn ?? dateAt(escalation.recordedAt),
  }));
}

/** The same breaks of the thread as the audit of it has, so that an agenda and the audit agree. */
async function unanswered(reads: RowReads): Promise<Exception[]> {
  const found = (await reads.all(ResponseBreak)).map(async ({ rowId, sentence, sinceOn }): Promise<Exception[]> => {
    const finding = await reads.find(Finding, rowId);
    return finding ? [{ kind: 'NO_RESPONSE', why: sentence, sinceOn, subject: finding }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function stalled(reads: RowReads, committeeId: string): Promise<Exception[]> {
  const found = (await stalledWorkOf(reads, committeeId)).map(async ({ cycleId, rampId, sentence, dueOn }) => {
    const subject = cycleId ? await reads.find(PdsaCycle, cycleId) : await reads.find(PdsaRamp, rampId);
    return subject ? [{ kind: 'STALLED' as const, why: sentence, sinceOn: dueOn, subject }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function signals(reads: RowReads): Promise<Exception[]> {
  const measures = (await reads.all(Measure)).filter(({ status }) => status === 'ACTIVE');
  const found = measures.map(async (measure) => {
    const { signal, signalFrom, sentence } = await standingOfMeasure(reads, measure);
    return signal ? [{ kind: 'SIGNAL' as const, why: sentence, sinceOn: signalFrom, subject: measure }] : [];
  });
  return (await Promise.all(found)).flat();
}
