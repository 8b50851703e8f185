import { becomes, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import type { ChangeIdea } from '../aims/changeIdea.entity';
import type { PdsaCycle } from './cycle.entity';
import { cycleMoves, type CycleStep } from './cycle.rules';
import type { PdsaRamp } from './ramp.entity';

/** The test team: a small test needs nobody's approval (domain.md §10.2). */
const team: readonly Role[] = ['IMPROVEMENT_ADVISER', 'ACTION_LEAD', 'LEAD_OFFICER', 'MEMBER'];

const to = (step: CycleStep) => becomes(cycleMoves, 'cycle', step);

const isPlanned = state<PdsaCycle>(
  'cycle.frozen',
  ({ status }) => status === 'PLANNING',
  ({ status }) => `This cycle is ${status}: its plan and predictions no longer change. Add an addendum.`,
);

const isUnderWay = state<PdsaCycle>(
  'cycle.notDoing',
  ({ status }) => status === 'DOING',
  ({ status }) => `This cycle is ${status}; observations are recorded during Do. Afterwards, add an addendum.`,
);

const hasStarted = state<PdsaCycle>(
  'cycle.stillPlanned',
  ({ status }) => status !== 'PLANNING',
  'This cycle has not started; revise its plan instead.',
);

export const cyclePolicy = {
  logPdsaCycle: may(team),
  planNextCycle: may(team),
  reviseCyclePlan: may(team, isPlanned),
  cancelCycle: may(team, to('CANCELLED')),
  startCycle: may(team, to('DOING')),
  recordObservation: may(team, isUnderWay),
  finishDoing: may(team, to('STUDYING')),
  stopCycleEarly: may(team, to('STOPPED_EARLY')),
  studyCycle: may(team, to('ACTING')),
  closeCycle: may(team, to('CLOSED')),
  addAddendum: may(team, hasStarted),
} satisfies Permissions<PdsaCycle>;

export const rampPolicy = { planCycle: may(team) } satisfies Permissions<PdsaRamp>;

const isAlive = state<ChangeIdea>(
  'ramp.abandonedIdea',
  ({ status }) => status !== 'ABANDONED',
  'This change idea was abandoned; state a new one to test it again.',
);

export const testedIdeaPolicy = { startRamp: may(team, isAlive) } satisfies Permissions<ChangeIdea>;
