import { may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import type { ChangeIdea } from '../aims/changeIdea.entity';
import type { IdeaUptake } from './ideaUptake.entity';
import type { SharedIdea } from './sharedIdea.entity';

/** Each of these speaks to other committees in the committee's name. */
const speakers: readonly Role[] = ['CHAIR', 'LEAD_OFFICER', 'IMPROVEMENT_ADVISER'];

export const sharingPolicy = { shareChangeIdea: may(speakers) } satisfies Permissions<ChangeIdea>;

const isShared = state<SharedIdea>(
  'sharedIdea.withdrawn',
  ({ withdrawnOn }) => withdrawnOn === null,
  ({ withdrawnOn }) => `This idea is no longer shared: it was withdrawn on ${withdrawnOn}.`,
);

export const sharedIdeaPolicy = {
  withdrawSharedIdea: may(speakers, isShared),
  takeUpSharedIdea: may(speakers),
} satisfies Permissions<SharedIdea>;

const cameFromElsewhere = state<IdeaUptake>(
  'ideaUptake.origin',
  ({ parentUptakeId }) => parentUptakeId !== null,
  'This idea is your committee’s own; there is nothing that it was adapted from.',
);

export const uptakePolicy = { noteAdaptation: may(speakers, cameFromElsewhere) } satisfies Permissions<IdeaUptake>;
