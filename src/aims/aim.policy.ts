import { becomes, may, type Permissions, state } from '../access/policy';
import type { Role } from '../access/roles';
import { classifiers } from '../tiers/tier.policy';
import type { Aim } from './aim.entity';
import type { ChangeIdea } from './changeIdea.entity';
import type { ChangeIdeaStatus } from './changeIdea.enums';
import { changeIdeaMoves } from './changeIdea.rules';
import type { Driver } from './driver.entity';

const chairs: readonly Role[] = ['CHAIR', 'VICE_CHAIR'];
const organisers: readonly Role[] = ['LEAD_OFFICER', 'SUBGROUP_CHAIR'];
const theorists: readonly Role[] = [...organisers, 'IMPROVEMENT_ADVISER'];
const testers: readonly Role[] = ['IMPROVEMENT_ADVISER', 'ACTION_LEAD'];

export const aimPolicy = {
  stateAim: may([...chairs, ...theorists]),
  reviseAim: may([...chairs, ...theorists]),
  addDriver: may(theorists),
  assessProgress: may(theorists),
} satisfies Permissions<Aim>;

const isInTheory = state<Driver>(
  'driver.retired',
  ({ retiredReason }) => retiredReason === null,
  'This driver is no longer part of the theory.',
);

export const driverPolicy = {
  reviseDriver: may(theorists, isInTheory),
  retireDriver: may(theorists, isInTheory),
} satisfies Permissions<Driver>;

const to = (status: ChangeIdeaStatus) => becomes(changeIdeaMoves, 'changeIdea', status);

const isNotBeingImplemented = state<ChangeIdea>(
  'changeIdea.transition',
  ({ status }) => status !== 'IMPLEMENTING',
  'This change idea is being implemented: step it back, and say why.',
);

const wasTested = state<ChangeIdea>(
  'changeIdea.transition',
  ({ status }) => status !== 'PROPOSED',
  'This change idea has not been tested yet: there is nothing to step back from.',
);

const isAlive = (rule: string, sentence: string) => state<ChangeIdea>(rule, ({ status }) => status !== 'ABANDONED', sentence);

/** The adviser tests with whoever leads the action; to take a change to new settings is for the committee (domain.md §10.2). */
export const changeIdeaPolicy = {
  classifyChangeIdea: may(classifiers),
  proposeChangeIdea: may([...testers, ...organisers, 'MEMBER']),
  serveDriver: may(
    [...testers, ...organisers],
    isAlive('changeIdea.abandoned', 'This change idea was abandoned and serves no further driver.'),
  ),
  startTestingChangeIdea: may(testers, isNotBeingImplemented, to('TESTING')),
  abandonChangeIdea: may(testers, to('ABANDONED')),
  readyChangeIdea: may(testers, to('READY_TO_IMPLEMENT')),
  implementChangeIdea: may(testers, to('IMPLEMENTING')),
  spreadChangeIdea: may(chairs, to('SPREADING')),
  sustainChangeIdea: may(testers, to('SUSTAINED')),
  stepBackChangeIdea: may(testers, wasTested, to('TESTING')),
} satisfies Permissions<ChangeIdea>;
