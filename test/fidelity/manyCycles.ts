import { answered, type TestCommittee } from '../support/api';

/*
 * Many cycles made through the API in few requests: each request says a verb for a whole batch, under aliases.
 */
interface Said {
  readonly verb: string;
  readonly input: object;
}

const answerOf: Readonly<Record<string, string>> = { startRamp: 'ramp { id }' };

/** Requests hold at most so many verbs, to stay within the limits of the API. */
const BATCH = 50;

/** Says these verbs in this order and gives what each answered. */
export async function sayAll(committee: TestCommittee, said: readonly Said[]): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < said.length; from += BATCH) {
    const batch = said.slice(from, from + BATCH);
    const variables = Object.fromEntries(batch.map(({ input }, index) => [`i${index}`, input]));
    const types = batch.map(({ verb }, index) => `$i${index}: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`);
    const fields = batch.map(
      ({ verb }, index) => `a${index}: ${verb}(input: $i${index}) { ${answerOf[verb] ?? 'cycle { id }'} }`,
    );
    const document = `mutation(${types.join(', ')}) { ${fields.join('\n')} }`;
    const data = (await answered(committee.as('IMPROVEMENT_ADVISER')(document, variables))) as Record<string, object>;
    ids.push(...Object.values(data).map((payload) => (Object.values(payload)[0] as { id: string }).id));
  }
  return ids;
}

/** What is said of a cycle at each stage after its plan; a stage that is left out is not reached. */
export interface Life {
  readonly start?: object;
  readonly finish?: object;
  readonly study?: object;
  readonly close?: object;
}

const stages = [
  ['start', 'startCycle'],
  ['finish', 'finishDoing'],
  ['study', 'studyCycle'],
  ['close', 'closeCycle'],
] as const;

/** Takes each planned cycle through its life, stage by stage over all. @param afterDo what has to happen once Do has ended */
export async function liveAll(
  committee: TestCommittee,
  lives: readonly (readonly [id: string, life: Life])[],
  afterDo: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (const [index, [stage, verb]] of stages.entries()) {
    const reached = lives.filter(([, life]) => life[stage]);
    await sayAll(
      committee,
      reached.map(([id, life]) => ({ verb, input: { id, version: index + 1, ...life[stage] } })),
    );
    if (stage === 'finish') await afterDo();
  }
}
