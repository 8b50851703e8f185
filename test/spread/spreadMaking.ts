import type { Role } from '../../src/access/roles';
import { makeCycle, makeRamp, runCycle, fullPlan } from '../cycles/cycleMaking';
import { mutation, makeAim, makeDriver, makeIdea } from '../aims/aimMaking';
import { answered, type Answer, type TestApi, type TestCommittee } from '../support/api';

/* Ideas shared and taken up, through the API. */
const shared = 'sharedIdea { id version statement learning areaName sharedOn withdrawnOn withdrawnReason }';
const taken =
  'uptake { id version adaptation takenUpOn state isOrigin changeIdea { id version ref statement } sharedIdea { id } }';

const fieldsOf = {
  shareChangeIdea: shared,
  withdrawSharedIdea: shared,
  takeUpSharedIdea: taken,
  noteAdaptation: taken,
} as const;

type SpreadVerb = keyof typeof fieldsOf;

export const ask = (committee: TestCommittee, verb: SpreadVerb, input: object, role: Role = 'LEAD_OFFICER'): Promise<Answer> =>
  committee.as(role)(mutation(verb, fieldsOf[verb]), { input });

const say = async (committee: TestCommittee, verb: SpreadVerb, input: object): Promise<Answer['data']> =>
  (await answered(ask(committee, verb, input)))[verb];

export interface MadeShared {
  id: string;
  version: number;
  statement: string;
}

export interface MadeUptake {
  id: string;
  version: number;
  state: string;
  adaptation: string | null;
  changeIdea: { id: string; version: number; ref: string; statement: string };
}

/** Shares the change idea, or a new one when none is given. */
export async function share(
  committee: TestCommittee,
  facts: { changeIdeaId?: string; statement?: string; learning?: string } = {},
): Promise<MadeShared> {
  const changeIdeaId = facts.changeIdeaId ?? (await makeIdea(committee)).id;
  const words = { statement: 'Fix the date before people leave', learning: 'Diaries must be at hand' };
  return (await say(committee, 'shareChangeIdea', { ...words, ...facts, changeIdeaId })).sharedIdea;
}

export const withdraw = async (committee: TestCommittee, { id, version }: MadeShared): Promise<MadeShared> =>
  (await say(committee, 'withdrawSharedIdea', { id, version, reason: 'Our procedure has changed' })).sharedIdea;

export const driverOf = async (committee: TestCommittee): Promise<string> =>
  (await makeDriver(committee, { aimId: (await makeAim(committee)).id })).id;

export async function takeUp(committee: TestCommittee, { id }: { id: string }, facts: object = {}): Promise<MadeUptake> {
  return (await say(committee, 'takeUpSharedIdea', { ...(await ownWords(committee)), sharedIdeaId: id, ...facts })).uptake;
}

/** What a committee says of its own when it takes an idea up. */
export const ownWords = async (committee: TestCommittee): Promise<{ driverIds: string[]; statement: string }> => ({
  driverIds: [await driverOf(committee)],
  statement: 'Agree the date before anybody leaves the room',
});

/** Closes one cycle of the change idea for each decision, at the scale given. */
export async function test(
  committee: TestCommittee,
  { id }: { id: string },
  ...tests: readonly { decision: string; scale?: string; intent?: string }[]
): Promise<void> {
  const ramp = await makeRamp(committee, id);
  for (const { decision, scale = 'SINGLE', intent = 'TEST_CHANGE' } of tests) {
    const cycle = await makeCycle(committee, ramp.id, { intent, size: { ...fullPlan.size, scale } });
    await runCycle(committee, cycle, { decision });
  }
}

const lastSteps = ['startTestingChangeIdea', 'readyChangeIdea', 'implementChangeIdea', 'spreadChangeIdea', 'sustainChangeIdea'];

/** Walks a change idea to a state, from the one before. */
export async function walkTo(committee: TestCommittee, { id }: { id: string }, last: string): Promise<void> {
  for (const verb of lastSteps.slice(0, lastSteps.indexOf(last) + 1)) await move(committee, id, verb);
}

export async function move(committee: TestCommittee, id: string, verb: string, more: object = {}): Promise<void> {
  const read = 'query($id: ID!) { node(id: $id) { ... on ChangeIdea { version } } }';
  const { node } = await answered(committee.as('MEMBER')(read, { id }));
  const role = verb === 'spreadChangeIdea' ? 'CHAIR' : 'IMPROVEMENT_ADVISER';
  const type = { sustainChangeIdea: 'SustainChangeIdeaInput', abandonChangeIdea: 'AbandonChangeIdeaInput' }[verb];
  const facts = {
    sustainChangeIdea: { evidence: 'A year above the old median' },
    abandonChangeIdea: { learning: 'It does not work here' },
  }[verb];
  const input = { id, version: node.version, ...(facts ?? { degreeOfBelief: 'HIGH' }), ...more };
  const document = `mutation($input: ${type ?? 'MoveChangeIdeaInput'}!) { ${verb}(input: $input) { clientMutationId } }`;
  await answered(committee.as(role)(document, { input }));
}

export const committees = (api: TestApi, count: number): Promise<TestCommittee[]> =>
  Promise.all(Array.from({ length: count }, () => api.newCommittee()));
