import { duty, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import type { ChangeIdea } from '../aims/changeIdea.entity';
import type { IdeaUptake } from './ideaUptake.entity';
import type { SharedIdea } from './sharedIdea.entity';

/** Each of these speaks to other committees in the committee's name. */
const speakers: readonly Role[] = ['CHAIR', 'LEAD_OFFICER', 'IMPROVEMENT_ADVISER'];

export const sharingPolicy = { shareChangeIdea: may(speakers) } satisfies Permissions<ChangeIdea>;

/** What other committees share can be read here, and not changed. */
const isOurs = duty<SharedIdea | IdeaUptake>(
  'sharedIdea.notYours',
  'This belongs to another committee.',
  (row, { committeeId }) => row.committeeId === committeeId,
);

const isAnothers = state<SharedIdea>(
  'sharedIdea.own',
  (row, { committeeId }) => row.committeeId !== committeeId,
  'This idea is your own committee’s.',
);

const isShared = state<SharedIdea>(
  'sharedIdea.withdrawn',
  ({ withdrawnOn }) => withdrawnOn === null,
  ({ withdrawnOn }) => `This idea is no longer shared: it was withdrawn on ${withdrawnOn}.`,
);

export const sharedIdeaPolicy = {
  withdrawSharedIdea: may(speakers, isOurs, isShared),
  takeUpSharedIdea: may(speakers, isAnothers),
} satisfies Permissions<SharedIdea>;

const cameFromElsewhere = state<IdeaUptake>(
  'ideaUptake.origin',
  ({ parentUptakeId }) => parentUptakeId !== null,
  'This idea is your committee’s own; there is nothing that it was adapted from.',
);

export const uptakePolicy = { noteAdaptation: may(speakers, isOurs, cameFromElsewhere) } satisfies Permissions<IdeaUptake>;
