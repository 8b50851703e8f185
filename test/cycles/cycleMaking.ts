import type { Role } from '../../src/access/roles';
import { fromGlobalId } from '../../src/kernel/globalId';
import { answered, type Answer, type TestCommittee } from '../support/api';

/*
 * Ramps and cycles as an adviser would make them, through the API.
 */
export interface MadeCycle {
  id: string;
  version: number;
  label: string;
  position: number;
  status: string;
}

export interface CycleAnswer {
  cycle: MadeCycle & Record<string, unknown>;
  advice: { code: string; sentence: string }[];
}

const cycleFields = `cycle { id version label position status intent scale childrenOrEpisodes objective plannedOn doStartedOn doStartedAt
  doEndedOn studiedOn actedOn carriedOutAsPlanned deviation unexpectedSeen stoppedEarlyReason learning decision rationale nextStep
  cancelledReason lowersStatutorySafeguard }`;

const fields: Readonly<Record<string, string>> = {
  startRamp: 'ramp { id number title version }',
  recordObservation: `observation { id position text wasExpected recordedAt } ${cycleFields}`,
  addAddendum: `addendum { id text recordedAt author { role } } ${cycleFields}`,
  stateAim: 'aim { id }',
  addDriver: 'driver { id }',
  proposeChangeIdea: 'changeIdea { id version }',
  startTestingChangeIdea: 'changeIdea { id version status }',
  abandonChangeIdea: 'changeIdea { id version status }',
  readyChangeIdea: 'changeIdea { id version status degreeOfBelief }',
  classifyChangeIdea: 'changeIdea { id version }',
};

const inputTypes: Readonly<Record<string, string>> = {
  startTestingChangeIdea: 'MoveChangeIdeaInput',
  readyChangeIdea: 'MoveChangeIdeaInput',
  classifyChangeIdea: 'ClassifyInput',
};

/** Says a verb as an adviser, unless another role is given, and gives the whole answer. */
export function ask(committee: TestCommittee, verb: string, input: object, role: Role = 'IMPROVEMENT_ADVISER'): Promise<Answer> {
  const type = inputTypes[verb] ?? `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation($input: ${type}!) { ${verb}(input: $input) { ${fields[verb] ?? `${cycleFields} advice { code sentence }`} } }`;
  return committee.as(role)(document, { input });
}

/** Says a verb that must succeed. */
export async function say<T = CycleAnswer>(committee: TestCommittee, verb: string, input: object): Promise<T> {
  return ((await answered(ask(committee, verb, input))) as Record<string, T>)[verb] as T;
}

export async function makeChangeIdea(committee: TestCommittee, facts: object = {}): Promise<{ id: string; version: number }> {
  const { aim } = await say<{ aim: { id: string } }>(committee, 'stateAim', { statement: 'Core groups meet in time' });
  const driver = { aimId: aim.id, kind: 'PRIMARY', statement: 'Dates are known early' };
  const made = await say<{ driver: { id: string } }>(committee, 'addDriver', driver);
  const idea = { driverIds: [made.driver.id], statement: 'Hold the date at the planning meeting', ...facts };
  return (await say<{ changeIdea: { id: string; version: number } }>(committee, 'proposeChangeIdea', idea)).changeIdea;
}

export interface MadeRamp {
  id: string;
  number: number;
}

/** A ramp whose cycles partners may read as well: for ideas that is for the lead officer to say. */
export async function makeOpenRamp(committee: TestCommittee): Promise<MadeRamp> {
  const { id, version } = await makeChangeIdea(committee);
  await answered(ask(committee, 'classifyChangeIdea', { id, version, visibility: 'PARTNERSHIP' }, 'LEAD_OFFICER'));
  return makeRamp(committee, id);
}

export async function makeRamp(committee: TestCommittee, changeIdeaId?: string): Promise<MadeRamp> {
  const idea = changeIdeaId ?? (await makeChangeIdea(committee)).id;
  return (await say<{ ramp: MadeRamp }>(committee, 'startRamp', { changeIdeaId: idea, title: 'Diary hold' })).ramp;
}

/** All that the method asks of a plan. */
export const fullPlan = {
  intent: 'TEST_CHANGE',
  objective: 'Find out whether a date can be held while everyone is in the room',
  size: { scale: 'SINGLE', childrenOrEpisodes: 1, staff: 4 },
  questions: [
    {
      text: 'Will everyone accept the date at once?',
      predictions: [
        { text: 'Yes, all but one', direction: 'INCREASE', lower: 60, upper: 90, expectedValue: 75, confidence: 0.7 },
      ],
    },
  ],
  tasks: [{ what: 'Offer three dates', who: 'Chair', whenText: 'At the next meeting', place: 'Meeting room' }],
  plannedData: [{ what: 'Dates accepted', how: 'Tick sheet', collector: 'Minute taker' }],
  lowersStatutorySafeguard: false,
};

export async function makeCycle(committee: TestCommittee, rampId: string, facts: object = {}): Promise<MadeCycle> {
  return (await say(committee, 'planCycle', { rampId, ...fullPlan, ...facts })).cycle;
}

/** Takes a cycle one step on. */
export const step = (
  committee: TestCommittee,
  verb: string,
  { id, version }: MadeCycle,
  facts: object = {},
): Promise<CycleAnswer> => say(committee, verb, { id, version, ...facts });

/** Takes a planned cycle through to its close. */
export async function runCycle(committee: TestCommittee, planned: MadeCycle, decision: object): Promise<MadeCycle> {
  const started = await step(committee, 'startCycle', planned);
  const done = await step(committee, 'finishDoing', started.cycle, {
    carriedOutAsPlanned: true,
    observations: [{ text: 'Three of four accepted' }],
    unexpectedSeen: false,
  });
  const comparisons = (await predictionIds(committee, planned.id)).map((predictionId) => ({ predictionId, verdict: 'MET' }));
  const studied = await step(committee, 'studyCycle', done.cycle, { comparisons, learning: 'It takes two minutes' });
  return (await step(committee, 'closeCycle', studied.cycle, { rationale: 'It works', nextStep: 'Three chairs', ...decision }))
    .cycle;
}

export async function predictionIds(committee: TestCommittee, cycleId: string): Promise<string[]> {
  const query = 'query($id: ID!) { node(id: $id) { ... on PdsaCycle { questions { predictions { id } } } } }';
  const { node } = (await answered(committee.as('MEMBER')(query, { id: cycleId }))) as {
    node: { questions: { predictions: { id: string }[] }[] };
  };
  return node.questions.flatMap(({ predictions }) => predictions.map(({ id }) => id));
}

/** The uuid in the database, for direct SQL. */
export const rawIdOf = ({ id }: { id: string }): string => fromGlobalId(id)?.id ?? '';
