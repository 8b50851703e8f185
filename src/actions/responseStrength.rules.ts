import type { ActionStatus, ChangeType } from './action.enums';
import { liveStatuses } from './action.rules';
import type { ResponseStrength } from './responseStrength.enums';

/** From what depends on each person remembering, to a changed way of working that holds by itself. */
export const strengthOf: Readonly<Record<ChangeType, ResponseStrength>> = {
  TRAINING: 'PERSON_DEPENDENT',
  POLICY_PROCEDURE: 'PERSON_DEPENDENT',
  TASK: 'PERSON_DEPENDENT',
  RESOURCE: 'INTERMEDIATE',
  GOVERNANCE: 'INTERMEDIATE',
  TEST_OF_CHANGE: 'SYSTEM',
};

export interface ResponseMix {
  readonly live: number;
  readonly proposed: number;
  readonly givenUp: number;
  readonly byChangeType: readonly {
    readonly changeType: ChangeType;
    readonly strength: ResponseStrength;
    readonly count: number;
  }[];
  readonly byStrength: Readonly<Record<ResponseStrength, number>>;
}

/** How the live actions that answer a source work; what was given up answers nothing, and what is only proposed not yet. */
export function responseMix(actions: readonly { readonly changeType: ChangeType; readonly status: ActionStatus }[]): ResponseMix {
  const live = actions.filter(({ status }) => liveStatuses.includes(status));
  const givenUp = actions.filter(({ status }) => status === 'STOPPED' || status === 'SUPERSEDED');
  const types = Object.keys(strengthOf) as ChangeType[];
  const byChangeType = types
    .map((changeType) => ({
      ...{ changeType, strength: strengthOf[changeType] },
      count: live.filter((each) => each.changeType === changeType).length,
    }))
    .filter(({ count }) => count > 0);
  const of = (strength: ResponseStrength): number =>
    byChangeType.filter((each) => each.strength === strength).reduce((sum, { count }) => sum + count, 0);
  const byStrength = { PERSON_DEPENDENT: of('PERSON_DEPENDENT'), INTERMEDIATE: of('INTERMEDIATE'), SYSTEM: of('SYSTEM') };
  const proposed = actions.length - live.length - givenUp.length;
  return { live: live.length, proposed, givenUp: givenUp.length, byChangeType, byStrength };
}

/** The mix in a sentence that a committee can act on. */
export function responseSentence({ live, byStrength }: ResponseMix): string {
  if (live === 0) return 'No live action answers it.';
  if (live === 1) return `The one action that answers it ${theOne(byStrength)}.`;
  if (byStrength.PERSON_DEPENDENT === live)
    return `All ${live} actions that answer it depend on people remembering; none changes the system.`;
  if (byStrength.SYSTEM === 0) return `None of the ${live} actions that answer it tests a change of the system.`;
  return `${byStrength.SYSTEM} of the ${live} actions that answer it ${byStrength.SYSTEM === 1 ? 'tests' : 'test'} a change of the system.`;
}

function theOne({ PERSON_DEPENDENT, SYSTEM }: ResponseMix['byStrength']): string {
  if (PERSON_DEPENDENT === 1) return 'depends on people remembering; it does not change the system';
  return SYSTEM === 1 ? 'tests a change of the system' : 'tests no change of the system';
}
