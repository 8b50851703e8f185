import type { Work } from '../store/work';
import { PdsaCycle } from './cycle.entity';
import type { CycleStatus } from './cycle.enums';
import type {
  CancelCycleInput,
  CloseCycleInput,
  FinishDoingInput,
  StartCycleInput,
  StopCycleEarlyInput,
  StudyCycleInput,
} from './cycle.input';
import { requireDaysInOrder, requireSafeguards, unexpectedSeen, walk } from './cycle.rules';
import { actAdvice, doAdvice, studyAdvice } from './cycleAdvice.rules';
import { later } from './cycleLinks.entity';
import type { CycleChange } from './cyclePlan.service';
import { adviseOnPlan } from './cyclePlanParts.service';
import { addComparisons, addObservations, comparisonsOf, type Compared } from './cycleRecord.service';

/** From here on the plan and its predictions are frozen, and `doStartedAt` says since when. */
export async function startCycle(work: Work, input: StartCycleInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, [], 'DOING');
  requireSafeguards(cycle.lowersStatutorySafeguard);
  const adviceCodes = await adviseOnPlan(work, cycle);
  const facts = { doStartedOn: input.startedOn ?? work.today, doStartedAt: work.now };
  return { cycle: await move(work, cycle, status, { facts, field: 'input.startedOn' }), adviceCodes };
}

export async function finishDoing(work: Work, input: FinishDoingInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, [], 'STUDYING');
  const { carriedOutAsPlanned = null, deviation = null } = input;
  return endDoing(work, cycle, { status, input, facts: { carriedOutAsPlanned, deviation } });
}

export async function stopCycleEarly(work: Work, input: StopCycleEarlyInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, ['STOPPED_EARLY'], 'STUDYING');
  return endDoing(work, cycle, { status, input, facts: { carriedOutAsPlanned: false, stoppedEarlyReason: input.reason } });
}

export async function studyCycle(work: Work, input: StudyCycleInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, [], 'ACTING');
  await addComparisons(work, cycle, input.comparisons ?? []);
  const compared: Compared = await comparisonsOf(work, cycle);
  const facts = { learning: input.learning ?? null, studiedOn: input.studiedOn ?? work.today };
  const studied = await move(work, cycle, status, { facts, field: 'input.studiedOn' });
  return { cycle: studied, adviceCodes: studyAdvice({ learning: studied.learning, ...compared }) };
}

export async function closeCycle(work: Work, input: CloseCycleInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, [], 'CLOSED');
  const { decision, rationale = null, nextStep = null } = input;
  const facts = { decision, rationale, nextStep, actedOn: input.actedOn ?? work.today };
  const successors = await work.store.linked(PdsaCycle, later, cycle.id, []);
  const successorCount = successors.filter((successor) => successor.status !== 'CANCELLED').length;
  const closed = await move(work, cycle, status, { facts, field: 'input.actedOn' });
  return { cycle: closed, adviceCodes: actAdvice({ decision, rationale, nextStep, successorCount }) };
}

export async function cancelCycle(work: Work, input: CancelCycleInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, [], 'CANCELLED');
  const facts = { cancelledReason: input.reason };
  return { cycle: await move(work, cycle, status, { facts, field: 'input.id' }), adviceCodes: [] };
}

interface EndOfDoing {
  readonly status: CycleStatus;
  readonly input: Pick<FinishDoingInput, 'observations' | 'unexpectedSeen' | 'endedOn'>;
  readonly facts: Partial<PdsaCycle>;
}

async function endDoing(work: Work, cycle: PdsaCycle, { status, input, facts }: EndOfDoing): Promise<CycleChange> {
  const observations = await addObservations(work, cycle, input.observations ?? []);
  const seen = unexpectedSeen(
    input.unexpectedSeen,
    observations.some(({ wasExpected }) => !wasExpected),
  );
  const all = { ...facts, unexpectedSeen: seen, doEndedOn: input.endedOn ?? work.today };
  const ended = await move(work, cycle, status, { facts: all, field: 'input.endedOn' });
  const { carriedOutAsPlanned } = ended;
  return { cycle: ended, adviceCodes: doAdvice({ carriedOutAsPlanned, observationCount: observations.length }) };
}

interface Step {
  readonly facts: Partial<PdsaCycle>;
  /** The input a day out of order would have to change. */
  readonly field: string;
}

function move(work: Work, cycle: PdsaCycle, status: CycleStatus, { facts, field }: Step): Promise<PdsaCycle> {
  Object.assign(cycle, facts, { status });
  requireDaysInOrder(cycle, work.today, field);
  return work.save(PdsaCycle, cycle);
}
