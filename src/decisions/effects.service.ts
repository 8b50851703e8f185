import { Action } from '../actions/action.entity';
import { reassignAction } from '../actions/action.service';
import {
  askForEvidence,
  redateAt,
  reopenAction,
  signOffAt,
  stopAction,
  supersedeAction,
} from '../actions/actionProgress.service';
import { wantedDate } from '../actions/redateRequest.service';
import { stopCycleEarly } from '../cycles/cycle.service';
import { Finding } from '../findings/finding.entity';
import { reopenFinding, supersedeFinding } from '../findings/finding.service';
import { ruleBroken } from '../kernel/errors';
import type { Meeting } from '../meetings/meeting.entity';
import type { MeetingDecisionKind } from '../meetings/meeting.enums';
import { retireMeasure } from '../measures/measure.service';
import { closeRecommendation, reopenRecommendation } from '../recommendations/recommendation.service';
import type { CommitteeRow, RowType } from '../store/row';
import type { Work } from '../store/work';
import type { RecordDecisionInput } from './decision.input';

/** A decision and the meeting that took it. */
export interface Deciding {
  readonly input: RecordDecisionInput;
  readonly meeting: Meeting;
}

/** Carries a decision out, by the verb that also does so between meetings where there is one. */
type Effect = (work: Work, deciding: Deciding) => Promise<unknown>;
type Effects = Partial<Record<MeetingDecisionKind, Effect>>;

const nothing: Effect = () => Promise.resolve();

/** What can be decided about anything, because nothing of it changes. */
const ofAll: Effects = { NOTE: nothing, CONTINUE: nothing, ESCALATE_TO_COG: nothing };

const based = ({ id, version }: RecordDecisionInput) => ({ id, version });
const forReason = ({ input }: Deciding) => ({ ...based(input), reason: input.reason ?? '' });

/** Looked up here, so that what is wrong with it is said of the field it was sent in. */
async function forSuccessor(work: Work, { input }: Deciding, type: RowType<CommitteeRow>) {
  const field = 'input.successorId';
  const successor = await work.store.get(type, input.successorId ?? '', field);
  if (successor.globalId === input.id) throw ruleBroken('decision.successor', 'Nothing goes on for itself.', field);
  return { ...based(input), supersededById: successor.globalId, reason: input.reason };
}

const ofActions: Effects = {
  ...ofAll,
  ACCEPT_COMPLETION: (work, { input, meeting }) => signOffAt(work, input, meeting),
  REQUEST_EVIDENCE: (work, deciding) => askForEvidence(work, forReason(deciding)),
  REVISE_DATE: async (work, { input, meeting }) => {
    const dueOn = input.dueOn ?? (await wantedDate(work, input));
    return redateAt(work, { ...based(input), dueOn, reason: input.reason ?? '' }, meeting);
  },
  REASSIGN: (work, { input }) => reassignAction(work, input),
  MERGE: async (work, deciding) => supersedeAction(work, await forSuccessor(work, deciding, Action)),
  STOP: (work, deciding) => stopAction(work, forReason(deciding)),
  REOPEN: (work, deciding) => reopenAction(work, forReason(deciding)),
};

const effects: Readonly<Record<string, Effects>> = {
  Action: ofActions,
  Finding: {
    ...ofAll,
    MERGE: async (work, deciding) => supersedeFinding(work, await forSuccessor(work, deciding, Finding)),
    REOPEN: (work, deciding) => reopenFinding(work, forReason(deciding)),
  },
  Recommendation: {
    ...ofAll,
    ACCEPT_COMPLETION: (work, { input }) => closeRecommendation(work, based(input)),
    REOPEN: (work, deciding) => reopenRecommendation(work, forReason(deciding)),
  },
  PdsaCycle: { ...ofAll, STOP: (work, deciding) => stopCycleEarly(work, forReason(deciding)) },
  Measure: { ...ofAll, STOP: (work, deciding) => retireMeasure(work, forReason(deciding)) },
  Plan: ofAll,
};

/** @throws RULE_BROKEN when this cannot be decided about such a thing */
export function effectOn(typeName: string, kind: MeetingDecisionKind): Effect {
  const possible = effects[typeName] ?? {};
  const effect = possible[kind];
  if (effect) return effect;
  const message = `${kind} cannot be decided about this; possible are ${Object.keys(possible).join(', ')}.`;
  throw ruleBroken('decision.unfit', message, 'input.kind');
}
