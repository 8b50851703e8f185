import { type Permission, statesOf, whyNot } from '../access/policy';
import { Action } from '../actions/action.entity';
import { actionPolicy } from '../actions/action.policy';
import { requireGoesOn } from '../actions/action.rules';
import { reassignAction } from '../actions/action.service';
import {
  askForEvidence,
  redateAt,
  reopenAction,
  signOffAt,
  stopAction,
  supersedeAction,
} from '../actions/actionProgress.service';
import { refuseWaiting, wantedDate } from '../actions/redateRequest.service';
import { PdsaCycle } from '../cycles/cycle.entity';
import { cyclePolicy } from '../cycles/cycle.policy';
import { stopCycleEarly } from '../cycles/cycle.service';
import { Finding } from '../findings/finding.entity';
import { findingPolicy } from '../findings/finding.policy';
import { reopenFinding, supersedeFinding } from '../findings/finding.service';
import { dateInWords } from '../history/words.rules';
import { ruleBroken } from '../kernel/errors';
import type { Meeting } from '../meetings/meeting.entity';
import type { MeetingDecisionKind } from '../meetings/meeting.enums';
import { measurePolicy } from '../measures/measure.policy';
import { retireMeasure } from '../measures/measure.service';
import { recommendationPolicy } from '../recommendations/recommendation.policy';
import { closeRecommendation, reopenRecommendation } from '../recommendations/recommendation.service';
import type { CommitteeRow, RowType } from '../store/row';
import type { Work } from '../store/work';
import type { RecordDecisionInput } from './decision.input';
import { requireTimely, type Presupposed } from './decision.rules';

/** A decision and the meeting that took it. */
export interface Deciding {
  readonly input: RecordDecisionInput;
  readonly meeting: Meeting;
  /** The field in which the meeting was named. */
  readonly meetingField: string;
}

/** Carries a decision out, by the verb that also does so between meetings where there is one, under what that verb asks of the thing. */
interface Effect {
  readonly asks: Pick<Permission, 'provided'>;
  readonly does: (work: Work, deciding: Deciding) => Promise<unknown>;
  /** What must have happened by the day of the meeting. */
  readonly after?: (row: CommitteeRow) => Presupposed;
}
type Effects = Partial<Record<MeetingDecisionKind, Effect>>;

/** What must be so of the thing; who decides is settled by the meeting. */
const byMeeting = (permission: Permission, does: Effect['does']): Effect => ({ asks: statesOf(permission), does });

const nothing: Effect = { asks: { provided: [] }, does: () => Promise.resolve() };

const completion = (row: CommitteeRow): Presupposed => ({
  what: 'This action was done',
  on: row instanceof Action ? row.completedOn : null,
});

const beginOfTest = (row: CommitteeRow): Presupposed => ({
  what: 'This test began',
  on: row instanceof PdsaCycle ? row.doStartedOn : null,
});

/** What can be decided about anything, because nothing of it changes. */
const ofAll: Effects = { NOTE: nothing, CONTINUE: nothing, ESCALATE_TO_COG: nothing };

const based = ({ id, version }: RecordDecisionInput) => ({ id, version });
const forReason = ({ input }: Deciding) => ({ ...based(input), reason: input.reason ?? '' });

/** Looked up here, so that what is wrong with it is said of the field it was sent in. */
async function forSuccessor(work: Work, { input }: Deciding, type: RowType<CommitteeRow>) {
  const field = 'input.successorId';
  const successor = await work.store.get(type, input.successorId ?? '', field);
  if (successor.globalId === input.id) throw ruleBroken('decision.successor', 'Nothing goes on for itself.', field);
  if (successor instanceof Action) requireGoesOn(successor, field);
  return { ...based(input), supersededById: successor.globalId, reason: input.reason };
}

