import { MoveChangeIdeaInput } from '../aims/changeIdea.input';
import { ChangeIdeaPayload } from '../aims/changeIdea.verbs';
import { verb } from '../api/verbs';
import {
  AddAddendumInput,
  CancelCycleInput,
  CloseCycleInput,
  FinishDoingInput,
  RecordObservationInput,
  StartCycleInput,
  StopCycleEarlyInput,
  StudyCycleInput,
} from './cycle.input';
import { CycleAddendumPayload, ObservationPayload, PdsaCyclePayload, PdsaRampPayload } from './cycle.payloads';
import { cancelCycle, closeCycle, finishDoing, startCycle, stopCycleEarly, studyCycle } from './cycle.service';
import { LogPdsaCycleInput } from './cycleLog.input';
import { logPdsaCycle } from './cycleLog.service';
import { PlanCycleInput, PlanNextCycleInput, ReviseCyclePlanInput, StartRampInput } from './cyclePlan.input';
import { planCycle, reviseCyclePlan } from './cyclePlan.service';
import { addAddendum, recordObservation } from './cycleRecord.service';
import { planNextCycle } from './nextCycle.service';
import { readyChangeIdea, startRamp } from './ramp.service';
import { changeIdeaPolicy } from '../aims/aim.policy';
import { ChangeIdea } from '../aims/changeIdea.entity';
import { PdsaCycle } from './cycle.entity';
import { cyclePolicy, rampPolicy, testedIdeaPolicy } from './cycle.policy';
import { PdsaRamp } from './ramp.entity';

const gives = PdsaCyclePayload;

const planning = [
  verb('startRamp', {
    description: 'Start a ramp: a series of cycles that test one change idea.',
    ...testedIdeaPolicy.startRamp,
    on: ChangeIdea,
    named: 'changeIdeaId',
    input: StartRampInput,
    gives: PdsaRampPayload,
    does: startRamp,
  }),
  verb('planCycle', {
    description: 'Plan a PDSA cycle at the next place in its ramp. What the plan lacks is said as advice.',
    ...rampPolicy.planCycle,
    on: PdsaRamp,
    named: 'rampId',
    input: PlanCycleInput,
    gives,
    does: planCycle,
  }),
  verb('planNextCycle', {
    description: 'Plan a cycle that starts from another: what carries over is copied, and it is asked what was learnt.',
    ...cyclePolicy.planNextCycle,
    on: PdsaCycle,
    named: 'cycleId',
    input: PlanNextCycleInput,
    gives,
    does: planNextCycle,
  }),
  verb('logPdsaCycle', {
    description: 'Log a small cycle in one go, planned, under way or done; the full record can grow from it.',
    ...cyclePolicy.logPdsaCycle,
    input: LogPdsaCycleInput,
    gives,
    does: logPdsaCycle,
  }),
  verb('reviseCyclePlan', {
    description: 'Change the plan of a cycle that has not started.',
    ...cyclePolicy.reviseCyclePlan,
    on: PdsaCycle,
    input: ReviseCyclePlanInput,
    gives,
    does: reviseCyclePlan,
  }),
  verb('cancelCycle', {
    description: 'Give up a cycle before it starts.',
    ...cyclePolicy.cancelCycle,
    on: PdsaCycle,
    input: CancelCycleInput,
    gives,
    does: cancelCycle,
  }),
];

const running = [
  verb('startCycle', {
    description: 'Begin Do. From now on the plan and its predictions are frozen.',
    ...cyclePolicy.startCycle,
    on: PdsaCycle,
    input: StartCycleInput,
    gives,
    does: startCycle,
  }),
  verb('recordObservation', {
    description: 'Record something seen during Do.',
    ...cyclePolicy.recordObservation,
    on: PdsaCycle,
    named: 'cycleId',
    input: RecordObservationInput,
    gives: ObservationPayload,
    does: recordObservation,
  }),
  verb('finishDoing', {
    description: 'End Do and go on to Study: say whether it went as planned and what was seen.',
    ...cyclePolicy.finishDoing,
    on: PdsaCycle,
    input: FinishDoingInput,
    gives,
    does: finishDoing,
  }),
  verb('stopCycleEarly', {
    description: 'Stop Do before its end, with the reason, and go on to Study.',
    ...cyclePolicy.stopCycleEarly,
    on: PdsaCycle,
    input: StopCycleEarlyInput,
    gives,
    does: stopCycleEarly,
  }),
];

const learning = [
  verb('studyCycle', {
    description: 'Compare what happened with each prediction, say what was learnt, and go on to Act.',
    ...cyclePolicy.studyCycle,
    on: PdsaCycle,
    input: StudyCycleInput,
    gives,
    does: studyCycle,
  }),
  verb('closeCycle', {
    description: 'Decide to adopt, adapt or abandon the change, and end the cycle.',
    ...cyclePolicy.closeCycle,
    on: PdsaCycle,
    input: CloseCycleInput,
    gives,
    does: closeCycle,
  }),
  verb('addAddendum', {
    description: 'Add something to the record of a cycle that has started; what stands there stays.',
    ...cyclePolicy.addAddendum,
    on: PdsaCycle,
    named: 'cycleId',
    input: AddAddendumInput,
    gives: CycleAddendumPayload,
    does: addAddendum,
  }),
  verb('readyChangeIdea', {
    description: 'Say that a change idea has been tested enough to be implemented.',
    ...changeIdeaPolicy.readyChangeIdea,
    on: ChangeIdea,
    input: MoveChangeIdeaInput,
    gives: ChangeIdeaPayload,
    does: readyChangeIdea,
  }),
];

export const cycleVerbs = [...planning, ...running, ...learning];
