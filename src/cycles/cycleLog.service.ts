import { ChangeIdea } from '../aims/changeIdea.entity';
import { toGlobalId } from '../kernel/globalId';
import type { Work } from '../store/work';
import { begin, close, finish, study } from './cycle.service';
import type { PdsaCycle } from './cycle.entity';
import type { LogPdsaCycleInput } from './cycleLog.input';
import { requireGuards } from './cycleGuards.service';
import { loggedDays, requireLoggable, stageOf, type LoggedDays } from './cycleLog.rules';
import { PdsaQuestion } from './cyclePlan.entity';
import type { PlanCycleInput } from './cyclePlan.input';
import { addCycle, planCycle, type CycleChange } from './cyclePlan.service';
import { predictionsOf } from './cyclePlanParts.service';
import { PdsaRamp } from './ramp.entity';
import { startRamp } from './ramp.service';

/** Stages in their order; a cycle is led through each of them, so that every rule of a stage holds for a logged one too. */
const stages = ['PLANNING', 'DOING', 'STUDYING', 'ACTING', 'CLOSED'] as const;

/**
 * Logs a cycle as far as what is said of it leads. Guards that a committee has made binding do not stand in the way of what
 * has happened: the record says what it lacks and that it was made after the fact. A test that only begins today waits for them.
 */
export async function logPdsaCycle(work: Work, input: LogPdsaCycleInput): Promise<CycleChange> {
  requireLoggable(input);
  const reached = stages.indexOf(stageOf(input) as (typeof stages)[number]);
  const days = loggedDays(input, work.today);
  const begins = reached === 1 && days.startedOn === work.today;
  const planned = await plan(work, input, reached === 0 ? null : { ...days, plannedOn: begins ? work.today : days.plannedOn });
  const changes = [planned];
  const { cycle } = planned;
  if (begins) await requireGuards(work, 'Do', planned.adviceCodes);
  if (reached >= 1) changes.push(await begin(work, cycle, { startedOn: days.startedOn, isLoggedAtOnce: reached > 1 }));
  if (reached >= 2) changes.push(await finish(work, cycle, { ...done(input), ...days }));
  if (reached >= 3) changes.push(await study(work, cycle, { ...(await studied(work, cycle, input)), ...days }));
  if (reached >= 4 && input.decision) {
    const { decision, rationale, nextStep } = input;
    changes.push(await close(work, cycle, { decision, rationale, nextStep, ...days }));
  }
  const adviceCodes = [...new Set(changes.flatMap((change) => change.adviceCodes))];
  return { cycle, adviceCodes };
}

async function plan(work: Work, input: LogPdsaCycleInput, days: LoggedDays | null): Promise<CycleChange> {
  const { objective, size, measureIds, prediction, learnedFromPrevious, ladderReason, lowersStatutorySafeguard } = input;
  const text = input.question ?? (prediction ? objective : null);
  const facts: PlanCycleInput = {
    ...{ objective, size, measureIds, learnedFromPrevious, ladderReason, lowersStatutorySafeguard },
    rampId: input.rampId ?? (await rampFor(work, input.changeIdeaId ?? '', objective)),
    intent: input.intent ?? 'TEST_CHANGE',
    questions: text ? [{ text, predictions: prediction ? [prediction] : [] }] : [],
    leadMemberId: input.leadMemberId ?? actingMember(work),
    plannedOn: days ? days.plannedOn : (input.plannedOn ?? work.today),
  };
  return days ? addCycle(work, facts, days.startedOn) : planCycle(work, facts);
}

/** Who logs a test led it, unless they say otherwise; a program leads none. */
const actingMember = ({ actor }: Work): string | null => (actor.kind === 'PERSON' ? toGlobalId('Member', actor.id) : null);

/** The latest ramp of the change idea, or its first. */
async function rampFor(work: Work, changeIdeaId: string, objective: string): Promise<string> {
  const idea = await work.store.get(ChangeIdea, changeIdeaId, 'input.changeIdeaId');
  const latest = (await work.store.children(PdsaRamp, 'changeIdeaId', idea.id, ['number'])).at(-1);
  return (latest ?? (await startRamp(work, { changeIdeaId, title: objective.slice(0, 300) })).ramp).globalId;
}

function done({ observed, unexpected, noneUnexpected, carriedOutAsPlanned }: LogPdsaCycleInput) {
  const observations = [
    ...(observed ? [{ text: observed, wasExpected: true }] : []),
    ...(unexpected ? [{ text: unexpected, wasExpected: false }] : []),
  ];
  return { observations, carriedOutAsPlanned, unexpectedSeen: noneUnexpected ? false : undefined };
}

async function studied(work: Work, cycle: PdsaCycle, { verdict, learning }: LogPdsaCycleInput) {
  const [prediction] = (await predictionsOf(work, await work.store.children(PdsaQuestion, 'cycleId', cycle.id))).flat();
  return { learning, comparisons: verdict && prediction ? [{ predictionId: prediction.globalId, verdict }] : [] };
}
