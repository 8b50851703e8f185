import { ChangeIdea } from '../aims/changeIdea.entity';
import type { LocalDate } from '../kernel/localDate';
import type { Work } from '../store/work';
import { begin, close, finish, study } from './cycle.service';
import type { PdsaCycle } from './cycle.entity';
import type { LogPdsaCycleInput } from './cycleLog.input';
import { requireLoggable, stageOf } from './cycleLog.rules';
import { PdsaQuestion } from './cyclePlan.entity';
import { planCycle, type CycleChange } from './cyclePlan.service';
import { predictionsOf } from './cyclePlanParts.service';
import { PdsaRamp } from './ramp.entity';
import { startRamp } from './ramp.service';

/** Stages in their order; a cycle is led through each of them, so that every rule of a stage holds for a logged one too. */
const stages = ['PLANNING', 'DOING', 'STUDYING', 'ACTING', 'CLOSED'] as const;

/**
 * Logs a cycle as far as what is said of it leads. Guards that a committee has made binding do not stand in the way: what
 * happened has happened, and the record says what it lacks and that it was made after the fact.
 */
export async function logPdsaCycle(work: Work, input: LogPdsaCycleInput): Promise<CycleChange> {
  requireLoggable(input);
  const reached = stages.indexOf(stageOf(input) as (typeof stages)[number]);
  const startedOn = input.startedOn ?? input.endedOn ?? work.today;
  const planned = await plan(work, input, reached > 0 ? startedOn : null);
  const changes = [planned];
  const { cycle } = planned;
  if (reached >= 1)
    changes.push(await begin(work, cycle, { startedOn, ladderReason: input.ladderReason, isLoggedAtOnce: reached > 1 }));
  if (reached >= 2) changes.push(await finish(work, cycle, done(input)));
  if (reached >= 3) changes.push(await study(work, cycle, await studied(work, cycle, input)));
  if (reached >= 4 && input.decision) changes.push(await close(work, cycle, { ...input, decision: input.decision }));
  const adviceCodes = [...new Set(changes.flatMap((change) => change.adviceCodes))];
  return { cycle, adviceCodes };
}

async function plan(work: Work, input: LogPdsaCycleInput, startedOn: LocalDate | null): Promise<CycleChange> {
  const { objective, size, measureIds, prediction, learnedFromPrevious, lowersStatutorySafeguard } = input;
  const text = input.question ?? (prediction ? objective : null);
  const isPast = startedOn !== null && startedOn < work.today;
  return planCycle(work, {
    ...{ objective, size, measureIds, learnedFromPrevious, lowersStatutorySafeguard },
    rampId: input.rampId ?? (await rampFor(work, input.changeIdeaId ?? '', objective)),
    intent: input.intent ?? 'TEST_CHANGE',
    questions: text ? [{ text, predictions: prediction ? [prediction] : [] }] : [],
    plannedOn: input.plannedOn ?? (isPast ? null : work.today),
  });
}

/** The latest ramp of the change idea, or its first. */
async function rampFor(work: Work, changeIdeaId: string, objective: string): Promise<string> {
  const idea = await work.store.get(ChangeIdea, changeIdeaId, 'input.changeIdeaId');
  const latest = (await work.store.children(PdsaRamp, 'changeIdeaId', idea.id, ['number'])).at(-1);
  return (latest ?? (await startRamp(work, { changeIdeaId, title: objective.slice(0, 300) })).ramp).globalId;
}

function done({ observed, unexpected, noneUnexpected, carriedOutAsPlanned, endedOn }: LogPdsaCycleInput) {
  const observations = [
    ...(observed ? [{ text: observed, wasExpected: true }] : []),
    ...(unexpected ? [{ text: unexpected, wasExpected: false }] : []),
  ];
  return { observations, carriedOutAsPlanned, endedOn, unexpectedSeen: noneUnexpected ? false : undefined };
}

async function studied(work: Work, cycle: PdsaCycle, { verdict, learning }: LogPdsaCycleInput) {
  const [prediction] = (await predictionsOf(work, await work.store.children(PdsaQuestion, 'cycleId', cycle.id))).flat();
  return { learning, comparisons: verdict && prediction ? [{ predictionId: prediction.globalId, verdict }] : [] };
}
