import type { LocalDate } from '../kernel/localDate';
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
import { requireGuards } from './cycleGuards.service';
import { later } from './cycleLinks.entity';
import type { CycleChange } from './cyclePlan.service';
import { adviseOnPlan } from './cyclePlanParts.service';
import { addComparisons, addObservations, comparisonsOf, type Compared } from './cycleRecord.service';
import { requireLadder } from './scaleLadder.service';
import { sealPlan } from './planSeal.service';

export const startCycle = async (work: Work, input: StartCycleInput): Promise<CycleChange> =>
  guarded(work, 'Do', await begin(work, await work.forChange(PdsaCycle, input), input));

export const finishDoing = async (work: Work, input: FinishDoingInput): Promise<CycleChange> =>
  guarded(
    work,
    'Study',
    await finish(work, await work.forChange(PdsaCycle, input), { ...input, endedOn: input.endedOn ?? work.today }),
  );

export const stopCycleEarly = async (work: Work, input: StopCycleEarlyInput): Promise<CycleChange> => {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, ['STOPPED_EARLY'], 'STUDYING');
  const facts = { carriedOutAsPlanned: false, stoppedEarlyReason: input.reason, doEndedOn: input.endedOn ?? work.today };
  return endDoing(work, cycle, { status, input, facts });
};

export const studyCycle = async (work: Work, input: StudyCycleInput): Promise<CycleChange> =>
  guarded(
    work,
    'Act',
    await study(work, await work.forChange(PdsaCycle, input), { ...input, studiedOn: input.studiedOn ?? work.today }),
  );

export const closeCycle = async (work: Work, input: CloseCycleInput): Promise<CycleChange> =>
  guarded(
    work,
    'the end of a cycle',
    await close(work, await work.forChange(PdsaCycle, input), { ...input, actedOn: input.actedOn ?? work.today }),
  );

export async function cancelCycle(work: Work, input: CancelCycleInput): Promise<CycleChange> {
  const cycle = await work.forChange(PdsaCycle, input);
  const status = walk(cycle.status, [], 'CANCELLED');
  const facts = { cancelledReason: input.reason };
  return { cycle: await move(work, cycle, status, { facts, field: 'input.id' }), adviceCodes: [] };
}

async function guarded(work: Work, stage: string, change: CycleChange): Promise<CycleChange> {
  await requireGuards(work, stage, change.adviceCodes);
  return change;
}

/** From here on the plan and its predictions are frozen and sealed, and `doStartedAt` says since when. */
export async function begin(
  work: Work,
  cycle: PdsaCycle,
  input: Pick<StartCycleInput, 'startedOn' | 'ladderReason'> & { readonly isLoggedAtOnce?: boolean },
): Promise<CycleChange> {
  const status = walk(cycle.status, [], 'DOING');
  requireSafeguards(cycle.lowersStatutorySafeguard);
  cycle.ladderReason = input.ladderReason ?? cycle.ladderReason;
  await requireLadder(work, cycle);
  const adviceCodes = await adviseOnPlan(work, cycle);
  const doStartedOn = input.startedOn ?? work.today;
  const recordedAfterTheFact = doStartedOn < work.today || input.isLoggedAtOnce === true;
  const facts = { doStartedOn, doStartedAt: work.now, recordedAfterTheFact };
  const begun = await move(work, cycle, status, { facts, field: 'input.startedOn' });
  await sealPlan(work, begun);
  return { cycle: begun, adviceCodes };
}

/** A stage as it is recorded: its day is said, or null where nobody knows it. */
type Finished = Pick<FinishDoingInput, 'carriedOutAsPlanned' | 'deviation' | 'observations' | 'unexpectedSeen'> & {
  readonly endedOn: LocalDate | null;
};

export function finish(work: Work, cycle: PdsaCycle, input: Finished): Promise<CycleChange> {
  const status = walk(cycle.status, [], 'STUDYING');
  const { carriedOutAsPlanned = null, deviation = null } = input;
  return endDoing(work, cycle, { status, input, facts: { carriedOutAsPlanned, deviation, doEndedOn: input.endedOn } });
}

type Studied = Pick<StudyCycleInput, 'comparisons' | 'learning'> & { readonly studiedOn: LocalDate | null };

export async function study(work: Work, cycle: PdsaCycle, input: Studied): Promise<CycleChange> {
  const status = walk(cycle.status, [], 'ACTING');
  await addComparisons(work, cycle, input.comparisons ?? []);
  const compared: Compared = await comparisonsOf(work, cycle);
  const facts = { learning: input.learning ?? null, studiedOn: input.studiedOn };
  const studied = await move(work, cycle, status, { facts, field: 'input.studiedOn' });
  return { cycle: studied, adviceCodes: studyAdvice({ learning: studied.learning, ...compared }) };
}

type Closed = Pick<CloseCycleInput, 'decision' | 'rationale' | 'nextStep'> & { readonly actedOn: LocalDate | null };

export async function close(work: Work, cycle: PdsaCycle, input: Closed): Promise<CycleChange> {
  const status = walk(cycle.status, [], 'CLOSED');
  const { decision, rationale = null, nextStep = null } = input;
  const facts = { decision, rationale, nextStep, actedOn: input.actedOn };
  const successors = await work.store.linked(PdsaCycle, later, cycle.id, []);
  const successorCount = successors.filter((successor) => successor.status !== 'CANCELLED').length;
  const closed = await move(work, cycle, status, { facts, field: 'input.actedOn' });
  return { cycle: closed, adviceCodes: actAdvice({ decision, rationale, nextStep, successorCount }) };
}

interface EndOfDoing {
  readonly status: CycleStatus;
  readonly input: Pick<FinishDoingInput, 'observations' | 'unexpectedSeen'>;
  readonly facts: Partial<PdsaCycle>;
}

async function endDoing(work: Work, cycle: PdsaCycle, { status, input, facts }: EndOfDoing): Promise<CycleChange> {
  const observations = await addObservations(work, cycle, input.observations ?? []);
  const seen = unexpectedSeen(
    input.unexpectedSeen,
    observations.some(({ wasExpected }) => !wasExpected),
  );
  const all = { ...facts, unexpectedSeen: seen };
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