const ofActions: Effects = {
  ...ofAll,
  CONTINUE: {
    ...nothing,
    does: async (work, { input, meeting }) => {
      const decided = `The meeting of ${dateInWords(meeting.meetsOn)} decided that it goes on as it is (minute ${input.minuteRef}).`;
      const by = { settledById: meeting.chairId ?? work.actor.id, settledReason: input.reason ?? decided };
      await refuseWaiting(work, await work.store.get(Action, input.id, 'input.id'), by);
    },
  },
  // Whoever signs off must be independent of the action, whatever the meeting.
  ACCEPT_COMPLETION: {
    asks: actionPolicy.signOffAction,
    does: (work, { input, meeting }) => signOffAt(work, input, meeting),
    after: completion,
  },
  REQUEST_EVIDENCE: {
    ...byMeeting(actionPolicy.askForEvidence, (work, deciding) => askForEvidence(work, forReason(deciding))),
    after: completion,
  },
  REVISE_DATE: byMeeting(actionPolicy.redateAction, async (work, { input, meeting }) => {
    const dueOn = input.dueOn ?? (await wantedDate(work, input));
    return redateAt(work, { ...based(input), dueOn, reason: input.reason ?? '' }, meeting);
  }),
  REASSIGN: { ...nothing, does: (work, { input }) => reassignAction(work, input) },
  MERGE: byMeeting(actionPolicy.supersedeAction, async (work, deciding) =>
    supersedeAction(work, await forSuccessor(work, deciding, Action), deciding.meeting.chairId),
  ),
  STOP: byMeeting(actionPolicy.stopAction, (work, deciding) => stopAction(work, forReason(deciding), deciding.meeting.chairId)),
  REOPEN: {
    ...byMeeting(actionPolicy.reopenAction, (work, deciding) => reopenAction(work, forReason(deciding))),
    after: completion,
  },
};

const ofFindings: Effects = {
  ...ofAll,
  MERGE: byMeeting(findingPolicy.supersedeFinding, async (work, deciding) =>
    supersedeFinding(work, await forSuccessor(work, deciding, Finding)),
  ),
  REOPEN: byMeeting(findingPolicy.reopenFinding, (work, deciding) => reopenFinding(work, forReason(deciding))),
};

const ofRecommendations: Effects = {
  ...ofAll,
  ACCEPT_COMPLETION: byMeeting(recommendationPolicy.closeRecommendation, (work, { input }) =>
    closeRecommendation(work, based(input)),
  ),
  REOPEN: byMeeting(recommendationPolicy.reopenRecommendation, (work, deciding) =>
    reopenRecommendation(work, forReason(deciding)),
  ),
};

const effects: Readonly<Record<string, Effects>> = {
  Action: ofActions,
  Finding: ofFindings,
  Recommendation: ofRecommendations,
  PdsaCycle: {
    ...ofAll,
    STOP: {
      ...byMeeting(cyclePolicy.stopCycleEarly, (work, deciding) => stopCycleEarly(work, forReason(deciding))),
      after: beginOfTest,
    },
  },
  Measure: {
    ...ofAll,
    STOP: byMeeting(measurePolicy.retireMeasure, (work, deciding) => retireMeasure(work, forReason(deciding))),
  },
  Plan: ofAll,
};

/** @throws RULE_BROKEN when this cannot be decided about such a thing, or not as it stands */
export async function carryOut(work: Work, row: CommitteeRow, deciding: Deciding): Promise<void> {
  const effect = effectOn(row.constructor.name, deciding.input.kind);
  const refusal = whyNot(effect.asks, row, await work.store.asker(), 'input.id');
  if (refusal) throw refusal;
  const { input, meeting, meetingField } = deciding;
  if (effect.after) requireTimely(input.kind, effect.after(row), meeting.meetsOn, meetingField);
  await effect.does(work, deciding);
}

function effectOn(typeName: string, kind: MeetingDecisionKind): Effect {
  const possible = effects[typeName] ?? {};
  const effect = possible[kind];
  if (effect) return effect;
  const message = `${kind} cannot be decided about this; possible are ${Object.keys(possible).join(', ')}.`;
  throw ruleBroken('decision.unfit', message, 'input.kind');
}
